import { afterEach, describe, expect, it } from 'vitest';
import { emulateSlack } from '#adapters/emulators/slack/emulate.ts';
import { createLink, manifest, scopes } from '#adapters/slack/manifest.ts';
import { setUpSlack } from '#adapters/slack/setup.ts';
import { locales } from '#core/text/locale.ts';
import { settingsFor } from './stage.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

async function setUp(way: 'http' | 'socket', publicUrl: string | null = 'https://desk.example.com/') {
  const slack = await emulateSlack({ way });
  open.push(slack);
  return { slack, setup: await setUpSlack(settingsFor(slack), { publicUrl }) };
}

describe('the manifest of the Slack app', () => {
  it('names where Slack posts to, or Socket Mode', () => {
    const posting = manifest('https://desk.example.com/', 'en');
    const hook = 'https://desk.example.com/hooks/slack';
    expect(posting.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { is_enabled: true, request_url: hook },
      event_subscriptions: { request_url: hook },
    });
    expect(posting.features.slash_commands.every((command) => 'url' in command && command.url === hook)).toBe(true);
    expect(manifest(null, 'en').settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest(null, 'en'))).not.toContain('url');
  });

  it.each(locales)('is within what Slack takes, in %s', (locale) => {
    const { features, display_information } = manifest(null, locale);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    for (const { command, description } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z_-]{1,31}$/);
      expect(description).not.toBe('');
      expect(description.length).toBeLessThanOrEqual(100);
    }
    expect(createLink(manifest(null, locale)).length).toBeLessThan(8_000);
  });

  it('reads no channel', () => {
    expect(Object.keys(scopes).filter((scope) => /^(?:channels|groups|mpim):history$/.test(scope))).toEqual([]);
  });
});

describe('setting Slack up', () => {
  it('finds everything as it should be, and changes nothing', async () => {
    const { slack, setup } = await setUp('socket');
    expect(await setup.sync({ dryRun: false })).toEqual([]);
    expect((await setup.inspect({ probe: null })).map(({ item, ok }) => [item, ok])).toEqual([
      ['token', true],
      ['rights', true],
      ['events', true],
      ['commands', true],
    ]);
    expect(new Set(slack.recorded.map(({ method }) => method))).toEqual(new Set(['auth.test', 'apps.connections.open']));
    const [english] = await setup.invitation();
    expect(english?.text).toBe(createLink(manifest(null, 'en')));
    expect(JSON.parse((await setup.invitation()).at(-1)?.text ?? '')).toEqual(manifest(null, 'en'));
  });

  it('says which rights are missing, with what they are for', async () => {
    const { slack, setup } = await setUp('http');
    slack.workspace.scopes.delete('users:read');
    expect(await setup.inspect({ probe: null })).toContainEqual(
      expect.objectContaining({
        item: 'rights',
        ok: false,
        says: 'The token lacks users:read (greets people by name and in their language).',
      }),
    );
    await expect(setup.sync({ dryRun: true })).rejects.toThrow('lacks the rights users:read');
  });

  it('says what is wrong with each token', async () => {
    const { slack, setup } = await setUp('socket');
    slack.workspace.refused = 'invalid_auth';
    expect(await setup.inspect({ probe: null })).toMatchObject([
      { item: 'token', ok: false, says: 'Slack does not know this token.' },
      { item: 'events', ok: false },
    ]);
    await expect(setup.sync({ dryRun: true })).rejects.toThrow('does not know this token');
  });

  it('says that Slack has no address to post to', async () => {
    const { setup } = await setUp('http', null);
    expect(await setup.inspect({ probe: null })).toContainEqual(expect.objectContaining({ item: 'events', ok: false }));
  });

  it('tries whether it is heard in a channel, and leaves nothing there', async () => {
    const { slack, setup } = await setUp('socket');
    slack.messages('mei', { channel: 'review' });
    expect(await setup.inspect({ probe: 'C0REVIEW' })).toContainEqual({
      item: 'message to C0REVIEW',
      ok: true,
      says: 'It was taken; under one handle it stands there twice, and cannot be looked for here, so that after a lost answer it may come twice.',
    });
    expect(slack.messages('mei', { channel: 'review' })).toEqual([]);
    expect(await setup.inspect({ probe: 'C0NOWHERE' })).toContainEqual(
      expect.objectContaining({ item: 'message to C0NOWHERE', ok: false }),
    );
  });
});
