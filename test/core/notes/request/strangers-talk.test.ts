import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readIntent } from '#core/notes/intent/intent.ts';
import { isThorough } from '#test/support/runs.ts';
import { foreign, orderStatus, thanks } from './strangers-talk.own.data.ts';

/** CLINC150 (Larson and others, 2019): what people say to a voice assistant, in 150 kinds and outside all of them. */
const file = join(import.meta.dirname, '../../../../../shared/data/clinc150/data_small.json');

/** What does something to an order, or answers as if it did. */
const actions = new Set(['status', 'cancel', 'reschedule', 'change_address', 'change_items', 'reorder', 'confirm', 'return']);

it('what people say to any assistant is taken for an order’s business only where it is', ({ skip, annotate }) => {
  if (!existsSync(file)) skip(`there is no ${file}`);
  const said: Record<string, [text: string, kind: string][]> = JSON.parse(readFileSync(file, 'utf8'));
  const read = ['test', 'oos_test']
    .flatMap((part) => said[part] ?? [])
    .filter(([, kind], at) => isThorough || kind === 'order_status' || kind === 'oos' || at % 4 === 0)
    .map(([text, kind]) => ({ kind, intent: readIntent(text).kind }));
  const share = (of: typeof read, is: (one: (typeof read)[number]) => boolean): number => of.filter(is).length / Math.max(1, of.length);

  const asked = read.filter(({ intent }) => intent === 'status');
  const about = read.filter(({ kind }) => kind === 'order_status');
  const foreign = read.filter(({ kind }) => kind === 'oos');
  const figures = {
    statusPrecision: share(asked, ({ kind }) => kind === 'order_status'),
    statusRecall: share(about, ({ intent }) => intent === 'status'),
    foreignActedOn: share(foreign, ({ intent }) => actions.has(intent)),
  };
  void annotate(JSON.stringify(figures));

  expect(about.length).toBeGreaterThan(20);
  expect(figures.statusPrecision).toBeGreaterThanOrEqual(0.9);
  expect(figures.statusRecall).toBeGreaterThanOrEqual(0.95);
  expect(figures.foreignActedOn).toBeLessThanOrEqual(0.01);
  // A reservation, a card or a subscription that is to end is no order.
  expect(read.filter(({ kind, intent }) => intent === 'cancel' && kind !== 'cancel')).toEqual([]);
});

it('and so in words of our own, where that set is not at hand', ({ annotate }) => {
  const kindOf = (text: string): string => readIntent(text).kind;
  const figures = {
    statusRecall: orderStatus.filter((text) => kindOf(text) === 'status').length / orderStatus.length,
    thanksRecall: thanks.filter((text) => kindOf(text) === 'thanks').length / thanks.length,
    statusMissed: orderStatus.filter((text) => kindOf(text) !== 'status'),
    thanksMissed: thanks.filter((text) => kindOf(text) !== 'thanks'),
    foreignActedOn: foreign.filter((text) => actions.has(kindOf(text)) || kindOf(text) === 'stop'),
  };
  void annotate(JSON.stringify(figures));
  expect(figures.foreignActedOn).toEqual([]);
  expect(figures.statusRecall).toBeGreaterThanOrEqual(0.95);
  expect(figures.thanksRecall).toBeGreaterThanOrEqual(0.9);
});
