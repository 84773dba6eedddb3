import { describe, expect, it } from 'vitest';
import { renderForDiscord } from '#adapters/discord/render.ts';
import { randomIds } from '#adapters/ids.ts';
import { renderForSlack } from '#adapters/slack/render.ts';
import { renderForTelegram } from '#adapters/telegram/render.ts';
import { effectOf } from '#core/care/win-back/effect.decide.ts';
import { effectCard, whyCard, type Known } from '#core/care/win-back/looking.cards.ts';
import { couponCard, noteCard, type Winning } from '#core/care/win-back/message.cards.ts';
import { withTokens } from '#core/messages/buttons.ts';
import type { Draft } from '#core/messages/card.ts';
import { agreedCard, answeredCard, questionCard } from '#core/people/offers.cards.ts';
import { discordFaults, slackFaults, telegramFaults } from '#test/support/limits.ts';
import { locales } from '#core/text/locale.ts';
import type { Touch } from '#core/care/touch.ts';

const now = Temporal.Instant.from('2026-11-25T04:00:00Z');
const last = { id: 'o1', number: 'HO-1001', at: now.subtract({ hours: 24 * 200 }), mayRepeat: true };
const labels = ({ blocks }: Draft) =>
  blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons.map(({ action }) => action) : []));

const touch: Touch = {
  id: 't1',
  customerId: 'vera',
  orderId: 'o1',
  campaign: 'win_back',
  subject: 'e1',
  step: 'coupon',
  purpose: 'marketing',
  state: 'withheld',
  reason: 'open_case',
  plannedAt: now,
  dueAt: now,
  expiresAt: now,
  outboxKey: null,
  sentAt: null,
  settledAt: now,
  answer: null,
  answeredAt: null,
  orderIds: ['o1'],
};

describe.each(locales)('in %s', (locale) => {
  const reader = { locale, timeZone: 'Asia/Shanghai' };
  const about: Winning = { reader, business: '海港', customer: 'Vera & <b>Co</b>', last, agreedAt: now, now };
  const asking = { business: '海港', platform: 'slack' as const, reader, card: 'c1', read: null };
  const known: Known = {
    name: 'Vera',
    standing: {
      now,
      silence: { silentDays: 200, allowedDays: 91, usualDays: 45.5 },
      consent: 'withdrawn',
      reachable: false,
      open: null,
      lastScore: null,
      lastAssigned: null,
    },
    last,
    enrolment: null,
    obstacle: 'opted_out',
    said: { state: 'withdrawn', platform: 'slack', evidence: 'STOP', at: now },
    askedAt: now,
    touches: Array.from({ length: 12 }, () => touch),
  };
  const unknown: Known = {
    ...known,
    standing: { ...known.standing, silence: null },
    last: null,
    said: null,
    obstacle: 'never_ordered',
    touches: [],
  };
  const chair = { product: 'Chair', times: 4, lastAt: last.at, price: 158_000n, currency: 'CNY' };
  const cards: Record<string, Draft> = {
    note: noteCard(about, [chair, { ...chair, times: 1 }]),
    coupon: couponCard(about, { code: 'BACK-QX7K3M', percent: 10 }, Temporal.PlainDate.from('2026-12-09')),
    question: questionCard(asking),
    agreed: agreedCard(asking, { at: now }),
    yes: answeredCard(asking, 'offers_yes'),
    no: answeredCard(asking, 'offers_no'),
    why: whyCard(known, reader),
    nothing: whyCard(unknown, reader),
    few: effectCard(effectOf({ n: 3, reordered: 1 }, { n: 0, reordered: 0 }), 4, reader),
    more: effectCard(effectOf({ n: 4000, reordered: 600 }, { n: 1000, reordered: 100 }), 0, reader),
  };

  it.for(Object.entries(cards))('%s fits every platform, in whole words', ([, card]) => {
    const said = withTokens(card, randomIds).card;
    expect(slackFaults(renderForSlack(said).payload)).toEqual([]);
    expect(discordFaults(renderForDiscord(said).payload)).toEqual([]);
    expect(telegramFaults(renderForTelegram(said).payload)).toEqual([]);
    expect(card.fallback).not.toMatch(/\{\{|offers:|care:|undefined|null/);
    expect(card.fallback.length).toBeGreaterThan(15);
  });

  it('offers the next step and the way out, and no order again where that cannot be', () => {
    expect([labels(cards['note'] ?? never), labels(cards['coupon'] ?? never)]).toEqual([
      ['reorder', 'offers_no'],
      ['reorder', 'offers_no'],
    ]);
    expect(labels(noteCard({ ...about, last: { ...last, mayRepeat: false } }, [chair]))).toEqual(['offers_no']);
    expect([labels(cards['question'] ?? never), labels(cards['agreed'] ?? never), labels(cards['no'] ?? never)]).toEqual([
      ['offers_yes', 'offers_no'],
      ['offers_no'],
      ['offers_yes'],
    ]);
  });

  it('names both dates and the code of a coupon', () => {
    expect(cards['coupon']?.fallback).toContain('BACK-QX7K3M');
    expect(cards['coupon']?.fallback).toMatch(/Dec 9|12月9日/);
  });
});

const never: Draft = { blocks: [], fallback: '' };

it('tells what it brings only with how many it is told from', () => {
  const reader = { locale: 'en' as const };
  expect(effectCard(effectOf({ n: 4000, reordered: 600 }, { n: 1000, reordered: 100 }), 12, reader).fallback).toBe(
    'What winning back brings\nWritten to: 600 of 4000 ordered within 30 days (15 %)\nHeld out: 100 of 1000 ordered within 30 days (10 %)\n' +
      'Those who were written to order more often: 5 percentage points, 95 % interval 2.7 to 7.1.\n' +
      'Assigned less than 30 days ago and not counted yet: 12.\n' +
      'One in five is held out by lot and hears nothing. Everybody counts in the group they were assigned to, whatever they were sent.',
  );
});
