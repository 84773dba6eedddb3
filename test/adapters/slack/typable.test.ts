import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ownNames } from '#adapters/slack/manifest.ts';
import { typable, typableCard } from '#adapters/slack/typable.ts';
import { actionIds } from '#core/orders/actions.ts';
import { commands } from '#core/talk/commands/command.list.ts';
import { locales } from '#core/text/locale.ts';
import { useOwn } from '#core/text/own.ts';
import { openTexts, words } from '#core/text/words.ts';

const aloneIn = (text: string): string[] => Array.from(text.matchAll(/(?<![\w/.:-])\/([a-z_-]+)(?![\w/-])/g), ([, name = '']) => name);
const ours: readonly string[] = [...Object.keys(commands), ...actionIds];
const mustNotStandAlone = (name: string): boolean =>
  ours.includes(name.replaceAll('-', '_')) && !(ownNames as readonly string[]).includes(name);

describe.for(locales)('what the desk tells people to type in Slack, in %s', (locale) => {
  const t = words(locale);
  const withCommands = openTexts(locale).filter((text) => aloneIn(text).some(mustNotStandAlone));

  it('names no command alone that the app has not registered, in any of its texts', () => {
    expect(withCommands.length).toBeGreaterThan(40);
    for (const text of withCommands) {
      const said = text.replaceAll(/\{\{command\}\}/g, 'close').replaceAll(/\{\{.*?\}\}/g, 'Ada');
      expect([text, aloneIn(typable(said)).filter(mustNotStandAlone)]).toEqual([text, []]);
    }
    expect(typable(t('link:claimed', { name: 'Ada', business: 'Mugs' }))).toContain('/orderly desk here review');
    expect(typable(t('orders:refused.shortage_asked', { words: 'x', missing: '2', number: 'O-1' }))).toContain('/orderly status O-1');
    expect(typable(t('cases:which', { command: 'close' }))).toContain('/orderly close');
  });

  it('leaves what people wrote as they wrote it, wherever it is filled in and whatever stands around it', () => {
    const said = 'I typed /status, then /team add me and /close 12.';
    const typed = fc.oneof(
      fc.constant(said),
      fc.string().map((one) => one.replaceAll(/\s/g, ' ')),
      fc.constantFrom(...ours).map((name) => `please /${name} it`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...withCommands), typed, typed, (text, filled, beside) => {
        // by the very words of the desk nobody could tell them apart
        fc.pre(withCommands.every((line) => !line.split('\n').some((one) => beside.includes(one) || filled.includes(one))));
        fc.pre(!text.includes('/{{'));
        const say = (value: string): string => text.replaceAll('{{number}}', 'O-1001').replaceAll(/\{\{.*?\}\}/g, () => value);
        const whole = typable(`${beside}\n${say(filled)}\n${beside}`);
        expect(whole).toBe(`${beside}\n${typable(say('\u0001')).replaceAll('\u0001', () => filled)}\n${beside}`);
      }),
      { numRuns: 300 },
    );
  });
});

it('leaves what is no command, what is registered and what nobody of the desk said', () => {
  for (const text of [
    '/orders, /order O-1',
    '/orderly desk here review',
    'https://x.example/status',
    '/foo',
    '/status',
    'Mei: /approve O-1001',
  ])
    expect(typable(text)).toBe(text);
});

describe('texts of a business of its own', () => {
  afterEach(() => useOwn(new Map()));

  it('are typed as Slack takes them, too', () => {
    const text = 'Ask us by /person, any time.';
    expect(typable(text)).toBe(text);
    useOwn(new Map([['en', { desk: { nothingReadable: text } }]]));
    expect(typable(text)).toBe('Ask us by /orderly person, any time.');
    expect(typable('I asked by /person, any time.')).toBe('I asked by /person, any time.');
  });
});

it('changes a card in what the desk says of it and nowhere else', () => {
  const said = 'I typed /status and nothing came';
  const how = words('en')('cases:how', { customer: 'Mei', number: '12' });
  const card = typableCard({
    blocks: [
      { kind: 'quote', text: said, marks: [] },
      { kind: 'text', text: `Mei: ${said}` },
      { kind: 'fields', fields: [{ label: 'Note', value: said }] },
      { kind: 'table', head: ['What'], rows: [[said]] },
      { kind: 'note', text: how },
    ],
    fallback: `Mei: ${said}\n${how}`,
  });
  const there = how.replace('/reply', '/orderly reply');
  expect(card.blocks).toEqual([
    { kind: 'quote', text: said, marks: [] },
    { kind: 'text', text: `Mei: ${said}` },
    { kind: 'fields', fields: [{ label: 'Note', value: said }] },
    { kind: 'table', head: ['What'], rows: [[said]] },
    { kind: 'note', text: there },
  ]);
  expect(card.fallback).toBe(`Mei: ${said}\n${there}`);
});
