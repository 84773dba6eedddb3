import type { Log } from '#core/ports.ts';

/** Whether tables are sent as tables: not where the settings say so, nor for a while after this server did not know them. */
export interface Tables {
  areTaken(): boolean;
  /** This server does not know them: it may have learnt to when it is asked again. */
  unknown(): void;
  /** One was refused that was taken as text: others may be taken. */
  refused(why: string): void;
}

export const againMs = 60 * 60 * 1000;

/** `now`: milliseconds that only go on. */
export function openTables({ wanted, account, log, now }: { wanted: boolean; account: string; log: Log; now: () => number }): Tables {
  let from = -Infinity;
  return {
    areTaken: () => wanted && now() >= from,
    unknown() {
      if (!wanted) return;
      from = now() + againMs;
      log.info({ platform: 'telegram', account, reason: 'this server does not know them' }, 'telegram.tables_unknown');
    },
    refused: (why) => log.info({ platform: 'telegram', account, reason: why }, 'telegram.table_refused'),
  };
}
