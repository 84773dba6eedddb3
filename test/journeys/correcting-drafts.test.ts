import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '#test/support/database.ts';
import { openOffice, type Office } from '#test/support/desk.ts';

const edit = (office: Office, messageKey: string, text: string) => office.notice('ann', { kind: 'message_edited', messageKey, text });
const draft = async ({ database }: Office) => {
  const [order] = await database.sql<{ id: string; note: string; lines: string[] }[]>`
    select o.id, o.note,
      array(
        select concat_ws(' ', l.quantity, coalesce(l.sku, '?'), (l.options || l.specs) -> 0 ->> 'value')
        from order_lines l where l.order_id = o.id order by l.position
      ) as lines
    from orders o order by o.created_at desc, o.id desc limit 1`;
  if (!order) throw new Error('no draft');
  return order;
};
const unread = async ({ database }: Office): Promise<string[]> => {
  const [row] = await database.sql<{ reading: { unread: { text: string }[] } }[]>`
    select reading from readings order by version desc, revision desc limit 1`;
  return row?.reading.unread.map(({ text }) => text) ?? [];
};

describe('a message of a draft that is changed', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  it('puts the goods that it names now in the place of those that were chosen of several', async () => {
    await office.say('ann', '2 lamp', { messageKey: 'm1' });
    await office.press('ann', 'pick_product', { label: 'Clip lamp' });
    expect((await draft(office)).lines).toEqual(['2 LT-CLIP']);
    await edit(office, 'm1', '3 lamp');
    expect((await draft(office)).lines).toEqual(['3 LT-CLIP']);
    await edit(office, 'm1', '3 floor lamps');
    expect((await draft(office)).lines).toEqual(['3 LT-FLOOR']);
  });

  it.each(['2 lamp', '2 dsk lmps'])('that read %s and names the goods now leaves nothing to choose', async (first) => {
    await office.say('ann', first, { messageKey: 'm1' });
    await edit(office, 'm1', '2 desk lamps');
    const { id, lines } = await draft(office);
    expect(lines).toEqual(['2 LT-DESK']);
    const [line] = await office.database.sql<{ candidates: string[]; isPriced: boolean }[]>`
      select candidates, unit_price > 0 as "isPriced" from order_lines where order_id = ${id}`;
    expect(line).toEqual({ candidates: [], isPriced: true });
  });

  it('is not taken for the same words inside of another one', async () => {
    await office.say('ann', '2 ergonomic chairs\nin black', { messageKey: 'm1' });
    await office.say('ann', 'in black', { messageKey: 'm2' });
    await edit(office, 'm2', 'in white');
    expect((await draft(office)).note).toBe('2 ergonomic chairs\nin black\nin white');
  });

  it('says that the draft stands where it orders nothing any more, and is found again by what it said before', async () => {
    await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
    await edit(office, 'm1', 'hello');
    expect((await draft(office)).lines).toEqual(['2 LT-DESK']);
    expect((await office.last('ann')).text).toBe(
      'The draft stays as it was before you changed this message; Cancel on its card takes it away.',
    );
    await edit(office, 'm1', '1 ergonomic chair in white');
    const { note, lines } = await draft(office);
    expect(note).toBe('1 ergonomic chair in white');
    expect(lines).toEqual(['1 CH-ERGO white']);
  });

  it('leaves nothing behind of words that joined what it said before', async () => {
    await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
    await edit(office, 'm1', 'in white please');
    expect(await draft(office)).toMatchObject({ note: '2 desk lamps\nin white please', lines: ['2 LT-DESK white'] });
    await edit(office, 'm1', '1 ergonomic chair');
    expect(await draft(office)).toMatchObject({ note: '1 ergonomic chair', lines: ['1 CH-ERGO'] });
  });

  it('does not ask once more about words of another one that are about something else', async () => {
    await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
    await office.say('ann', 'blorp the frobnicator', { messageKey: 'm2' });
    expect(await unread(office)).toEqual(['blorp the frobnicator']);
    await office.press('ann', 'other_matter');
    expect(await unread(office)).toEqual([]);
    await edit(office, 'm1', '3 desk lamps');
    expect(await unread(office)).toEqual([]);
    // words that were not answered are
    await edit(office, 'm1', '3 desk lamps, zorg the widget');
    expect(await unread(office)).toEqual(['zorg the widget']);
  });
});

// the embedded database does one transaction after the other
describe.runIf(engines.includes('server'))('a message of a draft that is changed while another one joins it (server)', () => {
  it('keeps the words that joined meanwhile', async () => {
    const office = await openOffice({ engine: 'server' });
    try {
      await office.say('ann', '2 desk lamps', { messageKey: 'm1' });
      const { id } = await draft(office);
      const [locked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const joining = office.database.transaction(async (tx) => {
        await tx`select from orders where id = ${id} for update`;
        locked.resolve();
        await release.promise;
        await tx`update orders set note = note || ${'\nleave them at the gate'} where id = ${id}`;
      });
      await locked.promise;
      const edited = edit(office, 'm1', '3 desk lamps');
      const waiting = () => office.database.sql`
        select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await expect.poll(async () => (await waiting()).count, { timeout: 10_000, interval: 10 }).toBeGreaterThan(0);
      release.resolve();
      await Promise.all([joining, edited]);
      const { note, lines } = await draft(office);
      expect(note).toBe('3 desk lamps\nleave them at the gate');
      expect(lines).toEqual(['3 LT-DESK']);
    } finally {
      await office.close();
    }
  });
});
