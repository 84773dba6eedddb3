import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { placeFor } from './founding.ts';

interface Started {
  isPlayground: boolean;
  isLive: boolean;
  origin: 'demo' | 'own';
  /** Whether the demo business was asked for by name. */
  isDemoMeant: boolean;
}

/** What whoever starts a desk should know of it: where the data are, what they survive, and what is still missing. */
export function noticesOf(database: OpenDatabase, desk: Started): string[] {
  const { isPlayground, isLive, origin, isDemoMeant } = desk;
  const { place, version } = database.describe();
  return [
    `Data: ${place} (PostgreSQL ${version})`,
    ...(database.engine === 'embedded'
      ? ['The built-in database survives a crash but not a power cut; for real business set DATABASE_URL to a PostgreSQL server.']
      : []),
    ...(isPlayground || isLive
      ? []
      : [
          'No chat platform is connected and this is not the demo business, so nobody can write to this desk yet. To try it: DATABASE_URL=<an empty database> npm start -- --demo',
        ]),
    ...(isLive && origin === 'demo' && !isDemoMeant
      ? [
          `WARNING: whoever writes to this desk writes to the demo business, whose goods and people are invented. For your own, stop this and start on other data: ${placeFor(database, 'empty')} (where the demo is meant: --demo).`,
        ]
      : []),
    ...(isPlayground && origin === 'own'
      ? [
          'Your own business: `npm run --silent orderly -- import products FILE.csv`, `import stock FILE.csv` and `people add NAME` fill it (stop the desk first).',
        ]
      : []),
  ];
}
