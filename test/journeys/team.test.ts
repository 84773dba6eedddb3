import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';
import { place, placed, told } from '#test/support/placed.ts';

const review = { platform: 'slack' as const, conversation: 'review' };
const grace = { platform: 'discord' as const };

describe.each(engines)('who is who, in the chat, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const codeIn = (text: string): string => /(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';
  const says = async (person: string, text: string, at: Parameters<Office['say']>[2] = {}): Promise<string> => {
    await office.say(person, text, at);
    return (await office.last(person, at)).text;
  };
  const idOf = async (name: string): Promise<string> => {
    const [row] = await office.database.sql<{ id: string }[]>`select id from staff where name = ${name}`;
    return row?.id ?? '';
  };

  it('shows everybody, with roles, limits and channels; only those who lead are offered changes', async () => {
    const shown = await says('grace', '/team');
    expect(shown).toContain('• Lin 林: customer service (approves up to CN¥20,000.00) · Slack');
    expect(shown).toContain('• Grace: manager (approves anything) · ');
    expect(buttonsOf(await office.last('grace')).map(({ action }) => action)).toContain('team_add');
    await office.say('bob', '/team');
    expect(buttonsOf(await office.last('bob')).map(({ action }) => action)).toEqual(['team_away']);
    expect(await says('ann', '/team')).toBe('That command is for staff.');
  });

  it('adds a colleague by a code that works once, and they may at once do what was said', async () => {
    const invited = await says('grace', '/team add Wei Chen sales 30000');
    expect(invited).toMatch(/^Wei Chen is on the team\. Pass this code on to them: /);
    expect(await says('grace', '/team')).toMatch(/Wei Chen: sales \(approves up to CN¥30,000\.00\) · invited until/);
    expect(await says('wei', codeIn(invited))).toMatch(/^欢迎加入团队，Wei Chen：销售（可审批至 ¥30,000\.00）/u);
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    expect(await office.press('wei', 'approve', { ...review, values: {} })).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed' });
    expect(await says('mallory', codeIn(invited))).toMatch(/^这个验证码已经用过了/u);
  });

  it('does the same by a form, and sends a new code by a button', async () => {
    await office.say('grace', '/team');
    const asked = { ...grace, values: { name: 'Xiao Wang', role: 'customer_service', limit: '' } };
    expect(await office.press('grace', 'team_add', asked)).toEqual({ ok: true });
    const first = codeIn((await office.last('grace')).text);
    await office.say('grace', '/team');
    expect(await office.press('grace', 'team_invite', { label: 'Xiao Wang' })).toEqual({ ok: true });
    const second = codeIn((await office.last('grace')).text);
    expect(await says('wang', first)).toMatch(/^没有这个验证码/u);
    expect(await says('wang', second)).toMatch(/^欢迎加入团队，Xiao Wang：客服/u);
    expect(await says('grace', '把小王设为客服')).toBe('没有同事“小王”。发送 /team 查看所有人。');
    expect(await says('grace', '把Wang设为仓库')).toMatch(/Wang.*(?:仓库|warehouse)/u);
    expect(await says('grace', 'make Wang sales')).toBe('Xiao Wang is now sales.');
    expect(await told(office, 'wang', 'Grace')).toBe('Grace 给了您一个角色：销售。');
  });

  it('takes a role, and the next press on an old card is refused', async () => {
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    const card = (await office.sees('bob', review)).findLast(({ text }) => text.includes(number));
    expect(card && buttonsOf(card).map(({ action }) => action)).toContain('approve');
    expect(await says('grace', '/team take Bob sales')).toMatch(/^Bob is no longer sales\. It holds from the next press/);
    expect(await told(office, 'bob', 'Grace')).toBe('Grace took a role from you: sales.');
    expect(await office.press('bob', 'approve', { ...review, values: {} })).toMatchObject({ ok: false });
    expect(await placed(office, number)).toMatchObject({ state: 'in_review' });
    expect(await says('grace', '/team role Bob sales 100000')).toBe('Bob is now sales (approves up to CN¥100,000.00).');
    expect(await office.press('bob', 'approve', { ...review, values: {} })).toEqual({ ok: true });
  });

  it('lets nobody change it who may not, whatever they type or press', async () => {
    expect(await says('bob', '/team add Eve manager any')).toMatch(/^Only an administrator or a manager can change that/);
    await office.say('grace', '/team');
    const buttons = buttonsOf(await office.last('grace'));
    const add = buttons.find(({ action }) => action === 'team_add')?.token ?? '';
    expect(await office.press('bob', 'team_add', { token: add, values: { name: 'Eve', role: 'manager', limit: 'any' } })).toMatchObject({
      ok: false,
      refusal: { code: 'leaders_only' },
    });
    expect(await office.press('raj', 'team_add', { token: add, values: { name: 'Eve', role: 'manager', limit: 'any' } })).toMatchObject({
      refusal: { code: 'staff_only' },
    });
    expect(await idOf('Eve')).toBe('');
  });

  it('never loses the last one who leads', async () => {
    expect(await says('grace', '/team take Grace manager')).toMatch(/^Grace is the only one who leads this desk/);
    expect(await says('grace', '/team role Wei administrator')).toBe('Wei Chen is now administrator.');
    expect(await says('grace', '/team take Grace manager')).toMatch(/^Only an administrator makes and unmakes/);
    expect(await says('wei', '/team take Wei administrator')).toMatch(/^Wei Chen 是唯一能联系到这个订单台的管理员/u);
    expect(await says('wei', '/team role Grace administrator')).toMatch(/^Grace 现在是管理员/u);
    expect(await says('wei', '/team take Wei administrator')).toMatch(/^Wei Chen 不再是管理员/u);
  });

  it('brings what is for somebody who is away to whoever stands in, who may decide it', async () => {
    expect(await says('grace', '/team away Lin 2026-12-01 Lin')).toBe('Nobody stands in for themselves.');
    expect(await says('grace', '/team away Lin yesterday')).toMatch(
      /^I find no day in “Lin yesterday”\.\nWrite it like this: \/team away NAME DAY STANDIN [^\n]*$/,
    );
    expect(await says('grace', '/team rloe Lin sales')).toMatch(/^I do not know “\/team rloe”\.\nWrite it like this: \/team role NAME/);
    expect(await says('grace', '/team away Lin tomorrow')).toMatch(/^Lin 林 is noted as away until Thu, Nov 26, 2026; nobody stands in/);
    expect(await says('grace', '/team back Lin')).toBe('Lin 林 is back.');
    expect(await says('grace', '/team away Lin 2026-11-01 Omar')).toMatch(/^“2026-11-01” is no day to come/);
    expect(await says('grace', '/team away Lin 2026-12-01 Omar')).toMatch(
      /^Lin 林 is noted as away until Tue, Dec 1, 2026\. Omar stands in/,
    );
    expect(await told(office, 'omar', 'Lin 林')).toMatch(/^You stand in for Lin 林 until Tue, Dec 1, 2026/);
    expect(await says('bob', '/team')).toContain('away until Tue, Dec 1, 2026, Omar stands in');
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    expect(await says('bob', `/forward ${number} Lin please look`)).toBeTruthy();
    expect(await told(office, 'omar', number)).toContain(number);
    expect(await office.press('omar', 'approve', { ...review, values: {} })).toEqual({ ok: true });
    expect(await placed(office, number)).toMatchObject({ state: 'confirmed' });
    // what somebody may do for another is nothing they can pass on
    expect(await says('omar', '/team role Omar customer_service 20000')).toMatch(/^Only an administrator or a manager/);
  });

  it('ends by itself when the last day is over, and with it the right', async () => {
    await office.advance({ hours: 24 * 7 });
    expect(await says('bob', '/team')).not.toContain('away until');
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    expect(await says('omar', `/approve ${number}`)).not.toMatch(/confirmed/);
    expect(await placed(office, number)).toMatchObject({ state: 'in_review' });
  });

  it('lets everybody note their own absence, by form too', async () => {
    await office.say('bob', '/team');
    expect(await office.press('bob', 'team_away', { values: { until: '2026-12-10', standIn: '' } })).toEqual({ ok: true });
    expect((await office.last('bob')).text).toMatch(/^Bob is noted as away until Thu, Dec 10, 2026; nobody stands in/);
    expect(await says('bob', '/team back')).toBe('Bob is back.');
  });

  it('answers in a channel to whoever asked, alone', async () => {
    await office.say('grace', '/team add Zoe legal', { platform: 'discord', conversation: 'review' });
    const said = (await office.sees('bob', { platform: 'discord', conversation: 'review' })).filter(({ text }) => text.includes('Zoe'));
    expect(said.filter(({ person }) => person === null)).toEqual([]);
    expect(await office.last('grace', { platform: 'discord', conversation: 'review' })).toMatchObject({ onlyFor: 'grace' });
  });
});
