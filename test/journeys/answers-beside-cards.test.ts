import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incoming } from '#core/messages/incoming.ts';
import { when } from '#test/adapters/platforms/discord.stage.ts';
import { setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { start } from '#test/support/desk.ts';
import { tokenOf, wire, type Wired } from '#test/support/wired.ts';

let wired: Wired<SlackStage>;
beforeAll(async () => {
  wired = await wire((sink) => setSlackStage('http', sink, { ackMs: 3_000 }));
  const { database, stand } = wired;
  const { account } = stand.channel;
  for (const person of ['lin', 'bob']) stand.slack.messages(person, { channel: 'review' });
  await database.sql`delete from desk_conversations`;
  await database.sql`insert into desk_conversations (platform, account, key, purpose) values ('slack', ${account}, 'C0REVIEW', 'review')`;
  for (const [person, id] of [
    ['lin', 'U0LIN'],
    ['bob', 'U0BOB'],
  ])
    // prettier-ignore
    await database.sql`
      insert into accounts (platform, account, user_key, staff_id, dm_key, preferred, linked_at)
      select 'slack', ${account}, ${id ?? ''}, staff_id, ${`D0${person?.toUpperCase() ?? ''}`}, false, linked_at
      from accounts where user_key = ${person ?? ''} limit 1`;
});
afterAll(() => wired.close());

const inReview = () => wired.stand.slack.messages('lin', { channel: 'review' }).filter(({ botId }) => botId !== null);
const cardOf = (customer: string) => inReview().find(({ text, threadTs }) => threadTs === null && text.includes(customer));
const toDesk = (words: string): string => `<@${wired.stand.slack.workspace.app.botUser}> ${words}`;
/** What Mei was told, oldest first. */
const told = async (): Promise<string[]> => {
  const rows = await wired.database.sql<{ said: string }[]>`
    select card ->> 'fallback' as said from outbox where lane = 'telegram:playground:dm:mei' order by seq`;
  return rows.map(({ said }) => said);
};
async function meiSays(text: string): Promise<void> {
  const from = { platform: 'telegram' as const, account: 'playground', key: 'mei' };
  const incoming: Incoming = {
    kind: 'message', text, dedupeKey: randomUUID(), at: start.toString(), from, address: { ...from, key: 'dm:mei', kind: 'dm' },
  }; // prettier-ignore
  await wired.desk.receive(incoming);
  wired.heart.wake();
  await expect.poll(() => wired.desk.outcomeOf(incoming), { timeout: 20_000 }).toMatchObject({ ok: true });
}

it('asks a colleague whose words stand beside the card whether they are for its customer, and sends them once', async () => {
  const { slack } = wired.stand;
  await meiSays('找人工');
  await when(() => cardOf('陈美') !== undefined, 'the card stands in the channel');
  const before = (await told()).length;
  await slack.say('lin', toDesk('您好，明天上午送到'), { channel: 'review' });
  const question = () => inReview().find(({ text }) => text.includes('没有发给任何人') && text.includes('明天上午送到'));
  await when(() => question() !== undefined, 'it is asked, in the language of whoever wrote it');
  // nothing goes out before somebody says so
  expect(await told()).toHaveLength(before);
  const ts = question()?.ts ?? '';
  const token = await tokenOf(wired.database, 'tell_customer');
  await slack.press('bob', ts, token);
  await slack.press('lin', ts, token);
  await expect.poll(told, { timeout: 20_000 }).toHaveLength(before + 1);
  expect((await told()).at(-1)).toBe('Lin 林 · 海港办公：您好，明天上午送到');
  await when(() => inReview().some((one) => one.ts === ts && one.text.includes('已由 Lin 林 发给 陈美 Mei')), 'it says so in its place');
  await slack.press('lin', ts, token);
  expect(await told()).toHaveLength(before + 1);
});

it('takes words that quote the card for an answer to it', async () => {
  const { slack } = wired.stand;
  const card = cardOf('陈美');
  const before = (await told()).length;
  const url = `https://office.slack.com/archives/C0REVIEW/p${card?.ts.replace('.', '') ?? ''}`;
  await slack.happen({
    type: 'app_mention',
    user: 'U0LIN',
    ts: '1790000000.000100',
    event_ts: '1790000000.000100',
    channel: 'C0REVIEW',
    text: toDesk(`<${url}> 也可以后天送`),
    attachments: [
      { is_msg_unfurl: true, is_share: true, channel_id: 'C0REVIEW', ts: card?.ts ?? '', from_url: `${url}?x=1`, fallback: '' },
    ],
  });
  await expect.poll(told, { timeout: 20_000 }).toHaveLength(before + 1);
  expect((await told()).at(-1)).toBe('Lin 林 · 海港办公：也可以后天送');
});

it('asks in a colleague’s own conversation with the desk too, and can be told that nobody is meant', async () => {
  const { slack } = wired.stand;
  const before = (await told()).length;
  const mine = () => slack.messages('bob').filter(({ botId }) => botId !== null);
  await slack.say('bob', 'we ship it on Monday');
  await when(() => mine().some(({ text }) => /Nobody has read “we ship it on Monday”/.test(text)), 'it is asked');
  const token = await tokenOf(wired.database, 'tell_nobody');
  await slack.press('bob', mine().at(-1)?.ts ?? '', token);
  await when(() => mine().some(({ text }) => text === '“we ship it on Monday” went to nobody.'), 'it is settled');
  expect(await told()).toHaveLength(before);
  expect(wired.problems).toEqual([]);
});
