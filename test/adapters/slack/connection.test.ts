import { describe, expect, it } from 'vitest';
import { emulateSlack, type EmulatedSlack } from '#adapters/emulators/slack/emulate.ts';
import { createLog } from '#adapters/log.ts';
import { connectSlack } from '#adapters/slack/connect.ts';
import { openEar } from '#test/adapters/platforms/stage.ts';
import { listenFor } from '#test/support/hooked.ts';
import { openLog, setSlackStage, settingsFor } from './stage.ts';
import { closingAfterEach } from '#test/support/closing.ts';

const closing = closingAfterEach();

/** Connected without waiting for it. */
async function connecting(slack: EmulatedSlack) {
  const { log, told } = openLog();
  const connection = await connectSlack(settingsFor(slack), { log }, { retryMs: 20 });
  closing({ close: () => connection.stop() });
  connection.start(openEar());
  const events = () => told.map(({ event }) => event);
  return { connection, told, events, state: () => connection.health().state };
}

describe('a connection to Slack', () => {
  it('says that the token is wrong in one line, and is well by itself once it is not', async () => {
    const slack = closing(await emulateSlack({ way: 'http' }));
    slack.workspace.refused = 'invalid_auth';
    const { connection, state, events, told } = await connecting(slack);
    await expect.poll(state).toBe('down');
    expect(connection.health()).toMatchObject({ fault: 'Slack does not know this token.', remedy: expect.stringContaining('xoxb-') });
    expect(connection.channel()).toBeNull();
    await slack.called('auth.test');
    slack.workspace.refused = null;
    await expect.poll(state, { timeout: 10_000 }).toBe('connected');
    expect(events()).toEqual(['slack.down', 'slack.known', 'slack.connected']);
    // and the log lets it through
    const lines: string[] = [];
    const log = createLog({ level: 'info', terminal: false, to: { write: (line) => void lines.push(line) } });
    for (const { event, ...facts } of told) log.warn(facts, event);
    expect(lines[0]).toContain('Copy the bot token (xoxb-…) from');
    expect(lines.join('')).not.toMatch(/unlisted|xoxb-emulated/);
  });

  it('says that Slack is out of reach, and is well once it is not', async () => {
    const slack = closing(await emulateSlack({ way: 'socket' }));
    slack.fault({ kind: 'status', status: 503 }, 'auth.test');
    slack.fault({ kind: 'reset' }, 'apps.connections.open');
    const { state, events } = await connecting(slack);
    await expect.poll(events).toContain('slack.down');
    await expect.poll(state, { timeout: 10_000 }).toBe('connected');
    await slack.sockets.connected(2);
    expect(events().filter((event) => event === 'slack.connected')).toHaveLength(1);
  });

  it('says which right is missing', async () => {
    const slack = closing(await emulateSlack({ way: 'http' }));
    slack.workspace.scopes.delete('im:history');
    const { connection, state } = await connecting(slack);
    await expect.poll(state).toBe('down');
    expect(connection.health()).toMatchObject({
      fault: expect.stringContaining('im:history'),
      remedy: expect.stringContaining('install the app again'),
    });
  });

  it('says what is wrong with the app-level token', async () => {
    const slack = closing(await emulateSlack({ way: 'socket' }));
    slack.fault({ kind: 'refused', code: 'invalid_auth' }, 'apps.connections.open');
    slack.fault({ kind: 'refused', code: 'invalid_auth' }, 'apps.connections.open');
    const { told, state } = await connecting(slack);
    const down = () => told.find(({ event }) => event === 'slack.down');
    await expect.poll(down).toMatchObject({ remedy: expect.stringContaining('xapp-') });
    await expect.poll(state, { timeout: 10_000 }).toBe('connected');
  });

  it('sees in speaking that its token was taken back, and that it is given again', async () => {
    const stage = closing(await setSlackStage('http', openEar()));
    const card = { blocks: [], fallback: 'x' };
    const options = () => ({ idempotencyKey: 'k', signal: AbortSignal.timeout(5_000), at: Temporal.Now.instant() });
    stage.slack.workspace.refused = 'token_revoked';
    await stage.channel.send(stage.dm, card, options());
    expect(stage.connection.health()).toMatchObject({ state: 'down', fault: expect.stringContaining('taken back') });
    stage.slack.workspace.refused = null;
    await stage.channel.send(stage.dm, card, options());
    expect(stage.connection.health()).toEqual({ state: 'connected' });
    expect(stage.told.map(({ event }) => event)).toEqual(['slack.known', 'slack.connected', 'slack.down', 'slack.connected']);
  });

  it('says once that its token was taken back, where all it sees first is lost connections', async () => {
    const stage = closing(await setSlackStage('socket', openEar()));
    for (let call = 0; call < 2; call++) stage.slack.fault({ kind: 'refused', code: 'token_revoked' }, 'auth.test');
    stage.slack.sockets.refuse(true);
    stage.slack.sockets.drop();
    await expect.poll(() => stage.connection.health().state, { timeout: 10_000 }).toBe('down');
    expect(stage.connection.health()).toMatchObject({ fault: expect.stringContaining('taken back') });
    expect(stage.told.map(({ event }) => event)).toEqual(['slack.known', 'slack.connected', 'slack.down']);
    stage.slack.sockets.refuse(false);
    await expect.poll(() => stage.connection.health().state, { timeout: 10_000 }).toBe('connected');
  });

  it('comes back after Slack has closed its connections, and hears what came meanwhile', async () => {
    const ear = openEar();
    const stage = closing(await setSlackStage('socket', ear, { ackMs: 3_000 }));
    stage.slack.sockets.refresh();
    await stage.says('during');
    stage.slack.sockets.drop();
    await stage.says('after');
    await stage.slack.sockets.connected(2);
    expect(ear.heard).toMatchObject([{ text: 'during' }, { text: 'after' }]);
  });

  it('is acknowledged by another connection when the first ends before it could', async () => {
    const ear = openEar();
    const stage = closing(await setSlackStage('socket', ear, { ackMs: 3_000 }));
    const receive = ear.receive;
    ear.receive = async (incoming) => {
      if (ear.brought === 0) stage.slack.sockets.drop();
      return receive(incoming);
    };
    await stage.says('2 chairs');
    expect(ear.brought).toBe(2);
    expect(ear.heard).toHaveLength(1);
  });

  it('finishes what it is receiving before it has stopped', async () => {
    const ear = openEar();
    const stage = closing(await setSlackStage('http', ear));
    const [begun, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const receive = ear.receive;
    ear.receive = async (incoming) => {
      begun.resolve();
      await release.promise;
      return receive(incoming);
    };
    const said = stage.says('last words');
    await begun.promise;
    const stopped = stage.connection.stop().then(() => ear.heard.length);
    release.resolve();
    expect(await stopped).toBe(1);
    await said;
  });
});

describe('what is posted to the hook', () => {
  const event = (id: string) =>
    JSON.stringify({
      type: 'event_callback',
      event_id: id,
      event: { type: 'message', channel: 'D0MEI', channel_type: 'im', user: 'U0MEI', ts: '1.1', text: 'hi' },
    });

  async function hook() {
    const ear = openEar();
    const stage = closing(await setSlackStage('http', ear));
    const post = (body: string, headers: Record<string, string>) =>
      fetch(stage.hook, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    return { ear, slack: stage.slack, post };
  }

  it('counts only if Slack has signed these very bytes, and not long ago', async () => {
    const { ear, slack, post } = await hook();
    const now = Math.floor(Date.now() / 1000);
    const body = event('Ev1');
    const signed = slack.sign(body);
    const forged: Record<string, string>[] = [
      {},
      { ...signed, 'x-slack-signature': 'v0=00' },
      { ...signed, 'x-slack-signature': '' },
      { ...slack.sign(`${body} `) },
      { ...slack.sign(body, now - 400) },
      { ...slack.sign(body, now + 400) },
      { ...signed, 'x-slack-request-timestamp': 'soon' },
    ];
    for (const headers of forged) expect((await post(body, headers)).status).toBe(401);
    expect(ear.brought).toBe(0);
    expect((await post(body, signed)).status).toBe(200);
    expect(ear.heard).toHaveLength(1);
  });

  it('may be the question whether anybody is there', async () => {
    const { slack, post } = await hook();
    const asked = JSON.stringify({ type: 'url_verification', token: 'x', challenge: '3eZbrw1a' });
    expect(await (await post(asked, slack.sign(asked))).json()).toEqual({ challenge: '3eZbrw1a' });
    const check = 'ssl_check=1&token=x';
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...slack.sign(check) };
    expect((await post(check, form)).status).toBe(200);
  });

  it('is refused where it is nothing that Slack sends', async () => {
    const { slack, post } = await hook();
    for (const body of ['', 'null', '[1]', '{', 'x'.repeat(100)]) expect((await post(body, slack.sign(body))).status).toBe(400);
    const huge = 'x'.repeat(5 * 1024 * 1024);
    expect((await post(huge, slack.sign(huge))).status).toBe(413);
  });

  it('is answered with 500 as long as it is not known who we are', async () => {
    const slack = closing(await emulateSlack({ way: 'http' }));
    slack.workspace.refused = 'invalid_auth';
    const { connection } = await connecting(slack);
    const { url } = closing(await listenFor(() => connection.hook));
    const body = event('Ev1');
    const headers = { 'content-type': 'application/json', ...slack.sign(body) };
    expect((await fetch(`${url}/hooks/slack`, { method: 'POST', body, headers })).status).toBe(500);
  });
});
