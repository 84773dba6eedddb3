import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bindButtons, findButton } from '#core/messages/buttons.ts';
import { sentence, type Card } from '#core/messages/card.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { addressOf, empty, noon, speak, turnOf } from '#test/support/machinery.ts';

describe.each(engines)('buttons (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  afterAll(() => database.close());
  beforeEach(() => empty(database));

  const here = addressOf('telegram');
  const orderId = '01890000-0000-7000-8000-000000000001';
  const approve = { action: 'approve', label: 'Approve', args: { line: '1' } };
  const tokens = async (): Promise<string[]> => {
    const rows = await database.sql<{ token: string }[]>`
      select card -> 'blocks' -> 1 -> 'buttons' -> 0 ->> 'token' as token
      from outbox
      order by seq`;
    return rows.map(({ token }) => token);
  };

  it('keeps everything but the token and the label at home', async () => {
    await speak(database, here, 'order 1', {
      orderId,
      orderVersion: 3,
      buttons: [approve],
      buttonsFor: { platform: 'telegram', account: 'A1', key: 'mei', name: 'Mei' },
    });
    const [token] = await tokens();
    expect(await findButton(database.sql, token ?? '')).toEqual({
      token,
      orderId,
      orderVersion: 3,
      action: 'approve',
      args: { line: '1' },
      lane: 'telegram:A1:C1',
      onlyFor: { platform: 'telegram', account: 'A1', key: 'mei' },
      cardId: null,
      saidBy: expect.any(String),
      createdAt: noon,
      expiresAt: null,
      superseded: false,
    });
  });

  it('knows which buttons belong to an earlier version of a card', async () => {
    await speak(database, here, 'v1', { live: 'order:1', orderId, orderVersion: 1, buttons: [approve] });
    await speak(database, here, 'v2', { live: 'order:1', orderId, orderVersion: 2, buttons: [approve] });
    const found = await Promise.all((await tokens()).map((token) => findButton(database.sql, token)));
    expect(found.map((button) => button && [button.orderVersion, button.superseded, button.onlyFor])).toEqual([
      [1, true, null],
      [2, false, null],
    ]);
  });

  it('gives an answer outside the outbox buttons that can be pressed', async () => {
    const cards: Card[] = [];
    await turnOf(database, async (turn) => {
      const binding = { address: here, orderId: null, orderVersion: null, onlyFor: null, cardId: null, saidBy: null, expiresAt: noon };
      cards.push(await bindButtons(turn, sentence('Sure?', [approve, { action: 'undo', label: 'Undo' }]), binding));
    });
    const buttons = cards.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'actions' ? block.buttons : []));
    const found = await Promise.all(buttons.map(({ token }) => findButton(database.sql, token)));
    expect(found.map((button) => button?.action)).toEqual(['approve', 'undo']);
    expect(found.map((button) => button?.expiresAt?.toString())).toEqual([noon.toString(), noon.toString()]);
  });

  it('knows nothing of a token it never gave', async () => {
    expect(await findButton(database.sql, 'forged')).toBeNull();
  });
});
