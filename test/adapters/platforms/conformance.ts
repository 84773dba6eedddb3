import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block, Button, Card } from '#core/messages/card.ts';
import type { SendOptions } from '#core/ports.ts';
import { openEar, type Capability, type Ear, type Lacks, type Played, type SetStage, type Stage } from './stage.ts';

const hostile =
  '@everyone @here <!channel> <!here> <@U0MEI> <@&123> <@123> <#C1|x> [a](tg://user?id=7) <a href="tg://user?id=7">b</a> @mei_chen &lt;!channel&gt;';

const button = (token: string, label: string): Button => ({ token, action: 'confirm', label, style: 'plain' });
const card = (text: string, buttons: Button[] = []): Card => ({
  blocks: [{ kind: 'text', text }, ...(buttons.length > 0 ? [{ kind: 'actions' as const, buttons }] : [])],
  fallback: text,
});

const options = (signal = AbortSignal.timeout(30_000)): SendOptions => ({
  idempotencyKey: randomUUID(),
  signal,
  at: Temporal.Instant.from('2026-11-25T04:00:00Z'),
});

/** More of everything than any platform takes. */
function enormous(): Card {
  const long = '海 & <b> '.repeat(500);
  const blocks: Block<Button>[] = [
    { kind: 'heading', text: long },
    { kind: 'fields', fields: Array.from({ length: 30 }, () => ({ label: long, value: long })) },
    { kind: 'table', head: ['A', 'B', 'C'], rows: Array.from({ length: 150 }, () => [long, '2', '3']) },
    { kind: 'progress', steps: Array.from({ length: 9 }, () => ({ label: long, state: 'next' as const })) },
    { kind: 'quote', text: long, marks: [{ start: 0, end: 3_000, label: long }] },
    ...Array.from({ length: 60 }, (): Block<Button> => ({ kind: 'note', text: long })),
    { kind: 'actions', buttons: Array.from({ length: 40 }, (_, at) => button(`token${at}`.padEnd(32, 'x'), long)) },
  ];
  return { blocks, fallback: long };
}

/** What every channel keeps to, whatever the platform: the real SDK talks to a server that does what the platform does. */
export function conforms(name: string, setStage: SetStage, lacks: Lacks = {}): void {
  /** Asks only a channel that has the capability; of any other it says why not. */
  const whereThere = (capability: Capability) => (title: string, ask: () => Promise<void>) =>
    // oxlint-disable-next-line vitest/valid-title -- each is named where it is asked, below
    it(title, async ({ skip }) => {
      const why = lacks[capability];
      skip(why !== undefined, `without ${capability}: ${why}`);
      await ask();
    });
  const outside = whereThere('a platform outside');

  describe(`${name} as a channel`, () => {
    let ear: Ear;
    let stage: Played;
    beforeEach(async () => {
      ear = openEar();
      stage = await setStage(ear);
    });
    afterEach(() => stage.close());

    const texts = (): string[] => ear.heard.flatMap((incoming) => (incoming.kind === 'message' ? [incoming.text] : []));
    const refused = async (kind: Parameters<Stage['trouble']>[0], signal?: AbortSignal) => {
      stage.trouble(kind);
      return stage.channel.send(stage.dm, card('Hello, Mei.'), options(signal));
    };

    it('hears what a person writes, and where', async () => {
      await stage.says('2 chairs, please');
      expect(ear.heard).toMatchObject([{ kind: 'message', text: '2 chairs, please', address: stage.dm }]);
    });

    whereThere('other speakers')('does not hear itself, nor another bot', async () => {
      await stage.echoes('Your order is on its way.');
      await stage.says('thanks');
      expect(texts()).toEqual(['thanks']);
    });

    it('brings a repeated delivery under the same key', async () => {
      await stage.says('2 chairs');
      await stage.repeats();
      expect(ear.brought).toBe(2);
      expect(texts()).toEqual(['2 chairs']);
    });

    whereThere('crossing deliveries')(
      'brings what comes late after what was said later, each once and by the time it was said',
      async () => {
        await stage.crosses('first', 'second', async () => {
          await expect.poll(texts, { timeout: 10_000 }).toEqual(['second']);
        });
        await expect.poll(texts, { timeout: 10_000 }).toEqual(['second', 'first']);
        const [second = '', first = ''] = ear.heard.map((incoming) => ('saidAt' in incoming ? incoming.saidAt : undefined));
        expect(Temporal.Instant.compare(first, second)).toBe(-1);
      },
    );

    it('brings again what could not be stored', async () => {
      ear.away = 1;
      await stage.says('2 chairs');
      await expect.poll(texts, { timeout: 10_000 }).toEqual(['2 chairs']);
    });

    it('takes nothing from somebody who is not the platform', async () => {
      const status = await stage.forges('a thousand chairs');
      // what the platform does not post to is no address at all
      expect(status).toBe(stage.strangersGet ?? (stage.isPosted ? 401 : 404));
      expect(ear.brought).toBe(0);
    });

    it('brings a press as the press of the button that was sent', async () => {
      const token = 'tok_'.padEnd(32, 'A');
      const sent = await stage.channel.send(stage.dm, card('Shall we?', [button(token, 'Confirm')]), options());
      expect(sent).toMatchObject({ ok: true });
      const key = sent.ok ? sent.message.key : '';
      expect((await stage.standing()).map(({ tokens }) => tokens)).toEqual([[token]]);
      await stage.presses(key, token);
      expect(ear.heard).toMatchObject([{ kind: 'press', token, messageKey: key, address: stage.dm }]);
    });

    it('edits a message in place, and takes an edit that changes nothing as done', async () => {
      const sent = await stage.channel.send(stage.dm, card('Draft'), options());
      if (!sent.ok) throw new Error(sent.kind);
      expect(await stage.channel.edit(sent.message, card('Confirmed'), options())).toEqual(sent);
      expect(await stage.channel.edit(sent.message, card('Confirmed'), options())).toEqual(sent);
      expect(await stage.standing()).toMatchObject([{ key: sent.message.key, text: expect.stringContaining('Confirmed'), edited: true }]);
    });

    it('says of a message that is not there any more that it is gone', async () => {
      const sent = await stage.channel.send(stage.dm, card('Draft'), options());
      if (!sent.ok) throw new Error(sent.kind);
      // one more digit than any key the platform gave, of the same shape
      const gone = {
        ...sent.message,
        key: sent.message.key.replace(/\d(?=\d*$)|[a-f]$/, (digit) => (/\d/.test(digit) ? String((Number(digit) + 1) % 10) : '0')),
      };
      expect(await stage.channel.edit(gone, card('Confirmed'), options())).toEqual({ ok: false, kind: 'unreachable', reason: 'gone' });
    });

    it('calls nobody with what somebody else has typed', async () => {
      const blocks: Card['blocks'] = [
        { kind: 'heading', text: hostile },
        { kind: 'text', text: hostile },
        { kind: 'note', text: hostile },
        { kind: 'fields', fields: [{ label: hostile, value: hostile }] },
        { kind: 'table', head: ['A'], rows: [[hostile]] },
        { kind: 'quote', text: hostile, marks: [] },
      ];
      expect(await stage.channel.send(stage.dm, { blocks, fallback: hostile }, options())).toMatchObject({ ok: true });
      expect((await stage.standing()).flatMap(({ pings }) => pings)).toEqual([]);
    });

    it('fits a card into whatever the platform takes', async () => {
      expect(await stage.channel.send(stage.dm, enormous(), options())).toMatchObject({ ok: true });
      expect(await stage.standing()).toHaveLength(1);
    });

    outside('waits as long as the platform asks for', async () => {
      expect(await refused('rate_limited')).toMatchObject({ ok: false, kind: 'rate_limited', retryAfterMs: 7000 });
      expect(await stage.standing()).toEqual([]);
    });

    for (const kind of ['accept_then_reset', 'broken'] as const)
      outside(`does not claim to know what became of a message: ${kind}`, async () => {
        expect(await refused(kind)).toMatchObject({ ok: false, kind: 'unknown_outcome' });
      });

    outside('waits for an answer no longer than it may', async () => {
      expect(await refused('hang', AbortSignal.timeout(50))).toMatchObject({ ok: false, kind: 'unknown_outcome' });
    });

    outside('sees whether a message without an answer has arrived, where the platform can tell', async () => {
      if (!stage.channel.find) return;
      const lost = options();
      stage.trouble('accept_then_reset');
      await stage.channel.send(stage.dm, card('Hello, Mei.'), lost);
      const [standing] = await stage.standing();
      expect(await stage.channel.find(stage.dm, lost)).toEqual({ address: stage.dm, key: standing?.key });
      expect(await stage.channel.find(stage.dm, options())).toBeNull();
    });

    outside('knows when a person takes nothing from us any more', async () => {
      expect(await refused('blocked')).toMatchObject({ ok: false, kind: 'unreachable' });
    });

    outside('says that its token is refused, without the token', async () => {
      const result = await refused('revoked');
      expect(result).toMatchObject({ ok: false, kind: 'auth' });
      expect(JSON.stringify(result)).not.toMatch(/xox|bot\d|Bot /);
    });
  });
}
