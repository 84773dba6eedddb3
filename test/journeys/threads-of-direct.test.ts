import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatedSlack } from '#adapters/emulators/slack/emulate.ts';
import { when } from '#test/adapters/platforms/discord.stage.ts';
import { setSlackStage, type SlackStage } from '#test/adapters/slack/stage.ts';
import { tokenOf, wire, type Wired } from '#test/support/wired.ts';

/** Somebody who speaks with the desk alone, and opens a thread there. */
describe('a thread of the direct conversation in Slack', () => {
  let wired: Wired<SlackStage>;
  let slack: EmulatedSlack;
  beforeAll(async () => {
    wired = await wire((sink) => setSlackStage('http', sink, { ackMs: 3_000 }));
    ({ slack } = wired.stand);
  });
  afterAll(() => wired.close());

  const said = () => slack.messages('zoe').filter(({ botId }) => botId !== null);
  const inThread = (root: string | null) => said().filter(({ threadTs }) => threadTs === root);
  const asks = async (text: string): Promise<string> => {
    await slack.say('zoe', text);
    return slack.messages('zoe').findLast(({ botId }) => botId === null)?.ts ?? '';
  };

  it('holds the order that is made in it: its draft, what is asked, what comes of a press', async () => {
    const root = await asks('hello');
    await when(() => inThread(null).length > 0, 'they are answered');
    const outside = inThread(null).length;
    await slack.say('zoe', '2 ergonomic chairs in white', { thread: root });
    await when(() => inThread(root).some(({ text }) => /chair/i.test(text)), 'the draft stands in the thread');
    const draft = inThread(root).find(({ text }) => /chair/i.test(text));
    await slack.press('zoe', draft?.ts ?? '', await tokenOf(wired.database, 'confirm'));
    // where to, it asks in a form
    await slack.submit('zoe', { address: '12 Harbour Street, Shanghai' });
    await when(() => /HO-\d+/.test(inThread(root).find(({ ts }) => ts === draft?.ts)?.text ?? ''), 'the card lives on where it stands');
    await slack.say('zoe', 'where is it?', { thread: root });
    await when(() => inThread(root).filter(({ text }) => /HO-\d+/.test(text)).length > 1, 'they are answered there');
    expect(inThread(null)).toHaveLength(outside);
    expect(wired.problems).toEqual([]);
  });

  it('is left for what is said beside it', async () => {
    const before = inThread(null).length;
    await slack.say('zoe', 'where is my order?');
    await when(() => inThread(null).length > before, 'they are answered beside it');
  });

  it('is told of a command that is none, and of a button that was pressed before', async () => {
    const root = await asks('one more thing');
    await slack.say('zoe', '/nonsense', { thread: root });
    await when(() => inThread(root).length > 0, 'it is told there');
    const told = inThread(root).length;
    const since = () => inThread(root).slice(told);
    await slack.say('zoe', '3 desk lamps to 12 Harbour Street, Shanghai', { thread: root });
    await when(() => since().some(({ text }) => /lamp/i.test(text)), 'the draft stands in the thread');
    const draft = since().find(({ text }) => /lamp/i.test(text))?.ts ?? '';
    const token = await tokenOf(wired.database, 'confirm');
    await slack.press('zoe', draft, token);
    await when(() => /HO-\d+/.test(inThread(root).find(({ ts }) => ts === draft)?.text ?? ''), 'it is sent in');
    const before = inThread(root).length;
    await slack.press('zoe', draft, token);
    await when(() => inThread(root).length > before, 'they are told there');
  });
});
