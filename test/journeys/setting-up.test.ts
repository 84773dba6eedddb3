import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { place, told } from '#test/support/placed.ts';

const war = { platform: 'telegram' as const, conversation: '-100777' };
const room = (platform: 'slack' | 'discord' | 'telegram') => ({ platform, conversation: `desk-${platform}` });

describe.each(engines)('what the desk goes by on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const says = async (person: string, text: string, at: Parameters<Office['say']>[2] = {}): Promise<string> => {
    await office.say(person, text, at);
    return (await office.last(person, at)).text;
  };

  it('puts cards into the channel in which somebody says so, until they say otherwise', async () => {
    expect(await says('bob', '/desk here warehouse', war)).toMatch(/^Only an administrator or a manager/);
    expect(await says('grace', '/desk here warehouse', war)).toMatch(/^From now on here: warehouse: pick lists/);
    const number = await place(office, 'raj', '2 desk lamps');
    expect(await told(office, 'omar', number, war)).toContain('2 × ');
    expect(await says('grace', '/desk')).toContain('Telegram -100777');
    expect(await says('grace', '/desk here nothing', war)).toBe(
      'This channel is for nothing any more; it was for warehouse. What stands here stays.',
    );
    const next = await place(office, 'raj', '3 desk lamps');
    expect((await office.sees('omar', war)).some(({ text }) => text.includes(next))).toBe(false);
  });

  it('calls a conversation by its name, once the platform has told it, also after it has moved', async () => {
    const { now } = office;
    const address = { platform: 'slack' as const, account: 'playground', key: 'C0PACKING', kind: 'group' as const };
    const envelope = { at: now.toString(), from: { platform: 'slack' as const, account: 'playground', key: 'grace' }, address };
    const hear = async (dedupeKey: string, more: { place?: string }) => {
      await office.desk.receive({ ...envelope, ...more, dedupeKey, kind: 'command', command: 'desk', text: 'here warehouse' });
      await office.desk.tick(now);
    };
    await hear('without a name', {});
    expect(await says('grace', '/desk')).toContain('Slack C0PACKING');
    await hear('with one', { place: '#packing\nroom' });
    await hear('without one again', {});
    await office.desk.receive({ ...envelope, dedupeKey: 'moved', kind: 'moved', to: 'C0ELSEWHERE' });
    await office.desk.tick(now);
    expect(await says('grace', '/desk')).toContain('Slack #packing room');
    await office.database.sql`delete from desk_conversations where key = 'C0ELSEWHERE'`;
  });

  it.each([
    ['zh', 'zh-CN'], ['zh-CN', 'zh-CN'], ['中文', 'zh-CN'], ['简体', 'zh-CN'], ['繁體', 'zh-TW'], ['zh-TW', 'zh-TW'], ['English', 'en'], ['en', 'en'],
  ])('speaks in the channels of the team the language that is meant by %s', async (word, locale) => {
    await office.say('grace', `/desk language ${word}`);
    const [row] = await office.database.sql<{ locale: string }[]>`select locale from business`;
    expect(row?.locale).toBe(locale);
  }); // prettier-ignore

  it('says what it cannot do, and how to say it', async () => {
    expect(await says('grace', '/desk here review')).toMatch(/^Say that in the channel that is meant/);
    expect(await says('grace', '/desk here kitchen', war)).toBe(
      '“kitchen” is nothing that a channel can be for.\nWrite it like this: /desk here review|sales|legal|warehouse|digest|nothing, several at once: /desk here review digest',
    );
    expect(await says('grace', '/desk zone Atlantis')).toMatch(/^“Atlantis” is no time zone/);
    expect(await says('grace', '/desk language fr')).toMatch(/^“fr” is no language I speak/);
    expect(await says('grace', '/desk currency EUR')).toBe('There are orders in CNY already, so the currency stays.');
    expect(await says('grace', '/desk hours mon-fri 18:00-09:00')).toBe(
      'I cannot read “mon-fri 18:00-09:00” as days and times.\nWrite it like this: /desk hours mon-fri 09:00-18:00 (or sat closed)',
    );
    expect(await says('grace', '/desk hree review', war)).toMatch(
      /^I do not know “\/desk hree”\.\nWrite it like this: \/desk here [^\n]*$/,
    );
    expect(await says('grace', '/desk zone')).toBe('Write it like this: /desk zone Asia/Shanghai');
    expect(await says('grace', '/desk paint it blue')).toMatch(/^I do not know “\/desk paint”\.\n[^]*\/desk hours/);
    expect(await says('grace', '/desk hours mon-sun closed')).toBe('Some time of the week must stay open.');
  });

  it('keeps name, hours, zone and language by words and by form', async () => {
    expect(await says('grace', '/desk hours sat 10:00-12:00, 13:00-15:00')).toBe(
      'Kept: Sat 10:00–12:00, 13:00–15:00. /desk shows everything.',
    );
    expect(await says('grace', '/desk')).toContain('Sat 10:00–12:00, 13:00–15:00');
    await office.press('grace', 'desk_hours', { values: { days: '周一至周五', times: '8:00-17:00' } });
    expect(await says('grace', '/desk')).toMatch(/Mon–Fri 08:00–17:00; Sat/);
    const about = { name: 'Harbour & Sons', zone: 'Europe/Berlin', currency: 'CNY', language: 'en' };
    expect(await office.press('grace', 'desk_about', { values: about })).toEqual({ ok: true });
    expect(await says('grace', '/desk')).toMatch(/^The desk of Harbour & Sons\n/);
    expect(await office.press('bob', 'desk_about', { token: await tokenOf('desk_about'), values: about })).toMatchObject({
      refusal: { code: 'leaders_only' },
    });
  });

  it('reads the hours of a clock with twelve as most mean them, and says so', async () => {
    expect(await says('grace', '/desk hours mon-fri 9-5')).toMatch(
      /^Kept: Mon–Fri 09:00–17:00\. .* You wrote no minutes, so I read the afternoon/,
    );
    expect(await says('grace', '/desk hours sat,mon 8-12')).toBe('Kept: Mon, Sat 08:00–12:00. /desk shows everything.');
    expect(await says('grace', '/desk hours sun closed')).toBe('Kept: Sun closed. /desk shows everything.');
  });

  it('says what it keeps, and where nothing changes', async () => {
    expect(await says('grace', '/desk name Quay Office')).toBe('Kept: Name of the business: Quay Office. /desk shows everything.');
    expect(await says('grace', '/desk name Quay Office')).toBe('That is how it was already. /desk shows everything.');
  });

  it('says what a channel is for no more, and how it is for several', async () => {
    const two = room('discord');
    expect(await says('grace', '/desk here review sales', two)).not.toContain('No longer');
    const ended = await says('grace', '/desk here digest', two);
    expect(ended).toMatch(/^From now on here: digest: .*\nNo longer here: review, sales\. .*: \/desk here review sales digest$/);
    expect(await says('grace', '/desk here review sales digest', two)).not.toContain('No longer');
    expect(await says('grace', '/desk here nothing', two)).toContain('it was for digest, review, sales.');
  });

  const tokenOf = async (action: string): Promise<string> => {
    const [row] = await office.database.sql<
      { token: string }[]
    >`select token from buttons where action = ${action} order by created_at desc limit 1`;
    return row?.token ?? '';
  };

  it('shows an order in review on all three platforms at once, and settles it on all three when somebody decides on one', async () => {
    for (const platform of ['slack', 'discord', 'telegram'] as const) await office.say('grace', '/desk here review', room(platform));
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    const cardOn = async (platform: 'slack' | 'discord' | 'telegram') =>
      (await office.sees('lin', room(platform))).filter(({ text, person }) => person === null && text.includes(number));
    const tokens: string[] = [];
    for (const platform of ['slack', 'discord', 'telegram'] as const) {
      const [card, ...others] = await cardOn(platform);
      expect(others).toEqual([]);
      expect(card?.edited).toBe(false);
      const approve = card?.card?.blocks
        .flatMap((block) => (block.kind === 'actions' ? block.buttons : []))
        .find(({ action }) => action === 'approve');
      tokens.push(approve?.token ?? '');
    }
    expect(new Set(tokens).size).toBe(3);
    expect(await office.press('lin', 'approve', { ...room('discord'), platform: 'slack', token: tokens[1] ?? '', values: {} })).toEqual({
      ok: true,
    });
    for (const platform of ['slack', 'discord', 'telegram'] as const) {
      const [card] = await cardOn(platform);
      expect(card?.edited).toBe(true);
      expect(JSON.stringify(card?.card)).not.toContain('"approve"');
    }
    // the old button of another platform decides nothing a second time
    expect(await office.press('bob', 'approve', { ...room('slack'), token: tokens[0] ?? '', values: {} })).toMatchObject({ ok: false });
  });

  it('hears that a channel moved or was left', async () => {
    const telegram = room('telegram');
    await office.notice('grace', { kind: 'moved', to: '-100888' }, telegram);
    const number = await place(office, 'ann', '2 ergonomic chairs in white');
    expect(await told(office, 'lin', number, { platform: 'telegram', conversation: '-100888' })).toContain(number);
    await office.notice('grace', { kind: 'left' }, { platform: 'telegram', conversation: '-100888' });
    expect(await told(office, 'lin', 'taken out', room('slack'))).toMatch(/a Telegram channel \(-100888\) that was for: review/);
    const next = await place(office, 'ann', '2 ergonomic chairs in white');
    const there = await office.sees('lin', { platform: 'telegram', conversation: '-100888' });
    expect(there.some(({ text }) => text.includes(next))).toBe(false);
  });
});
