import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { newestEvent } from '#core/events/event.store.ts';
import type { Database } from '#core/ports.ts';
import { revisionOf } from './message.store.ts';

const pollMs = 400;
/** A line now and then, so that a page that has gone away is noticed. */
const quietPolls = 40;

/** Says "changed" whenever something to be seen has changed; what has changed is asked for by the ordinary calls. */
export function live(context: Context, db: Database): Response {
  return streamSSE(
    context,
    async (stream) => {
      let seen = await revisionNow(db);
      let quiet = 0;
      await stream.writeSSE({ event: 'ready', data: seen });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(pollMs);
        const revision = await revisionNow(db);
        if (revision !== seen) {
          seen = revision;
          quiet = 0;
          await stream.writeSSE({ event: 'changed', data: revision });
        } else if (++quiet % quietPolls === 0) await stream.write(': still here\n\n');
      }
    },
    // the database was closed beneath us: the desk is stopping, and the page tries again by itself
    async (_error, stream) => stream.close(),
  );
}

/** What happened without a word counts too: it stands behind the cards. */
async function revisionNow({ sql }: Database): Promise<string> {
  return `${await revisionOf(sql)}/${await newestEvent(sql)}`;
}
