import { writtenOf } from '#adapters/moment.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database, Log } from '#core/ports.ts';
import { overtaken } from './wizard.decide.ts';
import { lockWizard, openedFrom, saveWizard, takeOpen, type StoredWizard } from './wizard.store.ts';

interface Parts {
  account: string;
  database: Database;
  sink: Sink;
  log: Log;
  /** There is something to say. */
  wake(): void;
  signal: AbortSignal;
}

/** Forms whose matter was decided elsewhere while they were asked. */
export interface Overtaking {
  /** A message of ours says something else now: what its buttons opened may be over. */
  changed(message: { address: Address; key: string }): void;
  /** Ends a form that would be refused by now; the ended form, or null where it goes on. */
  end(wizard: StoredWizard): Promise<StoredWizard | null>;
  quiet(): Promise<void>;
}

/** What no edit of a message tells of is found so soon. */
const lookMs = 10_000;
/** So many at a time: what was left unfinished yesterday must not be asked about all day. */
const perLook = 20;

/** The message whose button opened a form; null where Telegram did not tell. */
export const openerOf = ({ address, messageKey }: { address: Address; messageKey?: string }): string | null =>
  messageKey === undefined ? null : `${address.key}/${messageKey}`;

export function watchOvertaken({ account, database, sink, log, wake, signal }: Parts): Overtaking {
  const underWay = new Set<Promise<unknown>>();

  async function end(wizard: StoredWizard): Promise<StoredWizard | null> {
    const { form, by: from, address } = wizard;
    const why = await sink.whyOver({ kind: 'press', token: form.id, dedupeKey: form.id, at: writtenOf(sink.now()), from, address });
    if (why === null) return null;
    const ended = await database.transaction(async (tx) => {
      const now = await lockWizard(tx, wizard);
      if (now?.state !== 'open' || now.form.id !== form.id) return null;
      const over = { ...now, ...overtaken(now, why) };
      await saveWizard(tx, over);
      return over;
    });
    if (ended) wake();
    return ended;
  }

  const look = (find: () => Promise<StoredWizard[]>): void => {
    if (signal.aborted) return;
    const looked = find()
      .then((found) => Promise.all(found.map(end)))
      .catch((error: unknown) => log.warn({ platform: 'telegram', account, error: errorLine(error) }, 'form.not_looked_at'))
      .finally(() => underWay.delete(looked));
    underWay.add(looked);
  };

  const lookAtSome = (): void => look(() => takeOpen(database.sql, account, sink.now(), perLook));
  const looking = setInterval(lookAtSome, lookMs);
  looking.unref();
  signal.addEventListener('abort', () => clearInterval(looking), { once: true });
  lookAtSome();

  return {
    changed: ({ address, key }) => look(() => openedFrom(database.sql, account, `${address.key}/${key}`)),
    end,
    quiet: async () => void (await Promise.allSettled(underWay)),
  };
}
