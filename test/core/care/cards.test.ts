import { describe, expect, it } from 'vitest';
import { renderForDiscord } from '#adapters/discord/render.ts';
import { randomIds } from '#adapters/ids.ts';
import { renderForSlack } from '#adapters/slack/render.ts';
import { renderForTelegram } from '#adapters/telegram/render.ts';
import { touchActions } from '#core/care/answer.decide.ts';
import { answeredCard, answerWords, formOfAnswer, refusedAnswer } from '#core/care/answered.cards.ts';
import { arrivedCard, csatCard, reminderCard, thanksCard, tipsCard, type About } from '#core/care/follow-up.cards.ts';
import { careWords, stepWords } from '#core/care/timeline.cards.ts';
import type { Draft } from '#core/messages/card.ts';
import { withTokens } from '#core/messages/buttons.ts';
import { remember } from '#core/orders/timeline/remembered.decide.ts';
import { locales, type Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import { discordFaults, slackFaults, telegramFaults } from '#test/support/limits.ts';
import { anOrder, noon } from '../orders/order.builder.ts';
import { sent } from './touch.builder.ts';

const reader = (locale: Locale) => ({ locale, timeZone: 'Asia/Shanghai' });
const about = (locale: Locale, orders = [anOrder({ state: 'delivered' })]): About => ({
  touchId: 'touch-1',
  orders,
  reader: reader(locale),
});
const many = Array.from({ length: 40 }, (_, index) => anOrder({ id: `o${index}`, number: `HO-${1000 + index}`, state: 'delivered' }));
const tips = Array.from({ length: 12 }, (_, index) => ({ product: `Product ${index}`, text: '<b>Keep</b> it & *dry* '.repeat(8) }));
const labels = (card: Draft) => card.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons.map(({ label }) => label) : []));

describe.each(locales)('what is said after a delivery in %s', (locale) => {
  const cards: [string, Draft][] = [
    ['arrived', arrivedCard(about(locale), 0)],
    ['arrived late', arrivedCard(about(locale), 3)],
    ['arrived, many orders', arrivedCard(about(locale, many), 1)],
    ['tips', tipsCard(about(locale), tips, true)],
    ['tips alone', tipsCard(about(locale), tips.slice(0, 1), false)],
    ['help alone', tipsCard(about(locale), [], true)],
    ['csat', csatCard(about(locale, many))],
    ['reminder', reminderCard(about(locale), noon.add({ hours: 96 }), noon)],
    ['thanks', thanksCard(about(locale))],
    ['answered', answeredCard(sent(), { shows: 'improvable', survey: { score: 3, comment: null }, orders: many, stays: null }, { locale })],
    [
      'answered tips',
      answeredCard(sent(), { shows: 'book', survey: null, orders: [anOrder()], stays: tipsCard(about(locale), tips, true) }, { locale }),
    ],
  ];

  it.each(cards)('fits every platform: %s', (_name, card) => {
    const said = withTokens(card, randomIds).card;
    expect(slackFaults(renderForSlack(said).payload)).toEqual([]);
    expect(discordFaults(renderForDiscord(said).payload)).toEqual([]);
    expect(telegramFaults(renderForTelegram(said).payload)).toEqual([]);
    expect(card.fallback).not.toMatch(/\{\{|undefined|care:/);
  });

  it('has words for every answer, step and refusal', () => {
    const t = words(locale);
    for (const action of touchActions) expect(answerWords(action, t)).not.toMatch(/care:|\{\{|_/);
    for (const step of ['arrived', 'tips', 'csat', 'close']) expect(stepWords(step, t)).not.toBe(step);
    const answered = sent({ state: 'answered', answer: 'csat_4', answeredAt: noon });
    for (const code of ['unknown_touch', 'not_yours', 'already_answered', 'too_late', 'score_missing', 'no_words', 'too_long'] as const)
      expect(refusedAnswer(code, answered, reader(locale))).not.toMatch(/care:|\{\{/);
  });
});

it('speaks of a service in its own words', () => {
  const service = about('en', [anOrder({ kind: 'service', state: 'delivered' })]);
  expect(arrivedCard(service, 0).fallback).toBe('A short question about order HO-1001: is the work done as it should be?');
  expect(arrivedCard(service, 1).fallback).toContain('was finished 1 day later than we promised');
});

it('offers help only where the business has people for it', () => {
  expect(labels(tipsCard(about('en'), tips, true))).toEqual(['Book', 'No, thanks', 'No more of these']);
  expect(labels(tipsCard(about('en'), tips, false))).toEqual(['No more of these']);
});

it('asks for what an answer lacks', () => {
  const orders = many.slice(0, 2);
  const fields = (action: string, given: Parameters<typeof formOfAnswer>[1]) =>
    formOfAnswer(action, given, { locale: 'en' })?.fields.map(({ name, kind }) => `${name} ${kind}`) ?? null;
  expect(fields('problem', { id: 't', orders: orders.slice(1), survey: null })).toEqual(['text long_text']);
  expect(fields('problem', { id: 't', orders, survey: null })).toEqual(['order select', 'text long_text']);
  expect(fields('comment', { id: 't', orders, survey: null })).toEqual(['score select', 'text long_text']);
  expect(fields('comment', { id: 't', orders, survey: { score: 3, comment: null } })).toEqual(['text long_text']);
  expect(fields('all_good', { id: 't', orders, survey: null })).toBeNull();
});

it('tells on a timeline when, why and what was answered, whatever an event holds', () => {
  const told = (after: unknown) => careWords(remember(after), reader('en'));
  expect(told({ touches: [{ step: 'csat', campaign: 'follow_up', at: '2026-11-27T01:03:00Z', reason: 'quiet_hours' }] })).toEqual([
    'Satisfaction (1–5): Fri, Nov 27, 09:03 (outside the hours in which the customer is written to)',
  ]);
  expect(told({ touches: [{ step: 'csat', reason: 'blocked' }, { step: 'tips' }, { step: 'arrived', answer: 'problem' }] })).toEqual([
    'Satisfaction (1–5): The customer has blocked us there',
    'Tips and an offer of help',
    'Whether everything is all right: a problem',
  ]);
  expect(told({ trouble: { code: 'low_score', grade: 'high', by: '2026-11-27T09:00:00Z' } })).toEqual([
    'Low satisfaction: high',
    'Somebody calls the customer by Fri, Nov 27, 17:00',
  ]);
  expect(told({ touches: [{ step: 'new', reason: 'unheard of', at: 'soon' }, null, 7], trouble: 'x' })).toEqual(['new: soon (unheard of)']);
  expect(told(null)).toEqual([]);
});
