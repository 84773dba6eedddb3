import { describe, expect, it } from 'vitest';
import { renderForDiscord } from '#adapters/discord/render.ts';
import { randomIds } from '#adapters/ids.ts';
import { renderForSlack } from '#adapters/slack/render.ts';
import { renderForTelegram } from '#adapters/telegram/render.ts';
import { withTokens } from '#core/messages/buttons.ts';
import type { Draft } from '#core/messages/card.ts';
import type { OrderView } from '#core/orders/cards/view.ts';
import { timelineCard, type Page } from '#core/orders/timeline/cards.ts';
import type { TimelineView } from '#core/orders/timeline/entry.cards.ts';
import { sightOf } from '#core/orders/timeline/sight.decide.ts';
import type { Happening } from '#core/orders/timeline/store.ts';
import { locales } from '#core/text/locale.ts';
import type { Actor } from '#core/people/person.ts';
import { discordFaults, slackFaults, telegramFaults } from '#test/support/limits.ts';
import { factsOf, lin, mei, noon, omar, waitingFor } from '../order.builder.ts';

type Reader = Extract<Actor, { kind: 'customer' | 'staff' }>;
type EventEntry = Extract<Happening, { source: 'event' }>;

function viewOf(reader: Actor, changes: Partial<OrderView> = {}): TimelineView {
  const order: OrderView = {
    facts: factsOf({ state: 'delivered' }),
    products: new Map(),
    kept: [],
    shipments: [],
    places: new Map(),
    customerName: 'Mei',
    placedByName: null,
    isTroubled: false,
    repeats: null,
    tallies: [],
    reasons: [],
    rejection: null,
    asked: [],
    colleagues: [],
    deciders: [],
    report: null,
    offered: [],
    own: reader.kind === 'customer',
    sight: sightOf(reader as Reader, null), // the builder's people speak
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    now: noon,
    ...changes,
  };
  const reads = reader as Reader; // the builder's people speak
  return { order, reader: reads, sight: order.sight, places: new Map([['slack:C1', ['review']]]), addresses: [] };
}

let at = 0;
function happened(kind: string, changes: Partial<EventEntry> = {}): EventEntry {
  at += 1;
  return {
    id: `id-${String(at).padStart(4, '0')}`,
    at: noon,
    platform: null,
    source: 'event',
    kind,
    actor: 'system',
    actorId: null,
    actorName: null,
    actorRoles: [],
    conversation: null,
    conversationKind: null,
    before: null,
    after: null,
    reason: null,
    ...changes,
  };
}
const byLin: Partial<EventEntry> = { actor: 'staff', actorId: 'lin', actorName: 'Lin', actorRoles: ['customer_service', 'sales'] };
const pageWith = (entries: Happening[], changes: Partial<Page> = {}): Page => ({
  entries,
  planned: [],
  from: 'newest',
  more: false,
  card: 'c',
  ...changes,
});
const buttonsOf = (card: Draft) => card.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : []));
const wordsOf = (card: Draft): string =>
  card.blocks
    .flatMap((block) => (block.kind === 'text' || block.kind === 'heading' ? [block.text] : []))
    .join('\n')
    .replaceAll('**', '');

describe('the timeline of an order', () => {
  it('says who in which role, where, what before and after, and why', () => {
    const entry = happened('order.hold', {
      ...byLin,
      platform: 'slack',
      conversation: 'C1',
      conversationKind: 'group',
      before: { state: 'draft', total: '1000' },
      after: { state: 'submitted', total: '2000', effects: [{ kind: 'place_hold', hold: 'legal', reason: 'x' }] },
      reason: 'no contract yet',
    });
    expect(timelineCard(viewOf(omar), pageWith([entry])).fallback).toContain(
      [
        '12:00 Lin (customer service, sales) put the order on hold · Slack, review channel',
        '• State: draft → being checked',
        '• Total: CN¥10.00 → CN¥20.00',
        '• Kind of hold: legal',
        '• Reason: “no contract yet”',
      ].join('\n'),
    );
  });

  it('calls the reader “you”, and a program by its name', () => {
    const text = timelineCard(
      viewOf(lin),
      pageWith([happened('order.approve', byLin), happened('order.deliver', { actor: 'api', actorName: 'DHL' })]),
    ).fallback;
    expect(text).toContain('12:00 You approved the order');
    expect(text).toContain('12:00 DHL (connected program) reported that the goods arrived');
  });

  it('tells a customer what they need and not where colleagues talk or what they think', () => {
    const entry = happened('order.approve', { ...byLin, platform: 'slack', conversation: 'C1', reason: 'a good customer' });
    const { fallback } = timelineCard(viewOf(mei), pageWith([entry, happened('order.ask', { ...byLin, reason: 'Which colour?' })]));
    expect(fallback).toContain('12:00 Lin (customer service, sales) approved the order\n12:00 Lin');
    expect(fallback).toContain('asked you a question\n• Question: “Which colour?”');
    expect(fallback).not.toContain('good customer');
  });

  it('groups by the day of the reader’s own calendar', () => {
    const entries = [
      happened('order.confirm', { at: Temporal.Instant.from('2026-11-25T15:50:00Z') }),
      happened('order.verify', { at: Temporal.Instant.from('2026-11-25T16:10:00Z') }),
    ];
    expect(timelineCard(viewOf(lin), pageWith(entries)).fallback).toMatch(/Wed, Nov 25\n23:50 [^\n]+\nThu, Nov 26\n00:10 /);
    expect(timelineCard(viewOf(lin, { timeZone: 'Europe/London' }), pageWith(entries)).fallback).toMatch(
      /Wed, Nov 25\n15:50 [^\n]+\n16:10 /,
    );
  });

  it('says in the fallback exactly what the blocks say, in every language', () => {
    for (const locale of locales) {
      const card = timelineCard(viewOf(lin, { locale }), pageWith([happened('order.confirm')], { more: true }));
      expect(card.fallback).toBe(wordsOf(card));
      expect(card.fallback).not.toMatch(/\{\{|timeline:/);
    }
  });

  it('offers the pages there are, the newest with what comes next', () => {
    const entries = Array.from({ length: 25 }, () => happened('order.edit'));
    const labels = (page: Partial<Page>) => buttonsOf(timelineCard(viewOf(lin), pageWith(entries, page))).map(({ label }) => label);
    expect(labels({})).toEqual(['HO-1001']);
    expect(labels({ more: true })).toEqual(['← Earlier', 'HO-1001']);
    expect(labels({ from: 'before' })).toEqual(['Later →', 'HO-1001']);
    expect(labels({ from: 'before', more: true })).toEqual(['← Earlier', 'Later →', 'HO-1001']);
    expect(labels({ from: 'after' })).toEqual(['← Earlier', 'HO-1001']);
    const planned = [{ source: 'job' as const, kind: 'accept_delivery', dueAt: noon.add({ hours: 24 }) }];
    expect(timelineCard(viewOf(mei), pageWith(entries, { planned })).fallback).toContain(
      '• Thu, Nov 26, 12:00: the order is completed unless something is reported',
    );
    expect(timelineCard(viewOf(mei), pageWith(entries, { planned, from: 'before' })).fallback).not.toContain('What comes next');
  });

  it('keeps to what a platform takes: long entries are cut, and the rest is on the next page', () => {
    const entries = Array.from({ length: 25 }, () => happened('order.ask', { ...byLin, reason: 'w '.repeat(5_000) }));
    const newest = timelineCard(viewOf(lin), pageWith(entries));
    expect(newest.fallback.length).toBeLessThan(4_000);
    const [earlier] = buttonsOf(newest);
    const kept = entries.slice(entries.findIndex(({ id }) => id === earlier?.args?.['before']));
    expect(newest.fallback.match(/Question:/g)).toHaveLength(kept.length);
    const forward = timelineCard(viewOf(lin), pageWith(entries, { from: 'after' }));
    const later = buttonsOf(forward).find(({ label }) => label === 'Later →');
    expect(entries.findIndex(({ id }) => id === later?.args?.['after'])).toBe(kept.length - 1);
  });

  it.each(['w '.repeat(5_000), '*_~`|<>&@#'.repeat(1_000), '字'.repeat(5_000)])(
    'loses nothing on any platform, whatever people wrote: %#',
    (reason) => {
      const entries = Array.from({ length: 25 }, () => happened('order.ask', { ...byLin, platform: 'slack', conversation: 'C1', reason }));
      for (const locale of locales) {
        const { card } = withTokens(timelineCard(viewOf(lin, { locale }), pageWith(entries, { from: 'before', more: true })), randomIds);
        const [slack, discord, telegram] = [renderForSlack(card), renderForDiscord(card), renderForTelegram(card)];
        expect([...slackFaults(slack.payload), ...discordFaults(discord.payload), ...telegramFaults(telegram.payload)]).toEqual([]);
        expect([slack.lost, discord.lost, telegram.lost]).toEqual([[], [], []]);
      }
    },
  );

  it('fits a day of twenty-five short entries', () => {
    const entries = Array.from({ length: 25 }, () => happened('order.edit'));
    const { card } = withTokens(timelineCard(viewOf(mei, { locale: 'zh-CN' }), pageWith(entries)), randomIds);
    expect(renderForTelegram(card).payload.text.match(/12:00/g)).toHaveLength(25);
    expect(JSON.stringify(renderForDiscord(card).payload).match(/12\\\\:00/g)).toHaveLength(25);
  });

  it('says what the desk plans within itself to staff alone, and shows what it does not know', () => {
    const planned = [
      { source: 'job' as const, kind: 'of_a_later_version', dueAt: noon },
      { source: 'message' as const, kind: null, dueAt: noon },
    ];
    const garbage = happened('order.of_a_later_version', { before: [1], after: { effects: 'x', lines: 'y' } });
    const staff = timelineCard(viewOf(lin), pageWith([garbage], { planned })).fallback;
    expect(staff).toContain('12:00 The desk: order.of_a_later_version');
    expect(staff).toContain('the desk does the next step by itself');
    expect(staff).toContain('a message to the customer');
    expect(timelineCard(viewOf(mei), pageWith([], { planned })).fallback).not.toMatch(/by itself|a message/);
  });

  it('says whose step is next to the customer and to colleagues', () => {
    const next = (reader: Actor, changes: Partial<OrderView>) =>
      timelineCard(viewOf(reader, changes), pageWith([])).fallback.split('\n').at(-1);
    const approval = waitingFor('sales', { pausedAt: noon, askedBy: 'lin' });
    const asked = { facts: factsOf({ state: 'in_review' }, { approval }) };
    expect(next(mei, {})).toBe('Next: tell us whether everything is all right.');
    expect(next(lin, {})).toBe('Next: the customer says whether everything is all right.');
    expect(next(mei, asked)).toBe('Next: we wait for your answer.');
    expect(next(lin, asked)).toBe('Next: the customer answers our question. The time for the decision stands still.');
    expect(next(lin, { facts: factsOf({ state: 'preparing' }) })).toBe('Next: the warehouse hands it to the carrier.');
  });

  it('says what became of a message to the customer, and why', () => {
    const message = (state: string, reason: string | null): Happening => ({
      id: 'm',
      at: noon,
      platform: 'telegram',
      source: 'message',
      state,
      reason,
      text: 'Hello',
    });
    const text = timelineCard(
      viewOf(lin),
      pageWith([message('sent', null), message('failed', 'blocked'), message('withheld', 'quiet_hours')]),
    ).fallback;
    expect(text).toContain('The customer got a message (Telegram)\n• Text: “Hello”');
    expect(text).toContain('could not be delivered (Telegram)\n• Reason: The customer has blocked us there');
    expect(text).toContain('was held back (Telegram)\n• Reason: quiet_hours');
  });
});
