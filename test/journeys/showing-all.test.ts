import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderers } from '#adapters/index.ts';
import type { StoredMessage } from '#adapters/playground/message.store.ts';
import type { Button } from '#core/messages/card.ts';
import type { Platform } from '#core/messages/incoming.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };
const hostile = '<!channel> @everyone <b>**now**</b> [x](http://evil.example) ``` ||s|| &amp;';

/** An order in a letter that nobody reads to its end: sentences that mean nothing to a desk, each with its number. */
const letter = (sentences: number): string =>
  `2 ergonomic chairs in white. ${Array.from({ length: sentences }, (_, at) => `Glorbing number ${at} ${hostile} quaffles the wembly snorks.`).join('\n')}`;
const numbersIn = (text: string): number[] => [...new Set(Array.from(text.matchAll(/Glorbing number (\d+)/g), ([, at]) => Number(at)))];

/** The button that shows all of it, where the platform draws one. */
function allOf(message: StoredMessage | undefined, platform: Platform): Button | null {
  const button = message?.card?.all?.button;
  if (!message?.card || !button) return null;
  return JSON.stringify(renderers[platform](message.card).payload).includes(button.token) ? button : null;
}
const buttonTo = (message: StoredMessage, label: string): string | null =>
  message.card?.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : [])).find((button) => button.label.includes(label))
    ?.token ?? null;

describe('showing all of it', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const cardOf = async (number: string): Promise<StoredMessage | undefined> =>
    (await office.sees('lin', review)).findLast(({ card, text }) => card && text.startsWith('订单') && text.includes(number));

  /** Turns the pages to the end; what was read on all of them, and how many there were. */
  async function readOn(person: string, at: { platform: Platform; conversation?: string }): Promise<{ text: string; pages: number }> {
    const first = await office.last(person, at);
    let page = first;
    let text = '';
    for (let pages = 1; ; pages++) {
      text += `${page.text}\n`;
      const next = buttonTo(page, at.platform === 'slack' ? '下一页' : 'More') ?? buttonTo(page, '→');
      if (!next) return { text, pages };
      await office.press(person, 'show_all', { ...at, token: next });
      page = await office.last(person, at);
      // turned in place
      expect(page.id).toBe(first.id);
    }
  }

  it('says a long order again in part, and all that was not understood to whoever presses, page by page', async () => {
    await office.say('ann', letter(40));
    const draft = await office.last('ann');
    expect(numbersIn(draft.text).length).toBeLessThan(40);
    const all = allOf(draft, 'discord');
    expect(all).toMatchObject({ action: 'show_all', label: 'Show all' });
    await office.press('ann', 'show_all', { token: all?.token ?? '' });
    const { text, pages } = await readOn('ann', { platform: 'discord' });
    expect(pages).toBeGreaterThan(1);
    expect(numbersIn(text)).toHaveLength(40);
    await office.say('ann', '/cancel');
  });

  it('shows no such button on a card that says everything', async () => {
    await office.say('mei', '2 desk lamps');
    for (const platform of ['slack', 'discord', 'telegram'] as const) expect(allOf(await office.last('mei'), platform)).toBeNull();
    await office.say('mei', '/cancel');
  });

  it('shows a colleague the whole note alone, in the language of each, and nobody else', async () => {
    const number = await place(office, 'ann', letter(60));
    const card = await cardOf(number);
    const all = allOf(card, 'slack');
    expect(all?.label).toBe('显示全部');
    const before = await office.sees('mei', review);
    await office.press('lin', 'show_all', { ...review, token: all?.token ?? '' });
    const { text } = await readOn('lin', review);
    expect(numbersIn(text)).toHaveLength(60);
    expect(text).toContain('@everyone');
    const page = await office.last('lin', review);
    expect(page.onlyFor).toBe('lin');
    expect(await office.sees('mei', review)).toEqual(before);
    // another colleague's page is their own
    await office.press('bob', 'show_all', { ...review, token: all?.token ?? '' });
    const theirs = await office.last('bob', review);
    expect([theirs.onlyFor, theirs.id === page.id]).toEqual(['bob', false]);
    const back = buttonTo(page, '←');
    expect(await office.press('bob', 'show_all', { ...review, token: back ?? '' })).toMatchObject({
      ok: false,
      refusal: { code: 'others_button' },
    });
  });

  it('keeps an order from everybody who may not see it, also among colleagues’ words', async () => {
    const number = await place(office, 'ann', letter(30));
    const own = allOf((await office.sees('ann')).findLast(({ card }) => card?.all) ?? undefined, 'discord');
    const desk = allOf(await cardOf(number), 'slack');
    const refused = { ok: false, refusal: { code: 'unknown_order' } };
    const words = (await office.sees('mei')).length;
    expect(await office.press('mei', 'show_all', { token: own?.token ?? desk?.token ?? '' })).toMatchObject(refused);
    // the customer's own order, as it is told to colleagues
    expect(await office.press('ann', 'show_all', { token: desk?.token ?? '' })).toMatchObject(refused);
    expect(
      numbersIn(
        (await office.sees('mei'))
          .slice(words)
          .map(({ text }) => text)
          .join('\n'),
      ),
    ).toEqual([]);
    const [denied] = await office.database.sql<{ n: number }[]>`
      select count(*)::int as n from events where kind = 'press.denied' and reason = 'unknown_order'`;
    expect(denied?.n).toBe(2);
  });

  it('shows how an order stands now when it has changed meanwhile, and a page that is gone as the last there is', async () => {
    const number = await place(office, 'ann', letter(60));
    const old = allOf(await cardOf(number), 'slack');
    await office.press('lin', 'show_all', { ...review, token: old?.token ?? '' });
    const next = buttonTo(await office.last('lin', review), '→');
    await office.say('lin', `/cancel ${number}`, { platform: 'slack' });
    await office.press('lin', 'show_all', { ...review, token: old?.token ?? '' });
    expect((await office.last('lin', review)).text.split('\n')[0]).toBe(`订单 ${number} · 已取消`);
    // what it says is shorter by now
    await office.database.sql`
      update cards set card = jsonb_build_object('fallback', 'x', 'blocks', jsonb_build_array(jsonb_build_object('kind', 'text', 'text', 'All of it.')))
      where live = (select 'order:' || id from orders where number = ${number})`;
    expect(await office.press('lin', 'show_all', { ...review, token: next ?? '' })).toEqual({ ok: true });
    expect(JSON.stringify((await office.sees('lin', review)).map(({ text }) => text))).toContain('All of it.');
  });

  it('says that it is not kept any more', async () => {
    const number = await place(office, 'ann', letter(30));
    const all = allOf(await cardOf(number), 'slack');
    await office.database.sql`update outbox set card = null where id = (select said_by from buttons where token = ${all?.token ?? ''})`;
    expect(await office.press('lin', 'show_all', { ...review, token: all?.token ?? '' })).toMatchObject({
      ok: false,
      refusal: { code: 'expired_button' },
    });
  });

  it('shows the whole of what was written in the history of an order', async () => {
    const number = await place(office, 'ann', letter(12));
    await office.say('ann', `/order ${number}`);
    const history = await office.last('ann');
    const all = allOf(history, 'discord');
    expect(all).not.toBeNull();
    await office.press('ann', 'show_all', { token: all?.token ?? '' });
    expect(numbersIn((await readOn('ann', { platform: 'discord' })).text)).toHaveLength(12);
    expect(await office.press('mei', 'show_all', { token: all?.token ?? '' })).toMatchObject({ refusal: { code: 'unknown_order' } });
  });

  it('shows the whole of what a customer wrote to a colleague before', async () => {
    await office.say('mei', letter(20).replace('2 ergonomic chairs in white. ', ''));
    await office.say('mei', '/person');
    await office.say('mei', `${letter(20)} I would like to talk to somebody.`);
    await office.say('mei', 'Is anybody there?');
    const card = (await office.sees('lin', review)).findLast(({ card: said }) => said?.whole ?? said?.all?.always);
    const all = allOf(card, 'slack');
    await office.press('lin', 'show_all', { ...review, token: all?.token ?? '' });
    expect(numbersIn((await readOn('lin', review)).text)).toHaveLength(20);
  });

  it('shows everything that was said between a customer and colleagues, and not only what stands on the card', async () => {
    await office.say('raj', '/person');
    for (let n = 0; n < 9; n++) {
      await office.say('raj', `Glorbing number ${2 * n} is mine.`);
      const [row] = await office.database.sql<{ number: string }[]>`
        select k.number::text from cases k join customers c on c.id = k.customer_id where c.name like 'Raj%' and k.state = 'open'`;
      await office.say('lin', `/reply ${row?.number ?? ''} Glorbing number ${2 * n + 1} is ours.`);
    }
    const card = (await office.sees('lin', review)).findLast(({ card: said, text }) => said?.all?.always && text.includes('Raj'));
    expect(numbersIn(card?.text ?? '').length).toBeLessThan(18);
    await office.press('lin', 'show_all', { ...review, token: allOf(card, 'slack')?.token ?? '' });
    const { text, pages } = await readOn('lin', review);
    expect(numbersIn(text).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, n) => n));
    expect(pages).toBeGreaterThan(1);
    // the talk goes on while somebody reads, and customers read nothing that is written for colleagues
    await office.say('raj', 'Glorbing number 18 is new.');
    await office.press('lin', 'show_all', { ...review, token: allOf(card, 'slack')?.token ?? '' });
    expect(numbersIn((await readOn('lin', review)).text)).toContain(18);
    expect(await office.press('raj', 'show_all', { token: allOf(card, 'slack')?.token ?? '' })).toMatchObject({ ok: false });
  });
});
