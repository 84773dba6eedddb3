import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlaygroundMessage } from '#adapters/playground/answers.ts';
import { playgroundChannel } from '#adapters/playground/channel.ts';
import { forgetMessages } from '#adapters/playground/message.store.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { engines, openTestDatabase } from '#test/support/database.ts';
import { openStage, type Stage } from './stage.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const picture = { name: '椅子 "1"\'(a).png', type: 'image/png', data: png };

describe.each(engines)('files of the playground on %s', (engine) => {
  let db: OpenDatabase;
  let stage: Stage;
  beforeAll(async () => {
    db = await openTestDatabase({ engine });
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await forgetMessages(db.sql);
    stage = await openStage(db);
  });

  const say = (more: object, headers?: Record<string, string>) =>
    stage.post('say', { as: 'mei', channel: 'telegram', text: '', ...more }, headers);
  const sent = async (): Promise<PlaygroundMessage> => {
    const message = (await stage.messages('mei', 'telegram')).find(({ from }) => from === 'mei');
    if (!message) throw new Error('nothing was said');
    return message;
  };
  const get = (url: string) => Promise.resolve(stage.app.request(url));

  it('reach the desk by name, type, size and reference, and come back as they were sent', async () => {
    expect(await say({ text: 'look', files: [picture] })).toMatchObject({ status: 200 });
    const { files } = await sent();
    const bytes = Buffer.from(png, 'base64');
    expect(files).toMatchObject([{ name: picture.name, mimeType: 'image/png', size: bytes.length }]);
    expect(stage.desk.heard[0]).toMatchObject({
      kind: 'message',
      text: 'look',
      files: [
        { name: picture.name, mimeType: 'image/png', size: bytes.length, platform: 'telegram', account: 'playground', key: files[0]?.id },
      ],
    });
    const answer = await get(files[0]?.url ?? '');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''%E6%A4%85%E5%AD%90%20%221%22%27%28a%29.png",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('that are no pictures are only ever saved', async () => {
    await say({ files: [{ name: 'a.txt', type: 'text/plain', data: btoa('<script>alert(1)</script>') }] });
    const [file] = (await sent()).files;
    const answer = await get(file?.url ?? '');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-type')).toBe('text/plain');
  });

  it.each([
    ['image/svg+xml', btoa('<svg/>'), '“files.0.type” must be one of image/png'],
    ['text/html', btoa('<b>'), '“files.0.type” must be one of image/png'],
    ['image/png', '', 'must be the bytes of the file, not empty'],
    ['image/png', 'no base64!', 'must be the bytes of the file in base64'],
  ])('of type %s with %j are refused', async (type, data, why) => {
    const { status, answer } = await say({ text: 'x', files: [{ name: 'x', type, data }] });
    expect([status, answer.error.code]).toEqual([400, 'not_understood']);
    expect(answer.error.text).toContain(why);
    expect(stage.desk.heard).toEqual([]);
  });

  it('may be a megabyte each and four of them, and no more', async () => {
    const most = { name: 'a.png', type: 'image/png', data: Buffer.alloc(1024 * 1024).toString('base64') };
    expect((await say({ files: [most, most, most, most] })).status).toBe(200);
    const more = { ...most, data: Buffer.alloc(1024 * 1024 + 1).toString('base64') };
    expect(await say({ files: [more] })).toMatchObject({ status: 413, answer: { error: { code: 'file_too_large' } } });
    expect(await say({ files: Array.from({ length: 5 }, () => picture) })).toMatchObject({ status: 400 });
  });

  it('are seen by nobody who does not see their message', async () => {
    await say({ files: [picture] });
    const message = await sent();
    const id = message.files[0]?.id ?? '';
    const at = (as: string, which = message.id, file = id) => get(`/playground/api/files/${file}?as=${as}&message=${which}`);
    expect((await at('mei')).status).toBe(200);
    expect((await at('ann')).status).toBe(404);
    expect((await at('lin')).status).toBe(404);
    expect((await at('mei', message.id, 'another')).status).toBe(404);
    const [other] = (await stage.messages('mei', 'telegram')).filter(({ from }) => from === 'desk');
    expect((await at('mei', other?.id)).status).toBe(404);
    expect((await get(`/playground/api/files/${id}`)).status).toBe(400);
  });

  it('on a card of the desk are fetched by whoever sees the card, on whatever platform', async () => {
    await say({ files: [picture] });
    const [file] = (await sent()).files;
    const ref = {
      name: file?.name ?? '',
      mimeType: 'image/png',
      size: 1,
      platform: 'telegram',
      account: 'playground',
      key: file?.id ?? '',
    } as const;
    const address = { platform: 'slack', account: 'playground', key: 'C-REVIEW', kind: 'group' } as const;
    const options = { idempotencyKey: 'row', signal: new AbortController().signal, at: stage.clock.now() };
    await playgroundChannel('slack', db).send(address, { blocks: [{ kind: 'file', file: ref }], fallback: 'a file' }, options);
    const [shown] = await stage.messages('lin', 'slack');
    expect(shown?.files).toMatchObject([{ id: file?.id, name: picture.name }]);
    expect((await get(shown?.files[0]?.url ?? '')).status).toBe(200);
  });

  it('are kept once when the platform delivers them five times', async () => {
    for (let times = 0; times < 5; times++) await say({ files: [picture] }, { 'idempotency-key': 'update 9' });
    const [row] = await db.sql<{ count: number }[]>`select count(*)::int as count from playground_files`;
    expect(row?.count).toBe(1);
    expect((await get((await sent()).files[0]?.url ?? '')).status).toBe(200);
  });
});

describe('a reply', () => {
  let db: OpenDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  it('names the message it answers, where it is answered in its own conversation', async () => {
    const stage = await openStage(db);
    await stage.post('say', { as: 'lin', channel: 'slack', text: 'first', conversation: 'C-REVIEW' });
    const id = (await stage.messages('lin', 'slack')).find(({ from }) => from === 'lin')?.id;
    await stage.post('say', { as: 'lin', channel: 'slack', text: 'second', conversation: 'C-REVIEW', reply_to: id });
    await stage.post('say', { as: 'lin', channel: 'slack', text: '/third', conversation: 'C-REVIEW', reply_to: id });
    await stage.post('say', { as: 'lin', channel: 'slack', text: 'elsewhere', reply_to: id });
    expect(stage.desk.heard.slice(1)).toMatchObject([
      { kind: 'message', replyTo: id },
      { kind: 'command', replyTo: id },
      { text: 'elsewhere' },
    ]);
    expect(stage.desk.heard.at(-1)).not.toHaveProperty('replyTo');
    expect((await stage.messages('lin', 'slack')).filter(({ replyTo }) => replyTo === id)).toHaveLength(3);
  });
});
