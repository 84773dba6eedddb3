import { demoAccount } from '#adapters/demo/load.ts';
import { hiddenPeople } from '#adapters/demo/hidden.ts';
import type { Heart } from '#adapters/heart.ts';
import { randomIds } from '#adapters/ids.ts';
import { formRenderers, pressReaders, renderers, submissionReaders } from '#adapters/index.ts';
import type { PlaygroundClock } from '#adapters/playground/clock.ts';
import { openPage } from '#adapters/playground/page.ts';
import { playgroundRoutes } from '#adapters/playground/routes.ts';
import type { OpenDatabase } from '#adapters/postgres/database.ts';
import { lookAtCalls } from '#core/backstage/calls.act.ts';
import { lookAtDesk, lookAtOrder } from '#core/backstage/look.act.ts';
import { deskTurns, type Desk } from '#core/desk.ts';
import { rulesReader } from '#core/notes/rules.ts';
import { platforms } from '#core/messages/incoming.ts';
import { newestOrders } from '#core/orders/overview.store.ts';
import { readBusiness, type Business } from '#core/people/business.store.ts';
import { playgroundPeople, type Somebody } from '#core/people/overview.store.ts';
import type { Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import type { Log } from '#core/ports.ts';
import type { DeskTurn } from '#core/turn.ts';
import { foundAnew } from './founding.ts';

/** Somebody the desk has not met: on a desk of one's own there is always one more who can write to it. */
function visitorBeside(known: readonly Somebody[], language: Locale): Somebody {
  const n = 1 + known.filter(({ id }) => id.startsWith('visitor-')).length;
  const name = words(language)('desk:visitor', { n: String(n) });
  return { id: `visitor-${n}`, name, role: 'customer', language, channel: platforms[0], channels: platforms };
}

interface PlaygroundOf {
  database: OpenDatabase;
  desk: Desk;
  heart: Heart;
  clock: PlaygroundClock;
  business: Business;
  log: Log;
}

/** The page on which everybody of a business speaks, and the desk behind it. */
export function playgroundOf({ database, desk, heart, clock, business, log }: PlaygroundOf) {
  const isDemo = business.origin === 'demo';
  const hidden: ReadonlyMap<string, string> = isDemo ? hiddenPeople() : new Map();
  const deskTurn = deskTurns({ reader: rulesReader });
  // the database itself refuses a look that would change something
  const looking = <T>(look: (turn: DeskTurn) => Promise<T>): Promise<T> =>
    database.transaction(async (tx) => {
      await tx`set transaction read only`;
      return look(deskTurn({ tx, now: clock.now(), ids: randomIds }));
    });
  return playgroundRoutes({
    db: database,
    // one beat at a time in this process: whoever waits for it knows that what was due is done
    desk: { quick: desk.quick, receive: desk.receive, tick: () => heart.beat(), outcomeOf: desk.outcomeOf },
    clock,
    log,
    timeZone: business.timeZone,
    demo: isDemo,
    people: async () => {
      const known = await playgroundPeople(database.sql, demoAccount, [...hidden.keys()]);
      return isDemo ? known : [...known, visitorBeside(known, (await readBusiness(database.sql)).locale)];
    },
    orders: async () => {
      const { locale } = await readBusiness(database.sql);
      const orders = await newestOrders(database.sql, demoAccount, locale, 100);
      return orders.map((order) => ({
        ...order,
        customer: hidden.get(order.customer) ?? order.customer,
        total: Number(order.total),
        promise: order.promise?.toString() ?? null,
      }));
    },
    nextDue: desk.nextDue,
    lookAtDesk: (locale) => looking((turn) => lookAtDesk(turn, locale)),
    lookAtCalls: (locale) => looking((turn) => lookAtCalls(turn, locale)),
    lookAtOrder: (id, locale) => looking((turn) => lookAtOrder(turn, id, locale)),
    reset: (begin, locale) => foundAnew(database, begin, locale),
    page: openPage('playground'),
    renderers,
    pressReaders,
    formRenderers,
    submissionReaders,
  });
}
