import type { App, ReceiverEvent } from '@slack/bolt';

/** What Slack posted or sent, with what it says about earlier attempts. */
export interface Brought {
  body: ReceiverEvent['body'];
  retryNum?: number;
  retryReason?: string;
}

/** The way into Bolt for both ways out of Slack. */
export interface Receiving {
  init(app: App): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves with what is to be acknowledged once everything is committed; rejects when it is not, and then nothing is acknowledged. */
  bring(brought: Brought): Promise<unknown>;
}

/**
 * Bolt acknowledges an event before anybody has heard it, whatever it is told. So its acknowledgement goes nowhere, and ours goes out
 * when its listeners have ended.
 */
export function openReceiving(): Receiving {
  let app: App | null = null;
  const underWay = new Set<Promise<unknown>>();

  const bring = async ({ body, retryNum, retryReason }: Brought): Promise<unknown> => {
    if (!app) throw new Error('Slack speaks before anybody listens');
    let answer: unknown = undefined;
    await app.processEvent({
      body,
      ack: async (said?: unknown) => void (answer ??= said),
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    });
    return answer;
  };

  return {
    init: (opened) => void (app = opened),
    start: () => Promise.resolve(),
    stop: async () => void (await Promise.allSettled(underWay)),
    bring(brought) {
      const work = bring(brought);
      underWay.add(work);
      const end = (): void => void underWay.delete(work);
      work.then(end, end);
      return work;
    },
  };
}
