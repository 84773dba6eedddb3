import { openLine, type Line } from './line.ts';
import { claimNextList, type Fetching } from './lists/fetching.act.ts';
import { batch, claim, mostFiles, type Claim } from './messages/delivery.claim.ts';
import { channelKey, deliver } from './messages/delivery.ts';
import type { Delivering } from './messages/delivery.settle.ts';
import { errorLine } from './messages/failure.decide.ts';
import type { Channel, Database } from './ports.ts';

/** What goes on with each platform outside, so that one which hangs delays neither another platform nor what the desk does itself. */
export interface Sending {
  /** Begins what waits for these, and returns at once. */
  go(now: Temporal.Instant, channels: readonly Channel[], waiting: Waiting): void;
  /** Resolves when nothing is on its way any more. */
  quiet(): Promise<void>;
}

interface Waiting {
  /** Whether a message may be to be sent; files are looked for in any case. */
  messages: boolean;
  /** Called when something that has ended leaves more to be said. */
  said(): void;
}

type World = Omit<Delivering, 'now'> & Omit<Fetching, 'now'>;

/** Files are few, and each is taken over in one transaction. */
const listsAtOnce = 2;

export function openSending(database: Database, world: World): Sending {
  /** As they are now: an account that is connected anew has another channel. */
  const channels = new Map<string, Channel>();
  const lines = new Map<string, { messages: Line; lists: Line }>();
  let said: Waiting['said'] = () => {};
  const failed = (what: string) => (error: unknown) => world.log.error({ error: errorLine(error) }, what);

  const openMessages = (key: string): Line => {
    let files = 0;
    return openLine({
      most: batch,
      failed: failed('outbox.sending_failed'),
      async begin(now, room) {
        const channel = channels.get(key);
        if (world.signal.aborted || !channel) return null;
        const { worked, claims, probe } = await claim(database, channel, { ...world, now }, { all: room, files: mostFiles - files });
        files += claims.filter(({ head }) => head.file).length;
        const send = (claimed: Claim) => async (): Promise<void> => {
          try {
            const { kind } = await deliver(database, channel, { ...claimed, probe }, { ...world, now });
            // whoever must hear that it did not arrive hears it now
            if (kind !== 'sent') said();
          } finally {
            if (claimed.head.file) files -= 1;
          }
        };
        return worked ? claims.map(send) : null;
      },
    });
  };

  const openLines = (key: string): { messages: Line; lists: Line } => ({
    messages: openMessages(key),
    lists: openLine({
      most: listsAtOnce,
      failed: failed('list.fetching_failed'),
      async begin(now) {
        if (world.signal.aborted) return null;
        const fetching = await claimNextList(database, [...channels.values()], { ...world, now }, { within: true, accounts: [key] });
        return fetching && [() => fetching().finally(said)];
      },
    }),
  });

  return {
    go(now, connected, waiting) {
      said = waiting.said;
      for (const channel of connected) {
        const key = channelKey(channel);
        channels.set(key, channel);
        const line = lines.get(key) ?? openLines(key);
        lines.set(key, line);
        if (waiting.messages) line.messages.go(now);
        line.lists.go(now);
      }
    },
    async quiet() {
      await Promise.all([...lines.values()].flatMap(({ messages, lists }) => [messages.quiet(), lists.quiet()]));
    },
  };
}
