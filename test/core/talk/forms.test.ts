import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { buttonsOf, openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('why a form would be refused by now, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine });
  });
  afterAll(() => office.close());

  const review = { platform: 'slack' as const, conversation: 'review' };
  const tokenFor = async (person: string, action: string, at = {}): Promise<string> => {
    const seen = await office.sees(person, at);
    return seen.flatMap(buttonsOf).findLast((button) => button.action === action)?.token ?? '';
  };
  const whyOver = (person: string, token: string, key = 'review') => {
    const from = { platform: 'slack' as const, account: 'playground', key: person };
    const kind = key.startsWith('dm:') ? ('dm' as const) : ('group' as const);
    return office.desk.whyOver({
      kind: 'press',
      dedupeKey: 'look',
      at: office.now.toString(),
      from,
      token,
      address: { ...from, key, kind },
    });
  };

  it('is null while it would be taken, then who was faster, in the words of whoever opened it', async () => {
    await office.say('raj', '2 ergonomic chairs in white. Ship to Nanjing Road 5, Shanghai');
    await office.press('raj', 'confirm');
    const reject = await tokenFor('bob', 'reject', review);
    expect(await whyOver('bob', reject)).toBeNull();
    await office.press('lin', 'approve', review);
    const why = await whyOver('bob', reject);
    expect(why).toContain('Lin');
    expect(await whyOver('lin', reject)).not.toBe(why);
    // to look at it has done nothing
    expect(await office.database.sql`select 1 from events where kind in ('order.denied', 'press.denied')`).toHaveLength(0);
  });

  it('is that the button is gone, or that what it asked for changed', async () => {
    expect(await whyOver('bob', 'no such button')).toMatch(/\S/);
    await office.say('grace', '/team');
    const leave = await tokenFor('grace', 'team_away');
    const from = { platform: 'discord' as const, account: 'playground', key: 'grace' };
    const look = { kind: 'press' as const, dedupeKey: 'look', at: office.now.toString(), from, token: leave };
    const address = { ...from, key: 'dm:grace', kind: 'dm' as const };
    expect(await office.desk.whyOver({ ...look, address })).toBeNull();
    // a customer of the same button is told nothing of the team
    expect(await whyOver('raj', leave, 'dm:raj')).toBe('What it was about has changed meanwhile.');
    expect(await whyOver('nobody', leave, 'dm:nobody')).toBeNull();
  });
});
