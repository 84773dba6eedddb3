import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { emptied } from '#core/people/reset.store.ts';

it('empties every table of the migrations except what is not the business', () => {
  const folder = new URL('../../../migrations/', import.meta.url);
  const sql = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  const tables = [...sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => String(name));
  // the gate is one row that must stand; the clock is set back by the playground itself
  const kept = ['outbox_gate', 'playground_clock'];
  // what an adapter remembers of its connection is not the business either
  const isKept = (name: string): boolean => kept.includes(name) || /^(?:slack|discord|telegram)_/.test(name);
  expect([...emptied].toSorted()).toEqual(tables.filter((name) => !isKept(name)).toSorted());
});
