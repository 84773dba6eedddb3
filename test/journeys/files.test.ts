import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/clock.ts';
import { componentsOf, textOf } from '#adapters/emulators/discord/components.ts';
import { emulateDiscord, type EmulatedDiscord } from '#adapters/emulators/discord/emulate.ts';
import { channelOf, directOf, personOf, type Message } from '#adapters/emulators/discord/guild.ts';
import { emulateTelegram, type EmulatedTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { pressable } from '#adapters/emulators/slack/pressable.ts';
import { startHeart, type Heart } from '#adapters/heart.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { sinkOf } from '#adapters/sink.ts';
import { type Desk } from '#core/desk.ts';
import type { Channel } from '#core/ports.ts';
import { connectTo as connectDiscord, type Connected as OnDiscord } from '#test/adapters/platforms/discord.stage.ts';
import { connectTo as connectTelegram, type Connected as OnTelegram } from '#test/adapters/platforms/telegram.stage.ts';
import { openLog, setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { openTestDatabase } from '#test/support/database.ts';
import { loadDemoInSlack, openLiveDesk } from '#test/support/live-desk.ts';

const raj = 4300;
const png = (words: string): Buffer => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(words)]);
const soon = { timeout: 20_000, interval: 20 };

describe('pictures between a customer on Telegram and colleagues on Slack and Discord', () => {
  let database: OpenDatabase;
  let desk: Desk;
  let heart: Heart;
  let slack: SlackStage;
  let discord: EmulatedDiscord;
  let onDiscord: OnDiscord;
  let telegram: EmulatedTelegram;
  let onTelegram: OnTelegram;
  const stopping = new AbortController();
  const { log } = openLog();

  beforeAll(async () => {
    database = await openTestDatabase();
    await loadDemoInSlack(database, ['bob']);
    discord = await emulateDiscord({ way: 'gateway', relaxed: true });
    const lin = personOf(discord.world, 'Lin');
    await database.sql`delete from desk_conversations`;
    await database.sql`
      insert into desk_conversations (platform, account, key, purpose)
      values ('slack', 'T0OFFICE', 'C0REVIEW', 'review'), ('discord', ${discord.world.bot.id}, ${channelOf(discord.world, 'review').id}, 'review')`;
    await database.sql`
      insert into accounts (platform, account, user_key, staff_id, dm_key, preferred, linked_at)
      select 'discord', ${discord.world.bot.id}, ${lin.id}, id, ${directOf(discord.world, lin).id}, false, now() from staff where name like 'Lin%'`;
    const channels = (): Channel[] =>
      [slack?.channel, onDiscord?.connection.channel(), onTelegram?.channel].filter((one) => one !== undefined && one !== null);
    desk = openLiveDesk({ database, log, signal: stopping.signal, channels });
    heart = startHeart(() => desk.beat(systemClock.now(), () => heart.wake()), log);
    const sink = sinkOf({ desk, heart, clock: systemClock });
    slack = await setSlackStage('socket', sink, { ackMs: 3_000 });
    slack.slack.messages('bob', { channel: 'review' });
    onDiscord = await connectDiscord(discord, sink, database);
    telegram = await emulateTelegram();
    telegram.relax();
    telegram.person(raj, { name: 'Raj', language: 'en', started: true });
    onTelegram = await connectTelegram(telegram, sink, { way: 'polling', database });
    await heart.beat();
    await desk.quiet();
  }, 60_000);
  afterAll(async () => {
    stopping.abort();
    await onTelegram.stop();
    await onDiscord.close();
    await slack.close();
    await heart.stop();
    await desk.quiet();
    await telegram.close();
    await discord.close();
    await database.close();
  }, 30_000);

  const sends = (bytes: Buffer, text = ''): void => {
    const id = telegram.addFile('photo', bytes);
    const photo = [{ file_id: id, file_unique_id: id, file_size: bytes.length, width: 90, height: 90 }];
    telegram.say(raj, text, { with: { photo }, caption: true });
  };
  const inReview = (): Message[] => discord.messages('Lin', { channel: 'review' });
  const picturesOnDiscord = (): string[] =>
    inReview().flatMap(({ attachments }) => attachments.map(({ bytes }) => Buffer.from(String(bytes), 'base64').toString('latin1')));
  const picturesOnSlack = (): string[] =>
    [...slack.slack.workspace.files.values()].filter(({ shown }) => shown).map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
  const readsInReview = (text: RegExp): boolean => inReview().some((message) => text.test(textOf(message)));
  const readsInSlack = (text: RegExp): boolean =>
    slack.slack.messages('bob', { channel: 'review' }).some((message) => text.test(JSON.stringify(message)));
  const rajSees = () => telegram.messages(raj).filter(({ from }) => from.id !== raj);
  const beat = async (): Promise<void> => {
    // retries wait for the clock of the database
    await database.sql`update lanes set next_at = now(), free_at = now() where next_at is not null and token is null`;
    heart.wake();
  };

  it('shows in both what the customer sends, once, and brings the customer what a colleague answers with', async () => {
    const bytes = png('a scratch');
    sends(bytes, 'there is a scratch, may I talk to a person');
    await expect.poll(picturesOnSlack, soon).toEqual([bytes.toString('latin1')]);
    await expect.poll(picturesOnDiscord, soon).toEqual([bytes.toString('latin1')]);

    const card = inReview().find((message) => /Raj/.test(textOf(message)) && message.components.length > 0) ?? expect.fail();
    const answer = png('the new one');
    discord.say('Lin', 'We send you this one.', {
      channel: 'review',
      replyTo: card.id,
      files: [{ name: 'new.png', type: 'image/png', bytes: answer }],
    });
    await expect.poll(() => rajSees().filter(({ file }) => file !== null).length, soon).toBe(1);
    const shown = rajSees().find(({ file }) => file !== null) ?? expect.fail();
    const named = rajSees().find(({ text }) => text.includes('We send you this one.')) ?? expect.fail();
    expect(shown.replyTo).toBe(named.id);
    // a reply to the picture itself is one to the case
    const picture = inReview().find(({ attachments }) => attachments.length > 0) ?? expect.fail();
    discord.say('Lin', 'And it is on its way.', { channel: 'review', replyTo: picture.id });
    await expect.poll(() => rajSees().some(({ text }) => text.includes('And it is on its way.')), soon).toBe(true);
    expect([picturesOnSlack().length, picturesOnDiscord().length]).toEqual([1, 1]);
  }, 60_000);

  it('asks whether a picture that a colleague puts beside an order is for its customer, and sends it once, when somebody says so', async () => {
    telegram.say(raj, '2 ergonomic chairs in white');
    const key = (label: string) => rajSees().findLast(({ keys }) => keys.flat().some((one) => one.text === label));
    await expect.poll(() => key('Confirm'), soon).toBeTruthy();
    await database.sql`update orders set address = '5 Dock Road, Shanghai' where state = 'draft'`;
    const draft = key('Confirm') ?? expect.fail();
    telegram.press(raj, draft.id, draft.keys.flat().find(({ text }) => text === 'Confirm')?.callback_data ?? '');
    const orderCard = () =>
      slack.slack
        .messages('bob', { channel: 'review' })
        .find(({ text, threadTs }) => threadTs === null && /^订单 HO-\d+ · 审核中/.test(text));
    await expect.poll(orderCard, soon).toBeTruthy();
    const card = orderCard() ?? expect.fail();
    const before = rajSees().length;

    // in Slack a thread reaches the desk where it is called; here without another word
    const bytes = png('a drawing');
    const file = { id: 'F0DRAWING', name: 'drawing.png', mimetype: 'image/png', size: bytes.length };
    slack.slack.workspace.files.set(file.id, { ...file, bytes });
    await slack.slack.say('bob', `<@${slack.slack.workspace.app.botUser}>`, { channel: 'review', thread: card.ts, files: [file] });
    const asked = () => slack.slack.messages('bob', { channel: 'review' }).find(({ text }) => text.includes('drawing.png'));
    await expect.poll(asked, soon).toBeTruthy();
    const question = asked() ?? expect.fail();
    expect(question.threadTs).toBe(card.ts);
    expect(rajSees()).toHaveLength(before);
    const send = pressable(question.blocks).find(({ label }) => label.includes('Raj')) ?? expect.fail();
    await slack.slack.press('bob', question.ts, send.token);
    await slack.slack.press('bob', question.ts, send.token);
    const now = () => slack.slack.messages('bob', { channel: 'review' }).find(({ ts }) => ts === question.ts);
    await expect.poll(() => now()?.text, soon).toMatch(/^Bob .*drawing\.png/);
    await expect
      .poll(
        () =>
          rajSees().filter(
            (message) => message.file !== null && Buffer.from(telegram.file(message.file)?.bytes ?? '').includes('a drawing'),
          ).length,
        soon,
      )
      .toBe(1);
    expect(now()?.blocks.filter(({ type }) => type === 'actions')).toEqual([]);

    // on Discord one hangs it on the card itself
    const same = inReview().find((message) => componentsOf(message.components).some(({ label }) => label === '通过')) ?? expect.fail();
    discord.say('Lin', '', {
      channel: 'review',
      replyTo: same.id,
      files: [{ name: 'inside.png', type: 'image/png', bytes: png('not for customers') }],
    });
    // in the thread that is opened on the card
    const inside = () =>
      discord.world.messages.find((message) => message.author.id === discord.world.bot.id && /inside\.png/.test(textOf(message)));
    await expect.poll(inside, soon).toBeTruthy();
    const kept = inside() ?? expect.fail();
    expect(discord.world.places.get(kept.channel)?.thread).toBeTruthy();
    const keep = componentsOf(kept.components).find(({ label }) => label === '留在这里');
    await discord.press('Lin', kept.id, String(keep?.['custom_id']));
    await expect.poll(() => textOf(inside() ?? kept), soon).toMatch(/inside\.png 留在这里/);
    expect(
      rajSees().some(
        (message) => message.file !== null && Buffer.from(telegram.file(message.file)?.bytes ?? '').includes('not for customers'),
      ),
    ).toBe(false);
    telegram.say(raj, 'cancel my order');
  }, 60_000);

  it('tells colleagues, in their language, of a picture that is too large or gone, and goes on', async () => {
    const large = {
      file_id: 'F0LARGE',
      file_unique_id: 'F0LARGE',
      file_size: 21 * 1024 * 1024,
      file_name: 'film.mp4',
      mime_type: 'video/mp4',
    };
    telegram.say(raj, '', { with: { video: large }, caption: true });
    await expect.poll(() => readsInReview(/film.*Discord/), soon).toBe(true);
    await expect.poll(() => readsInSlack(/film.*Slack/), soon).toBe(true);
    const gone = { file_id: 'F0GONE', file_unique_id: 'F0GONE', file_size: 9, file_name: 'gone.pdf', mime_type: 'application/pdf' };
    telegram.say(raj, '', { with: { document: gone }, caption: true });
    await expect.poll(() => readsInReview(/gone.*Telegram/), soon).toBe(true);
    sends(png('another'));
    await expect.poll(() => picturesOnDiscord().length, soon).toBe(2);
  }, 60_000);

  it('tells the customer in theirs what cannot be shown, and colleagues why; the answer itself is not held up', async () => {
    await database.sql`update customers set locale = 'zh-TW', locale_stated = true where id in (select customer_id from accounts where user_key = ${String(raj)})`;
    const card = inReview().find((message) => /Raj/.test(textOf(message)) && message.components.length > 0) ?? expect.fail();
    telegram.fault('sendDocument', { refuse: { code: 413, description: 'Request Entity Too Large' } });
    const files = [{ name: 'plan.zip', type: 'application/zip', bytes: Buffer.from('PK') }];
    discord.say('Lin', 'Here is the plan.', { channel: 'review', replyTo: card.id, files });
    await expect.poll(() => rajSees().some(({ text }) => text.includes('Here is the plan.')), soon).toBe(true);
    await expect.poll(() => rajSees().some(({ text }) => /plan\.zip 無法在這裡顯示/.test(text)), soon).toBe(true);
    await expect.poll(() => readsInReview(/plan.{0,4}zip.*Telegram/), soon).toBe(true);
    await expect.poll(() => readsInSlack(/plan\.zip.*Telegram/), soon).toBe(true);
  }, 60_000);

  it('keeps nobody waiting for a Telegram that hangs over a file, sends it once, and tells both sides that nobody knows whether it came', async () => {
    const card = inReview().find((message) => /Raj/.test(textOf(message)) && message.components.length > 0) ?? expect.fail();
    telegram.fault('sendPhoto', 'hang');
    const before = rajSees().filter(({ file }) => file !== null).length;
    discord.say('Lin', 'One more.', {
      channel: 'review',
      replyTo: card.id,
      files: [{ name: 'more.png', type: 'image/png', bytes: png('more') }],
    });
    await expect
      .poll(
        () => telegram.recorded.some(({ method, payload }) => method === 'sendPhoto' && JSON.stringify(payload).includes('more.png')),
        soon,
      )
      .toBe(true);
    discord.say('Lin', 'And a word beside it.', { channel: 'review', replyTo: card.id });
    await expect.poll(() => rajSees().some(({ text }) => text.includes('And a word beside it.')), soon).toBe(true);
    telegram.cut();
    await expect
      .poll(async () => {
        await beat();
        return rajSees().some(({ text }) => text.includes('more.png') && text.includes('Telegram 沒有回應'));
      }, soon)
      .toBe(true);
    await expect.poll(() => readsInReview(/more.{0,4}png.*Telegram/), soon).toBe(true);
    const sent = telegram.recorded.filter(({ method, payload }) => method === 'sendPhoto' && JSON.stringify(payload).includes('more.png'));
    expect([sent.length, rajSees().filter(({ file }) => file !== null).length]).toEqual([1, before]);
  }, 60_000);
});
