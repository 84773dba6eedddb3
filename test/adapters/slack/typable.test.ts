import { describe, expect, it } from 'vitest';
import { ownNames } from '#adapters/slack/manifest.ts';
import { typable, typableCard } from '#adapters/slack/typable.ts';
import { locales } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';

describe.for(locales)('what the desk tells people to type in Slack, in %s', (locale) => {
  const t = words(locale);
  it('names no command alone that the app has not registered', () => {
    const texts = [
      t('link:claimed', { name: 'Ada', business: 'Mugs' }),
      t('desk:help', { number: 'O-1001' }),
      t('desk:helpDesk', { number: 'O-1001' }),
      t('setup:usage'),
      t('team:usage'),
      t('orders:refused.shortage_asked', { words: 'lamps', missing: '2', number: 'O-1001' }),
      t('cases:openedOrder', { number: 'O-1001', by: '10:00' }),
    ];
    for (const text of texts) {
      const alone = Array.from(typable(text).matchAll(/(?<!\w)\/([a-z_-]+)/g), ([, name = '']) => name);
      expect(alone.length).toBeGreaterThan(0);
      expect(alone.filter((name) => name !== 'orderly' && !(ownNames as readonly string[]).includes(name))).toEqual([]);
    }
    expect(typable(t('link:claimed', { name: 'Ada', business: 'Mugs' }))).toContain('/orderly desk here review');
    expect(typable(t('orders:refused.shortage_asked', { words: 'x', missing: '2', number: 'O-1' }))).toContain('/orderly status O-1');
  });
});

it('leaves what is no command, what is registered and what stands behind /orderly already', () => {
  for (const text of ['/orders, /order O-1', '/orderly desk here review', 'https://x.example/status', 'and/team', '/status/page', '/foo'])
    expect(typable(text)).toBe(text);
  expect(typable('/approve O-1001, (/change-address …)')).toBe('/orderly approve O-1001, (/orderly change-address …)');
});

it('leaves what people wrote as they wrote it', () => {
  const said = 'I typed /status and nothing came';
  for (const text of [`“${said}”`, `「${said}」`]) expect(typable(`${text} /help`)).toBe(`${text} /orderly help`);
  const card = typableCard({
    blocks: [
      { kind: 'quote', text: said, marks: [] },
      { kind: 'note', text: 'Or /reply 12 your words' },
    ],
    fallback: `Mei: ${said}\nOr /reply 12 your words`,
  });
  expect(card.blocks).toEqual([
    { kind: 'quote', text: said, marks: [] },
    { kind: 'note', text: 'Or /orderly reply 12 your words' },
  ]);
  expect(card.fallback).toBe(`Mei: ${said}\nOr /orderly reply 12 your words`);
});
