import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discordSettings, discordShape, type DiscordSettings } from '#adapters/discord/settings.ts';
import { setUpDiscord } from '#adapters/discord/setup.ts';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import { channelOf, rights } from '#adapters/emulators/discord/guild.ts';
import { Problem } from '#src/problem.ts';
import * as z from 'zod';

const publicUrl = 'http://127.0.0.1:9';

describe('setting Discord up', () => {
  let server: EmulatedDiscord;
  beforeEach(async () => {
    server = await emulateDiscord({ way: 'gateway' });
  });
  afterEach(() => server.close());

  const setUp = (more: Record<string, string> = {}) => {
    const settings = discordSettings(z.object(discordShape).parse({ ...server.settings, ...more }), publicUrl);
    return setUpDiscord(settings as DiscordSettings, { publicUrl });
  };
  const faults = async (more: Record<string, string> = {}, probe: string | null = null) =>
    (await (await setUp(more)).inspect({ probe })).flatMap((finding) => (finding.ok ? [] : [finding.item]));

  it('registers what is not as it should be, once, in every language', async () => {
    const setup = await setUp();
    expect((await setup.sync({ dryRun: true })).map(({ done }) => done)).toEqual([false, false]);
    expect(server.world.commands).toEqual([]);
    expect((await setup.sync({ dryRun: false })).map(({ what }) => what)).toEqual([
      expect.stringMatching(/^register \d+ commands$/),
      'let servers and people install the bot',
    ]);
    expect(server.world.commands.find(({ name }) => name === 'order')).toMatchObject({
      name_localizations: { 'zh-CN': '下单', 'zh-TW': '下單' },
      contexts: [0, 1],
      integration_types: [0, 1],
    });
    expect(server.world.commands.find(({ name }) => name === 'approve')).toMatchObject({
      options: [
        { name: 'number', required: true, autocomplete: true },
        { name: 'words', required: false },
      ],
    });
    expect(await setup.sync({ dryRun: false })).toEqual([]);
  });

  it('registers again what somebody has changed by hand', async () => {
    const setup = await setUp();
    await setup.sync({ dryRun: false });
    Object.assign(server.world.commands[0] ?? {}, { description: 'something else' });
    expect(await faults()).toEqual(['commands']);
    expect(await setup.sync({ dryRun: false })).toMatchObject([{ done: true }]);
    expect(await faults()).toEqual([]);
  });

  it('invites with the rights it needs and no more', async () => {
    const [guild, person] = await (await setUp()).invitation();
    const link = new URL(guild?.text ?? '');
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    expect(link.searchParams.get('permissions')).toBe(String(117_760 + 2 ** 38 + 2 ** 35));
    expect(new URL(person?.text ?? '').searchParams.get('permissions')).toBeNull();
  });

  it('takes an address of the past away, to which presses would go instead of here', async () => {
    const setup = await setUp();
    await setup.sync({ dryRun: false });
    server.postTo('https://old.example/hooks/discord');
    expect(await faults()).toEqual(['interactions']);
    await setup.sync({ dryRun: false });
    expect(server.world.application.endpoint).toBeNull();
  });

  it('says what to do where Discord cannot reach the desk', async () => {
    const setup = await setUp({ DISCORD_CONNECTION: 'http', DISCORD_PUBLIC_KEY: server.world.publicKey });
    await expect(setup.sync({ dryRun: false })).rejects.toThrow(Problem);
    await expect(setup.sync({ dryRun: false })).rejects.toThrow(/could not use the address/);
  });

  it('finds a token of nobody, a foreign application, a foreign key and few sessions', async () => {
    await (await setUp()).sync({ dryRun: false });
    expect(await faults({ DISCORD_TOKEN: 'bm9ib2R5.abc.def' })).toEqual(['token']);
    expect(await faults({ DISCORD_APPLICATION_ID: '12345678' })).toEqual(['application']);
    expect(await faults({ DISCORD_CONNECTION: 'http', DISCORD_PUBLIC_KEY: 'ab'.repeat(32) })).toEqual(['public key', 'interactions']);
    server.world.starts = 3;
    expect(await faults()).toEqual(['sessions']);
  });

  it('says where no threads can be opened, and what is done instead', async () => {
    await (await setUp()).sync({ dryRun: false });
    server.world.rights &= ~rights.createPublicThreads;
    expect(await faults()).toEqual(['threads']);
    const found = (await (await setUp()).inspect({ probe: null })).find(({ item }) => item === 'threads');
    expect(found?.says).toContain('Harbour Office');
    // whoever may do everything may do that
    server.world.rights |= 8n;
    expect(await faults()).toEqual([]);
  });

  it('says that Discord cannot be asked where nobody answers', async () => {
    expect(await faults({ DISCORD_API_URL: 'http://127.0.0.1:9/api' })).toEqual(['connection']);
  });

  it('tries a message, which stands nowhere afterwards', async () => {
    await (await setUp()).sync({ dryRun: false });
    const { id } = channelOf(server.world, 'review');
    expect(await faults({}, id)).toEqual([]);
    expect(server.recorded.filter(({ route }) => route === 'POST /channels/:id/messages')).toHaveLength(2);
    expect(server.world.messages).toEqual([]);
    server.world.closed.add(id);
    expect(await faults({}, id)).toEqual(['test message']);
  });
});
