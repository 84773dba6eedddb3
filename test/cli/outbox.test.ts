import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { scriptedChannel } from '#test/support/channel.ts';
import { addressOf, deliverAll, noon, speak } from '#test/support/machinery.ts';
import { openTerminal } from './office.ts';

describe.each(engines)('the outbox, told on a terminal (%s)', async (engine) => {
  const database = await openTestDatabase({ engine });
  const terminal = await openTerminal(noon.add({ minutes: 90 }), database);
  afterAll(async () => {
    await terminal.close();
    await database.close();
  });

  it('is well where nothing ever happened', async () => {
    expect(await terminal.type('outbox')).toEqual({
      exitCode: 0,
      err: '',
      out:
        'To be sent: 0 waiting, 0 under way.\nReceived: 0 waiting, 0 put aside. Planned steps put aside: 0.\n' +
        'Not taken by the platform: 0; not known whether they arrived: 0.\n',
    });
  });

  describe('after a bad hour', () => {
    beforeAll(async () => {
      await terminal.type('people', 'add', 'Wei Chen', '--role', 'manager:any');
      const discord = scriptedChannel('discord');
      const telegram = scriptedChannel('telegram');
      const slack = scriptedChannel('slack');
      discord.faults.push('invalid');
      telegram.faults.push('unknown_outcome');
      slack.faults.push('auth');
      await speak(database, addressOf('discord'), 'too long for the platform');
      await speak(database, addressOf('telegram'), 'an offer nobody answered for', { class: 'marketing' });
      await speak(database, addressOf('slack'), 'the token was revoked');
      await deliverAll(database, [discord, telegram, slack]);
    });

    it('names what waits and why, and each message that did not arrive', async () => {
      const { out } = await terminal.type('outbox');
      expect(out).toContain('To be sent: 1 waiting, 0 under way; the oldest has been due for 90 min.');
      expect(out).toContain('(Europe/Berlin): slack A1, token revoked.');
      expect(out).toContain('Not taken by the platform: 1; not known whether they arrived: 1.');
      expect(out).toMatch(/ {2}discord {2}- {2}a conversation of several: failed, invalid\n/);
      expect(out).toMatch(/ {2}telegram {2}- {2}a conversation of several: unknown, no answer\n/);
    });

    it('is one JSON value for programs', async () => {
      const { out } = await terminal.type('outbox', '--json');
      expect(JSON.parse(out)).toMatchObject({
        outbox: { queued: 1, sending: 0, failed: 1, unknown: 1 },
        oldestDueSeconds: 5400,
        stopped: [{ platform: 'slack', account: 'A1', reason: 'token revoked' }],
        undelivered: { all: 2, rows: [{ state: 'failed' }, { state: 'unknown' }] },
      });
    });
  });

  it.for(['0', '-1', 'seven'])('refuses %s days', async (days) => {
    expect(await terminal.type('outbox', '--days', days)).toMatchObject({ exitCode: 2, out: '' });
  });
});
