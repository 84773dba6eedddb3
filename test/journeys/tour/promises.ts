import { expect } from 'vitest';
import { randomIds } from '#adapters/ids.ts';
import type { Part } from '#adapters/playground/page/scenarios/scenario.ts';
import { lookAtDesk } from '#core/backstage/look.act.ts';
import type { Sight } from './bodies/body.ts';
import type { Play } from './play.ts';

/** What a scenario promises, looked for at its end where people see it. */
export const promises: Record<string, (play: Play) => Promise<void>> = {
  async rush(play) {
    const { number } = await orderIs(play, { state: 'preparing', total: 616_000n });
    expect(card(play, 'customer', 'confirm').text).toMatch(/6,160\.00/);
    expect(lastSaid(play, 'customer')).toMatch(
      {
        en: /is confirmed\. We promise it for .+\. Your special wishes cost CN¥180\.00/,
        zh: /已确认，承诺交期 .+。您的特殊要求加价 ¥180\.00/,
      }[play.speech],
    );
    // one card in the review channel, edited all the way
    expect(card(play, 'colleague', 'approve').text).toMatch(/HO-\d+ · 备货中/);
    expect(card(play, 'third', 'prepare').text).toContain(number);
  },

  async shortage(play) {
    await orderIs(play, { state: 'in_transit', total: { en: 733_210n, zh: 771_800n }[play.speech] });
    expect(card(play, 'customer', 'confirm').text).toMatch({ en: /4 \(2 taken off\)|Qty 4/, zh: /4（已取消 2）/ }[play.speech]);
    expect(card(play, 'customer', 'substitute').text).toMatch(
      { en: /2 × Task chair \(Black\) comes instead/, zh: /已换成 2 × 职员椅（黑色）/ }[play.speech],
    );
    expect(lastSaid(play, 'customer')).toMatch({ en: /is on its way: SF Express SF1042/, zh: /配送中：顺丰 SF1042/ }[play.speech]);
    expect(card(play, 'third', 'prepare').text).toContain('SF1042');
  },

  async late(play) {
    await orderIs(play, { state: 'delivered', total: 87_600n });
    expect(all(play, 'customer')).toMatch(
      { en: /reached you 3 days later than we promised/, zh: /比承诺的日期晚了 3 天送到/ }[play.speech],
    );
    expect(card(play, 'customer', 'csat_2').text).toMatch({ en: /you gave 2 of 5/, zh: /您打了 2 分/ }[play.speech]);
    expect(lastSaid(play, 'customer')).toMatch(
      { en: /^Bob · Harbour Office[\s\S]*I am sorry for the wait/, zh: /^Lin 林 · 海港办公[\s\S]*让您久等了/ }[play.speech],
    );
    expect(card(play, 'colleague', 'answer_case').text).toMatch(
      { en: /2\/5[\s\S]*I am sorry for the wait/, zh: /2\/5[\s\S]*让您久等了/ }[play.speech],
    );
    // what was not said, and why
    const { database, now } = play.theatre;
    const { unsaid } = await database.transaction((tx) => lookAtDesk({ tx, now: now(), ids: randomIds }, 'en'));
    const { number } = await orderIs(play, {});
    expect(unsaid.filter((one) => one.number === number)).toMatchObject([
      expect.objectContaining({ why: expect.any(String) }),
      { step: 'tips', state: 'cancelled', why: 'delivered late: we apologise instead' },
    ]);
  },

  async 'win-back'(play) {
    await orderIs(play, { state: 'confirmed', total: 323_820n });
    const words = all(play, 'customer');
    expect(words).toMatch({ en: /here is Harbour Office\. Your last order with us was HO-\d+/, zh: /您上一次下单是 HO-\d+/ }[play.speech]);
    const [, code = ''] = /(BACK-\w+)/.exec(words) ?? [];
    expect(card(play, 'customer', 'confirm').text).toMatch({ en: /Coupon[\s\S]*−CN¥359\.80/, zh: /优惠券[\s\S]*−¥359\.80/ }[play.speech]);
    expect(card(play, 'customer', 'confirm').text).toContain(code);
    expect(lastSaid(play, 'colleague')).toMatch({ en: /A personal coupon · sent/, zh: /专属优惠券 · 已发送/ }[play.speech]);
  },
};

async function orderIs(play: Play, expected: object) {
  const order = (await play.order()) ?? expect.fail('there is no order');
  expect(order).toMatchObject(expected);
  return order;
}

/** The message on which somebody pressed, as it stands now: the same one, changed in place. */
function card(play: Play, part: Part, action: string): Sight {
  const pressed = play.pressed.findLast((press) => press.part === part && press.action === action);
  const standing = play.sees(part).find(({ id }) => id === pressed?.message) ?? expect.fail(`the card with ${action} is gone`);
  expect(standing).toMatchObject({ isDesks: true, edited: true });
  return standing;
}

const ofDesk = (play: Play, part: Part): Sight[] => play.sees(part).filter(({ isDesks }) => isDesks);
const all = (play: Play, part: Part): string =>
  ofDesk(play, part)
    .map(({ text }) => text)
    .join('\n');
const lastSaid = (play: Play, part: Part): string => ofDesk(play, part).at(-1)?.text ?? '';
