import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderForDiscord } from '#adapters/discord/render.ts';
import { renderForSlack } from '#adapters/slack/render.ts';
import { renderers } from '#adapters/index.ts';
import { renderForTelegram } from '#adapters/telegram/render.ts';
import type { Block, Button, Card } from '#core/messages/card.ts';
import { mayBeCut, pagesOf } from '#core/messages/whole.decide.ts';
import { discordFaults, slackFaults, telegramFaults } from '#test/support/limits.ts';

const hostile = [
  '@everyone <!channel> <@U123> <script>alert(1)</script> &amp; **bold** *x* _y_ `z` ||s|| [a](http://b) > q\n# h\n- l\n1. n',
  'x'.repeat(10_000),
  '&'.repeat(9_000),
  '👨‍👩‍👧‍👦'.repeat(2_000),
  '',
  '\u202Eevil\u0000'.replace('\u0000', ''),
  '海'.repeat(5_000),
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 300 }));
const button = fc
  .record({ label: text, style: fc.constantFrom('primary' as const, 'danger' as const, 'plain' as const) })
  .map(({ label, style }) => ({ label: label || 'x', style, action: 'confirm' }));
const block: fc.Arbitrary<Block<Omit<Button, 'token'>>> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: text, value: text }), { minLength: 1, maxLength: 25 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    head: fc.constant<string[]>(['Product', 'Qty', 'Price']),
    rows: fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 150 }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    title: text,
    bars: fc.array(fc.record({ label: text, value: fc.integer({ min: -5, max: 1e9 }), shown: text }), { maxLength: 40 }),
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    steps: fc.array(fc.record({ label: text, state: fc.constantFrom('done' as const, 'now' as const, 'next' as const) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant('quote' as const),
    text,
    marks: fc.array(fc.record({ start: fc.nat(200), end: fc.nat(400), label: text }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    file: fc.record({
      name: text,
      mimeType: fc.constant('image/png'),
      size: fc.nat(),
      platform: fc.constant('slack' as const),
      account: fc.constant('A1'),
      key: fc.constant('F1'),
    }),
  }),
  fc.record(
    {
      kind: fc.constant('actions' as const),
      buttons: fc.array(button, { minLength: 1, maxLength: 40 }),
      more: fc.record({ open: button, back: button, buttons: fc.array(button, { minLength: 1, maxLength: 120 }) }),
    },
    { requiredKeys: ['kind', 'buttons'] },
  ),
);
const cards = fc.record({ blocks: fc.array(block, { minLength: 1, maxLength: 60 }), fallback: text }).map(({ blocks, fallback }): Card => {
  let token = 0;
  const bound = (one: Omit<Button, 'token'>): Button => ({ ...one, token: `token${token++}` });
  return {
    fallback: fallback || 'x',
    blocks: blocks.map((part): Block<Button> => {
      if (part.kind !== 'actions') return part;
      const { kind, buttons, more } = part;
      if (!more) return { kind, buttons: buttons.map(bound) };
      const behind = { open: bound(more.open), back: bound(more.back), buttons: more.buttons.map(bound) };
      return { kind, buttons: buttons.map(bound), more: behind };
    }),
  };
});

/** Pages begin where a space was. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '');

describe('a card on every platform', () => {
  it('is within every limit of the platform, whatever somebody typed', () => {
    fc.assert(
      fc.property(cards, (card) => {
        expect(slackFaults(renderForSlack(card).payload)).toEqual([]);
        expect(discordFaults(renderForDiscord(card).payload)).toEqual([]);
        expect(telegramFaults(renderForTelegram(card).payload)).toEqual([]);
        for (const render of Object.values(renderers)) expect(render(card).limits.filter(({ used, most }) => used > most)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  const tokenOfAll = 'all'.padEnd(32, 'x');
  const withAll = (card: Card, always = false): Card => ({
    ...card,
    all: { button: { token: tokenOfAll, action: 'show_all', label: 'Show all', style: 'plain' }, always },
  });
  const showsAll = (payload: unknown): boolean => JSON.stringify(payload).includes(tokenOfAll);

  it('has the button that shows all of it where anything is left out, within the limits all the same, and nowhere else', () => {
    fc.assert(
      fc.property(cards, fc.boolean(), (card, always) => {
        const bearing = withAll(card, always);
        expect(slackFaults(renderForSlack(bearing).payload)).toEqual([]);
        expect(discordFaults(renderForDiscord(bearing).payload)).toEqual([]);
        expect(telegramFaults(renderForTelegram(bearing).payload)).toEqual([]);
        for (const render of [...Object.values(renderers), renderForTelegram]) {
          const { isCut } = render(card);
          const { payload, limits } = render(bearing);
          expect(limits.filter(({ used, most }) => used > most)).toEqual([]);
          expect(showsAll(payload)).toBe(isCut || always);
          // whoever says it has to have made the button ready
          if (isCut) expect(mayBeCut(card)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has no such button where everything is shown', () => {
    expect(mayBeCut(order)).toBe(false);
    for (const render of Object.values(renderers)) expect(showsAll(render(withAll(order)).payload)).toBe(false);
  });

  it('is shown in pages that no platform shortens, and that leave out no word', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const pages = pagesOf(card.blocks);
        for (const blocks of pages) {
          const page: Card = { blocks, fallback: 'x' };
          expect(mayBeCut(page)).toBe(false);
          for (const render of [...Object.values(renderers), renderForTelegram]) expect(render(page).isCut).toBe(false);
        }
        const shown = pages.flat().flatMap((block) => {
          if (block.kind === 'fields') return block.fields.flatMap(({ label, value }) => [label, value]);
          return 'text' in block ? [block.text] : [];
        });
        const quotes = card.blocks.flatMap((block) => (block.kind === 'quote' || block.kind === 'text' ? [block.text] : []));
        const all = bare(shown.join(''));
        for (const quote of quotes) expect(all).toContain(bare(quote));
      }),
      { numRuns: 100 },
    );
  });

  const order: Card = {
    fallback: 'Order HO-1001',
    blocks: [
      { kind: 'heading', text: 'Order HO-1001 · confirmed' },
      {
        kind: 'progress',
        steps: [
          { label: 'Accepted', state: 'now' },
          { label: 'Preparing', state: 'next' },
        ],
      },
      { kind: 'table', head: ['Product', 'Qty', 'Amount'], rows: [['Ergonomic chair (black)', '2', '¥3,160.00']] },
      { kind: 'fields', fields: [{ label: 'Total', value: '¥3,160.00' }] },
      { kind: 'quote', text: 'two chairs, urgent', marks: [{ start: 12, end: 18, label: 'urgent' }] },
      { kind: 'actions', buttons: [{ token: 't1', action: 'approve', label: 'Approve', style: 'primary' }] },
    ],
  };

  const key = (name: string): Button => ({ token: name, action: name, label: `To ${name}`, style: 'plain' });
  const many = (count: number, opened?: string): Card => ({
    fallback: 'Order HO-1001',
    blocks: [
      { kind: 'text', text: 'Order HO-1001' },
      {
        kind: 'actions',
        buttons: [key('approve')],
        more: { open: { ...key('open'), label: 'More…' }, back: { ...key('back'), label: '← Back' }, buttons: Array.from({ length: count }, (_, at) => key(`n${at}`)) }, // prettier-ignore
      },
    ],
    ...(opened === undefined ? {} : { opened }),
  });

  it('has its further buttons in a menu of Slack: three dots for a few, a list for more', () => {
    const menuIn = (card: Card): unknown => {
      const { blocks } = renderForSlack(card).payload;
      return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))[1];
    };
    const option = (name: string) => ({ text: { type: 'plain_text', text: `To ${name}`, emoji: false }, value: name });
    expect(menuIn(many(5))).toEqual({ type: 'overflow', action_id: 'open', options: ['n0', 'n1', 'n2', 'n3', 'n4'].map(option) });
    expect(menuIn(many(6))).toMatchObject({
      type: 'static_select',
      action_id: 'open',
      placeholder: { text: 'More…' },
      options: [option('n0'), {}, {}, {}, {}, option('n5')],
    });
  });

  it('has its further buttons in a menu of Discord, below the others', () => {
    const [container] = renderForDiscord(many(6)).payload.components ?? [];
    expect(container && 'components' in container && container.components.slice(1)).toMatchObject([
      { type: 1, components: [{ type: 2, custom_id: 'approve' }] },
      { type: 1, components: [{ type: 3, custom_id: 'open', placeholder: 'More…', options: [{ value: 'n0', label: 'To n0' }, {}, {}, {}, {}, {}] }] }, // prettier-ignore
    ]);
  });

  it('has its further buttons in Telegram in the place of the others, with a way back, once they are opened', () => {
    const keys = (card: Card): string[] =>
      renderForTelegram(card)
        .payload.reply_markup.inline_keyboard.flat()
        .map(({ text: written }) => written);
    expect(keys(many(3))).toEqual(['To approve', 'More…']);
    expect(keys(many(3, 'open'))).toEqual(['To n0', 'To n1', 'To n2', '← Back']);
    // of a card that was drawn anew since
    expect(keys(many(3, 'an older one'))).toEqual(['To approve', 'More…']);
  });

  it('of blanks alone shows its fallback, as an empty message is refused', () => {
    const blank: Card = { fallback: 'Order HO-1001', blocks: [{ kind: 'fields', fields: [{ label: '', value: ' ' }] }] };
    expect(renderForTelegram(blank).payload.text).toBe('Order HO-1001');
  });

  it('is drawn in Block Kit with a native table and opaque tokens', () => {
    expect(renderForSlack(order)).toMatchSnapshot();
  });

  it('is drawn in Components V2', () => {
    expect(renderForDiscord(order)).toMatchSnapshot();
  });

  it('is drawn in Telegram HTML with an inline keyboard', () => {
    expect(renderForTelegram(order)).toMatchSnapshot();
  });

  it('draws a chart natively in Slack, and with characters of one width elsewhere', () => {
    const bars = [
      { label: 'Nov 25', value: 8, shown: '8' },
      { label: '11月26日', value: 3, shown: '3' },
      { label: 'Nov 27', value: 0, shown: '0' },
    ];
    const chart: Card = { fallback: 'x', blocks: [{ kind: 'chart', title: 'Orders', bars }] };
    expect(renderForSlack(chart).payload.blocks).toEqual([
      {
        type: 'data_visualization',
        title: 'Orders',
        chart: {
          type: 'bar',
          series: [{ name: 'Orders', data: bars.map(({ label, value }) => ({ label, value })) }],
          axis_config: { categories: ['Nov 25', '11月26日', 'Nov 27'] },
        },
      },
    ]);
    const lines = ['Nov 25   ██████████████ 8', '11月26日 █████▎ 3', 'Nov 27   0'];
    expect(renderForTelegram(chart).payload.text).toBe(`<b>Orders</b>\n<pre>${lines.join('\n')}</pre>`);
    expect(JSON.stringify(renderForDiscord(chart).payload)).toContain('```\\nNov 25   ████████████████ 8\\n');
    expect(JSON.stringify(renderForSlack(chart, { charts: false }).payload)).toContain('rich_text_preformatted');
  });

  it('says what a platform could not show', () => {
    const long: Card = { fallback: 'x', blocks: Array.from({ length: 60 }, () => ({ kind: 'text', text: 'y'.repeat(900) })) };
    expect(renderForSlack(long).lost).not.toEqual([]);
    expect(renderForDiscord(long).lost).not.toEqual([]);
    expect(renderForTelegram(long).lost).not.toEqual([]);
  });
});
