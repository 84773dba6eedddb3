import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { home, openOffice, type Office } from '#test/support/desk.ts';

describe.each(engines)('what is proposed while a command is typed, on %s', (engine) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ engine, past: true });
  });
  afterAll(() => office.close());

  const proposed = (person: string, command: string, text = '') => {
    const platform = home[person] ?? 'slack';
    const account = 'playground';
    const from = { platform, account, key: person };
    return office.desk.suggest({ from, address: { platform, account, key: `dm:${person}`, kind: 'dm' }, command, text });
  };

  it('are the open orders of whoever types, and nobody else’s', async () => {
    await office.say('raj', '2 whiteboards please');
    await office.press('raj', 'confirm');
    const own = await proposed('raj', 'status');
    expect(own.map(({ value }) => value)).toContainEqual(expect.stringMatching(/^HO-\d+$/));
    expect(own[0]?.label).toMatch(/^HO-\d+ · \w/);
    const newest = own[0]?.value ?? '';
    expect((await proposed('ann', 'status')).map(({ value }) => value)).not.toContain(newest);
    expect((await proposed('lin', 'approve')).map(({ value }) => value)).toContain(newest);
    expect(await proposed('lin', 'request-cancel', newest)).toHaveLength(1);
  });

  it('are the products that fit what was typed, in the language of whoever types', async () => {
    const chairs = await proposed('mei', 'order', '2 椅');
    expect(chairs.length).toBeGreaterThan(0);
    for (const { label, value } of chairs) expect([label, value]).toEqual([expect.stringContaining('椅'), `1 ${label}`]);
    expect((await proposed('ann', 'order', 'desk')).map(({ label }) => label)).toContain('Desk lamp');
    expect((await proposed('ann', 'order')).length).toBe(25);
  });

  it('are none for a stranger, for other commands, and for what fits nothing', async () => {
    expect(await proposed('nobody', 'status')).toEqual([]);
    expect(await proposed('ann', 'help')).toEqual([]);
    expect(await proposed('ann', 'order', 'a submarine')).toEqual([]);
  });
});
