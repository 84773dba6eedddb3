import { describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import type { Standing } from '#test/adapters/platforms/stage.ts';
import { underWay } from '#test/support/settled.ts';
import { openLiveStage, stages } from './live.stage.ts';

const hostile = '<!channel> @everyone <b>now</b> [x](http://evil.example) &amp; ```';
const letter = `2 ergonomic chairs, please. ${Array.from({ length: 30 }, (_, at) => `Glorbing number ${at} quaffles ${hostile} snorks.`).join('\n')}`;
const numbersIn = (text: string): number[] => [...new Set(Array.from(text.matchAll(/Glorbing number (\d+)/g), ([, at]) => Number(at)))];

describe.each(Object.entries(stages))('all of a long answer on %s, by its own SDK', (_name, setStage) => {
  const live = openLiveStage(setStage);

  const tokenOf = async (action: string, page: string | null): Promise<string[]> => {
    const rows = await live.database.sql<{ token: string }[]>`
      select token from buttons where action = ${action} and (args ->> 'page') is not distinct from ${page} order by created_at`;
    return rows.map(({ token }) => token);
  };
  const standingWith = (tokens: readonly string[]): Standing | undefined =>
    live.stage.standing().findLast((message) => message.tokens.some((token) => tokens.includes(token)));

  it('is behind a button, in pages that are turned in place, and pings nobody', async () => {
    await live.stage.says(letter);
    await expect.poll(async () => standingWith(await tokenOf('show_all', null)), { timeout: 20_000 }).toBeTruthy();
    const answer = standingWith(await tokenOf('show_all', null));
    expect(numbersIn(answer?.text ?? '').length).toBeLessThan(30);
    const [token = ''] = await tokenOf('show_all', null);
    expect(token).toMatch(/^[\w-]{10,32}$/);
    await live.stage.presses(answer?.key ?? '', token);
    await expect.poll(async () => standingWith(await tokenOf('show_all', '1')), { timeout: 20_000 }).toBeTruthy();
    const first = standingWith(await tokenOf('show_all', '1'));
    const seen = new Set(numbersIn(first?.text ?? ''));
    const count = live.stage.standing().length;
    for (let page = 1; ; page++) {
      const next = (await tokenOf('show_all', String(page))).filter((one) => standingWith([one]));
      const [on] = next;
      if (!on) break;
      await live.stage.presses(first?.key ?? '', on);
      // the button that led here is gone once the page is turned
      await expect.poll(() => standingWith([on]), { timeout: 20_000 }).toBeUndefined();
      for (const number of numbersIn(live.stage.standing().find(({ key }) => key === first?.key)?.text ?? '')) seen.add(number);
    }
    expect(seen.size).toBe(30);
    // what a platform shows already is not yet known to have arrived
    await expect.poll(() => underWay(live.database.sql, systemClock.now()), { timeout: 20_000 }).toBe(0);
    expect(live.stage.standing()).toHaveLength(count);
    expect(live.stage.standing().flatMap(({ pings }) => pings)).toEqual([]);
    const [failed] = await live.database.sql<
      { n: number }[]
    >`select count(*)::int as n from outbox where state not in ('sent', 'superseded')`;
    expect(failed?.n).toBe(0);
  });
});
