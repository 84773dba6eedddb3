import { randomIds } from '#adapters/ids.ts';
import { claimCode, freshClaimCode } from '#core/people/codes/claiming.act.ts';
import type { Clock, Database, Log, Timer } from '#core/ports.ts';

interface Parts {
  database: Database;
  clock: Clock;
}

const turnOf = (tx: Parameters<Parameters<Database['transaction']>[0]>[0], { clock }: Parts) => ({ tx, now: clock.now(), ids: randomIds });

/** How somebody comes to be in charge of a desk that nobody leads yet. Every start gives a fresh code. */
export async function claimNotice(parts: Parts): Promise<string[]> {
  const code = await parts.database.transaction((tx) => claimCode(turnOf(tx, parts)));
  if (code === null) return [];
  return [`Nobody leads this desk yet. Send it this code in a direct message to become its administrator (once, within 24 hours): ${code}`];
}

/** No more than one new code in so long, however often one is spoilt. */
const everyMs = 20_000;

/** Says a new code where the last was sent before others or ran out, for as long as nobody leads; the returned function ends it. */
export function watchClaim(parts: Parts & { timer: Timer; log: Log }, tell: (notice: string) => void): () => void {
  const { database, timer, log } = parts;
  const look = async (): Promise<void> => {
    const code = await database.transaction((tx) => freshClaimCode(turnOf(tx, parts)));
    if (code === null) return;
    log.info({}, 'desk.claim_renewed');
    tell(
      `Nobody leads this desk yet, and its code is void: it was sent where others read, or a day went by. The new one, in a direct message (once, within 24 hours): ${code}`,
    );
  };
  // the data may be closing under it
  return timer.every(everyMs, () => void look().catch((error: unknown) => log.warn({ error }, 'desk.claim_not_renewed')));
}
