import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { randomIds } from '#adapters/ids.ts';
import type { Draft, Offer } from '#core/messages/card.ts';
import { withMore } from '#core/messages/more.cards.ts';
import { say } from '#core/messages/outbox.ts';
import { words } from '#core/text/words.ts';
import type { Standing } from '#test/adapters/platforms/stage.ts';
import { openLiveStage, stages } from './live.stage.ts';

/** A card of many buttons, each about an order that there is not. */
const cardOf = (text: string, count: number): Draft => {
  const order = randomIds.uuid();
  const offers = Array.from({ length: count }, (_, at): Offer => ({ action: 'status', label: `Order ${at}`, args: { order } }));
  return { blocks: [{ kind: 'text', text }, ...withMore([offers.slice(0, 3), offers.slice(3)], words('en'))], fallback: text };
};

describe.each(Object.entries(stages))('a card of many buttons on %s, by its own SDK', (name, setStage) => {
  const live = openLiveStage(setStage);
  beforeAll(() => live.stage.says('hello'));

  const standing = (text: string): Standing | undefined => live.stage.standing().find((message) => message.text.includes(text));
  const put = async (text: string, count: number, edited?: string): Promise<Standing> => {
    const [{ address } = expect.fail()] = live.heard;
    const about = { to: address, class: 'transactional' as const, dedupeKey: text, card: cardOf(text, count) };
    await live.database.transaction((tx) =>
      say({ tx, now: systemClock.now(), ids: randomIds }, { ...about, ...(edited === undefined ? {} : { live: edited }) }),
    );
    live.heart.wake();
    await expect.poll(() => standing(text), { timeout: 20_000 }).toBeTruthy();
    return standing(text) ?? expect.fail();
  };
  /** A button that does not stand on the card. */
  const hidden = async (text: string): Promise<string> => {
    const rows = await live.database.sql<{ token: string }[]>`
      select b.token
      from buttons b
      join outbox o on o.id = b.said_by
      where o.dedupe_key = ${text}
        and b.action = 'status'`;
    const visible = new Set((standing(text)?.tokens ?? []).slice(0, 5));
    return rows.map(({ token }) => token).find((token) => !visible.has(token)) ?? '';
  };

  it.each([
    ['a message', undefined],
    ['a live card', 'order:many'],
  ])('of %s shows a few, and the others behind one', async (what, edited) => {
    const text = `Many of ${what}`;
    const card = await put(text, 12, edited);
    const count = live.stage.standing().length;
    const last = await hidden(text);
    const before = live.heard.length;
    if (name === 'Telegram') {
      expect(card.tokens).toHaveLength(6);
      expect(card.tokens).not.toContain(last);
      await live.stage.presses(card.key, card.tokens[5] ?? '');
      await expect.poll(() => standing(text)?.tokens.includes(last), { timeout: 20_000 }).toBe(true);
      const opened = standing(text);
      expect(opened).toMatchObject({ key: card.key });
      expect(opened?.tokens).toHaveLength(8);
      await live.stage.presses(card.key, opened?.tokens.at(-1) ?? '');
      await expect.poll(() => standing(text)?.tokens, { timeout: 20_000 }).toEqual(card.tokens);
      await live.stage.presses(card.key, card.tokens[5] ?? '');
      await expect.poll(() => standing(text)?.tokens.includes(last), { timeout: 20_000 }).toBe(true);
    } else expect(card.tokens).toHaveLength(12);
    await live.stage.presses(card.key, last);
    await expect.poll(() => live.heard.slice(before).filter(({ kind }) => kind === 'press').map((press) => 'token' in press && press.token)).toContain(last); // prettier-ignore
    expect(live.stage.standing().filter((message) => message.text.includes(text))).toHaveLength(1);
    expect(live.stage.standing().length).toBeGreaterThanOrEqual(count);
  });

  it('shows all where there are few', async () => {
    expect((await put('A few', 6)).tokens).toHaveLength(6);
  });

  it('stands in a menu of the platform, however many', async () => {
    for (const count of [7, 10, 11, 12, 40]) {
      const card = await put(`Counted ${count}.`, count);
      if (name !== 'Telegram') expect(card.tokens).toHaveLength(count);
    }
  });
});
