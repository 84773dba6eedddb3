import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lives, livePlatforms } from '#adapters/index.ts';
import { openPage } from '#adapters/playground/page.ts';
import type { RehearsalState } from '#adapters/playground/rehearsal/answers.ts';
import { rehearsalRoutes } from '#adapters/playground/rehearsal/routes.ts';
import type { Rehearsed, RehearsedView } from '#adapters/rehearsal.ts';
import type { Platform } from '#core/messages/incoming.ts';

const offered = livePlatforms;
let platforms: Rehearsed[];
let app: ReturnType<typeof rehearsalRoutes>;
beforeAll(async () => {
  const begun = await Promise.all(offered.map(async (platform) => lives[platform].rehearse({ port: 0 })));
  platforms = begun.filter((one) => one !== undefined);
  app = rehearsalRoutes({ platforms, page: openPage('rehearsal', null) });
});
afterAll(() => Promise.all(platforms.map((one) => one.close())));

const host = '127.0.0.1:4100';
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await app.request(`/api/${path}`, {
    method: 'POST',
    headers: { host, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as { error?: { code: string; text: string } } & Record<string, unknown>; // every answer is JSON
  return { status: response.status, ...answer };
};
const state = async () => (await (await app.request('/api/state', { headers: { host } })).json()) as RehearsalState[];
/** Somebody in a conversation of theirs. */
function seat(channel: Platform, as: string, place: string) {
  const platform = platforms.find((one) => one.platform === channel);
  return {
    channel,
    as: platform?.players.find(({ name }) => name === as)?.id ?? '',
    place: platform?.places.find(({ name }) => name === place)?.id ?? '',
  };
}
const see = async (at: ReturnType<typeof seat>) =>
  (await (await app.request(`/api/messages?${new URLSearchParams(at).toString()}`, { headers: { host } })).json()) as RehearsedView;

it('tells a desk that is turned away for its token from none at all', async () => {
  const settingsOf = (channel: Platform): Record<string, string> => platforms.find((one) => one.platform === channel)?.settings ?? {};
  const waiting = async () => Object.fromEntries((await state()).map(({ channel, turnedAway }) => [channel, turnedAway]));
  expect(await waiting()).toEqual({ slack: false, discord: false, telegram: false });
  const { SLACK_API_URL, DISCORD_API_URL, TELEGRAM_API_URL } = {
    ...settingsOf('slack'),
    ...settingsOf('discord'),
    ...settingsOf('telegram'),
  };
  await fetch(`${SLACK_API_URL}auth.test`, { method: 'POST', headers: { authorization: 'Bearer xoxb-another' } });
  await fetch(`${DISCORD_API_URL}/v10/users/@me`, { headers: { authorization: 'Bot another' } });
  await fetch(`${TELEGRAM_API_URL}/bot1:another/getMe`);
  expect(await waiting()).toEqual({ slack: true, discord: true, telegram: true });
  await fetch(`${TELEGRAM_API_URL}/bot${settingsOf('telegram')['TELEGRAM_BOT_TOKEN']}/getMe`);
  expect(await waiting()).toMatchObject({ telegram: false });
});

describe('who may play', () => {
  it.each(['evil.example', '127.0.0.1.nip.example:4100', '0.0.0.0:4100'])('not under another name: %s', async (name) => {
    for (const path of ['/', '/api/state']) expect((await app.request(path, { headers: { host: name } })).status).toBe(403);
  });

  it('not from a page of another place, nor with a form of one', async () => {
    const said = { ...seat('slack', 'Mei', 'Mei'), text: 'hello' };
    expect(await post('say', said, { origin: 'https://evil.example' })).toMatchObject({ status: 403, error: { code: 'foreign_origin' } });
    expect(await post('say', said, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect((await see(seat('slack', 'Mei', 'Mei'))).messages).toEqual([]);
  });

  it('with a page that asks no other place', async () => {
    const page = await app.request('/', { headers: { host } });
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'self'")]);
    expect(await page.text()).not.toMatch(/(?:src|href)="(?!\/)/);
    for (const path of ['/page.js', '/page.css', '/icon.svg']) expect((await app.request(path, { headers: { host } })).status).toBe(200);
  });
});

describe('what is asked wrongly', () => {
  const mei = () => seat('slack', 'Mei', 'Mei');
  it.each([
    ['say', () => ({ ...mei(), text: '  ' }), 400, '“text” must not be empty'],
    ['say', () => ({ ...mei(), text: 'x'.repeat(4_001) }), 400, 'at most 4,000 characters'],
    ['edit', () => ({ ...mei(), message: 'm', text: 'x'.repeat(70_000) }), 413, 'more than a message can be'],
    ['say', () => '{', 400, 'not valid JSON'],
    ['say', () => ({ ...mei(), channel: 'pigeon', text: 'x' }), 404, 'no such channel'],
    ['say', () => ({ ...mei(), place: seat('slack', 'Ben', 'Ben').place, text: 'x' }), 404, 'no such conversation'],
    ['say', () => ({ ...mei(), place: seat('slack', 'Ada', 'order-desk').place, text: 'x' }), 404, 'no such conversation'],
    ['say', () => ({ ...mei(), text: '', files: [] }), 400, 'must not be empty'],
    [
      'say',
      () => ({ ...mei(), text: 'x', files: [{ name: 'a.png', data: 'no base64!' }] }),
      400,
      'must be the bytes of the file in base64',
    ],
    ['say', () => ({ ...mei(), text: 'x', files: Array.from({ length: 5 }, () => ({ name: 'a', data: 'YQ==' })) }), 400, 'at most 4 files'],
    ['press', () => ({ ...mei(), message: 'gone', token: 't' }), 404, 'no such message'],
    ['submit', () => ({ ...mei(), values: {} }), 404, 'Nothing stands open'],
    ['submit', () => ({ ...mei(), values: { a: 1 } }), 400, 'must be text'],
    ['fault', () => ({ channel: 'slack', fault: 'flood', on: true }), 400, 'must be one of'],
    ['nonsense', () => ({}), 404, 'no such page or call'],
  ])('%s says what is wrong', async (path, body, status, words) => {
    const answer = await post(path, body());
    expect({ status: answer.status, text: answer.error?.text }).toEqual({ status, text: expect.stringContaining(words) });
  });
});

it('reads no more than the files of a message can come to', async () => {
  const said = { ...seat('slack', 'Mei', 'Mei'), text: 'x' };
  expect(await post('say', said, { 'content-length': '60000000' })).toMatchObject({ status: 413 });
});

describe.each(offered)('%s, while no desk listens', (channel) => {
  it('keeps what is said, lets its author alone change and delete it', async () => {
    const [ben, ada] = [seat(channel, 'Ben', 'Ben'), seat(channel, 'Ada', 'order-desk')];
    expect(await post('say', { ...ben, text: 'two mugs' })).toMatchObject({ status: 200 });
    await post('say', { ...ada, text: 'lunch?' });
    const [said] = (await see(ben)).messages;
    expect(said).toMatchObject({ from: ben.as, text: 'two mugs', payload: null, changeable: true, edited: false });
    expect(await post('edit', { ...ben, message: said?.id, text: 'three <b>mugs</b> &amp; more' })).toMatchObject({ status: 200 });
    expect((await see(ben)).messages).toMatchObject([{ text: 'three <b>mugs</b> &amp; more', edited: true }]);
    const sam = { ...ada, as: seat(channel, 'Sam', 'order-desk').as };
    const [lunch] = (await see(sam)).messages;
    expect(lunch).toMatchObject({ text: 'lunch?', changeable: false });
    expect(await post('delete', { ...sam, message: lunch?.id })).toMatchObject({ status: 404 });
    expect(await post('delete', { ...ben, message: said?.id })).toMatchObject({ status: 200 });
    expect((await see(ben)).messages).toEqual([]);
    expect((await state()).find((one) => one.channel === channel)).toMatchObject({ heard: false });
  });

  it('takes an answer to a message, and shows it below that where the platform has threads', async () => {
    const [ada, sam] = [seat(channel, 'Ada', 'order-desk'), seat(channel, 'Sam', 'order-desk')];
    await post('say', { ...ada, text: 'who takes this one?' });
    const asked = (await see(sam)).messages.at(-1);
    expect(await post('say', { ...sam, text: 'I do', under: asked?.id })).toMatchObject({ status: 200 });
    const answer = (await see(ada)).messages.at(-1);
    // Discord opens no thread by itself: there it is an answer in the channel
    expect(answer).toMatchObject({ text: 'I do', under: channel === 'discord' ? null : asked?.id });
    expect(await post('say', { ...sam, text: 'I do', under: 'gone' })).toMatchObject({ status: 404 });
  });

  it('takes files with words and without, and hands them to whoever sees the message they came with', async () => {
    const [mei, ada] = [seat(channel, 'Mei', 'Mei'), seat(channel, 'Ada', 'order-desk')];
    const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from('the rest of a picture')]);
    const list = Buffer.from('sku,name_en,price\nMUG-1,Coffee mug,9.50\n');
    const sent = (name: string, bytes: Buffer) => ({ name, data: bytes.toString('base64') });
    const before = (await see(mei)).messages.length;
    expect(await post('say', { ...mei, text: 'broken', files: [sent('cup.png', picture)] })).toMatchObject({ status: 200 });
    expect(await post('say', { ...mei, text: '', files: [sent('products.csv', list)] })).toMatchObject({ status: 200 });
    const [broken, products] = (await see(mei)).messages.slice(before);
    expect(broken).toMatchObject({ from: mei.as, text: 'broken', files: [{ mimeType: 'image/png', size: picture.length }] });
    expect(products).toMatchObject({ text: '', files: [{ name: 'products.csv', mimeType: 'text/csv', size: list.length }] });
    const fetched = async (at: ReturnType<typeof seat>, message = products, file = products) => {
      const query = new URLSearchParams({ ...at, message: message?.id ?? '' }).toString();
      return app.request(`/api/files/${encodeURIComponent(file?.files[0]?.id ?? '')}?${query}`, { headers: { host } });
    };
    const answer = await fetched(mei);
    expect([answer.status, await answer.text()]).toEqual([200, list.toString()]);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await fetched(mei, broken, broken)).headers.get('content-type')).toBe('image/png');
    expect([(await fetched(ada)).status, (await fetched(mei, broken)).status]).toEqual([404, 404]);
  });

  it('has faults that last until they are switched off', async () => {
    const faults = async () => (await state()).find((one) => one.channel === channel)?.faults;
    const { settings = {} } = platforms.find((one) => one.platform === channel) ?? {};
    const api =
      Object.entries(settings)
        .find(([name]) => name.endsWith('_API_URL'))?.[1]
        .replace(/\/$/, '') ?? '';
    const ask = {
      slack: () => fetch(`${api}/auth.test`, { method: 'POST', headers: { authorization: `Bearer ${settings['SLACK_BOT_TOKEN']}` } }),
      discord: () => fetch(`${api}/v10/users/@me`, { headers: { authorization: `Bot ${settings['DISCORD_TOKEN']}` } }),
      telegram: () => fetch(`${api}/bot${settings['TELEGRAM_BOT_TOKEN']}/getMe`, { method: 'POST' }),
    }[channel];
    const answers = async () => {
      const response = await ask().catch(() => null);
      const body = await response?.text();
      return response?.ok === true && !body?.includes('"ok":false');
    };
    expect(await answers()).toBe(true);
    for (const fault of ['down', 'rate_limited', 'revoked']) {
      await post('fault', { channel, fault, on: true });
      expect([fault, await faults(), await answers(), await answers()]).toEqual([fault, [fault], false, false]);
      await post('fault', { channel, fault, on: false });
      expect([fault, await faults(), await answers()]).toEqual([fault, [], true]);
    }
  });
});

it('says of a command that was not registered that it is not there, as Discord never offers it', async () => {
  expect(await post('say', { ...seat('discord', 'Ada', 'Ada'), text: '/desk' })).toMatchObject({ status: 200, problem: 'no_command' });
});

it('answers in Slack’s own words to a command that Slack does not know, and lets the desk hear the others', async () => {
  const ada = seat('slack', 'Ada', 'order-desk');
  const before = (await see(ada)).messages.length;
  expect(await post('say', { ...ada, text: '/desk here review' })).toEqual({ status: 200 });
  const [said, ...more] = (await see(ada)).messages.slice(before);
  expect(said).toMatchObject({ from: 'Slackbot', onlyYou: true, changeable: false, unheard: false });
  expect(said?.text).toMatch(/^\/desk is not a valid command\./);
  expect(more).toEqual([]);
  expect((await see({ ...ada, as: seat('slack', 'Sam', 'order-desk').as })).messages).toHaveLength(before);
  expect(await post('say', { ...ada, text: '/orderly desk here review' })).toEqual({ status: 200, late: true });
});

it('shows the thread that hangs on a message of Discord, and takes words into it', async () => {
  const [ada, sam] = [seat('discord', 'Ada', 'order-desk'), seat('discord', 'Sam', 'order-desk')];
  await post('say', { ...ada, text: 'this one' });
  const root = (await see(sam)).messages.at(-1);
  const { DISCORD_API_URL, DISCORD_TOKEN } = platforms.find(({ platform }) => platform === 'discord')?.settings ?? {};
  const opened = await fetch(`${DISCORD_API_URL}/v10/channels/${ada.place}/messages/${root?.id}/threads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bot ${DISCORD_TOKEN}` },
    body: JSON.stringify({ name: 'HO-1 · Mei' }),
  });
  expect(opened.status).toBe(200);
  await post('say', { ...sam, text: 'in the thread', under: root?.id });
  const first = (await see(ada)).messages.at(-1);
  await post('say', { ...ada, text: 'and on', under: first?.id });
  expect((await see(sam)).messages.slice(-2)).toMatchObject([
    { text: 'in the thread', under: root?.id },
    { text: 'and on', under: root?.id },
  ]);
});
