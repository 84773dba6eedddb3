import { answerParked, tellStaffOfJob } from './talk/parked.act.ts';
import { openAccepting } from './messages/accepting.ts';
import { perform } from './effects.ts';
import { handle } from './handling.ts';
import { giveBackCaseNumbers } from './cases/case.store.ts';
import { freeLanes } from './messages/delivery.store.ts';
import { readerOver } from './messages/reading.ts';
import { channelKey, deliverNext, placeNext } from './messages/delivery.ts';
import type { Card } from './messages/card.ts';
import { handleNext } from './messages/inbox.ts';
import { outcomeOf } from './messages/inbox.store.ts';
import type { Incoming, Outcome } from './messages/incoming.ts';
import type { Press } from './messages/pressed.ts';
import type { Opened, Suggestion, Typing } from './messages/sink.ts';
import { tryAccountsNow } from './messages/pacing.store.ts';
import { showEverywhere } from './orders/cards/show.act.ts';
import { giveBackNumbers } from './orders/order.store.ts';
import { track, type Tracked, type TrackingCall } from './orders/fulfilling/tracking.act.ts';
import { readRequest } from './notes/request/request.ts';
import { readingContext } from './orders/placing/words.act.ts';
import { secondReading, type SecondReader } from './orders/reading/second.act.ts';
import { findBusiness, readBusiness } from './people/business.store.ts';
import { daily, jobsOf, slots } from './jobs.ts';
import type { Channel, Clock, Database, Ids, Log, NoteReader, TableReader, Timer } from './ports.ts';
import { fetchNextList } from './lists/fetching.act.ts';
import { handleNextJob } from './schedule/jobs.ts';
import { openSending } from './sending.ts';
import { isReadingDue, nextDue, type Job } from './schedule/jobs.store.ts';
import { handleNextReading, type Reading as Errand } from './schedule/readings.ts';
import { advanceSchedules } from './schedule/schedules.ts';
import type { Catalogue } from './stock/catalogue.ts';
import { rememberCatalogue } from './stock/remember.ts';
import { home } from './talk/home.act.ts';
import { openedBy, whyOver } from './talk/forms.act.ts';
import { reach } from './talk/reach.act.ts';
import { readable } from './talk/readable.decide.ts';
import { suggest } from './talk/commands/suggest.act.ts';
import { messageReading } from './talk/unsure/second.act.ts';
import { forgetOldTimes, hurryAfter, inTurns, within } from './tick.ts';
import type { DeskTurn, Turn } from './turn.ts';
import { whatWaits } from './waiting.store.ts';

export interface DeskParts {
  database: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  timer: Timer;
  reader: NoteReader;
  /** A model that reads notes too, and what it may cost; without one only the rules do. */
  second?: SecondReader | null;
  /** The accounts the desk speaks as, as far as their platforms have told which they are. */
  channels(): Channel[];
  /** Aborted when the desk is asked to stop: nothing new is claimed any more. */
  signal: AbortSignal;
  retentionDays: number;
  /** Reads the lists that come as files; without it none is read. */
  tables?: TableReader;
}

/** The front door: everything that reaches the desk, and everything that becomes due, goes through here. */
export interface Desk {
  /** At most 2.5 s and no effect on anything: the form a press opens, or nothing. */
  quick(incoming: Incoming): Promise<Opened>;
  /** At most 2.5 s and no effect on anything: why a form that this press opened would be refused by now; null while it would not, or nobody knows. */
  whyOver(press: Press): Promise<string | null>;
  /** At most 2.5 s and no effect on anything: what may follow a command that is being typed. */
  suggest(typing: Typing): Promise<Suggestion[]>;
  /** What waits for somebody, for a page that only they see; null for whom the desk has never met. */
  home(whose: Pick<Incoming, 'from' | 'address'>): Promise<Card | null>;
  /** Commits the incoming; the platform is acknowledged only after this. */
  receive(incoming: Incoming): Promise<'stored' | 'duplicate'>;
  /** Handles whatever is due at a business time: messages, jobs, then what is to be sent. Waits for every answer. */
  tick(now: Temporal.Instant): Promise<void>;
  /**
   * The same, waiting for nobody outside: what is to be sent or fetched there is begun and goes on beside it, so that a platform
   * that hangs delays nobody else. `said` is called when something that has ended leaves more to be said.
   */
  beat(now: Temporal.Instant, said: () => void): Promise<void>;
  /** Resolves when nothing that a beat began is on its way any more. */
  quiet(): Promise<void>;
  /**
   * Has a model read the notes and the unclear messages that wait for it, some at a time. Beside `tick` and not in it: nobody waits for a model. True
   * when anything was read, so that there may be cards to send.
   */
  readNotes(now: Temporal.Instant): Promise<boolean>;
  outcomeOf(incoming: Incoming): Promise<Outcome | null>;
  /**
   * Before the first tick: accounts whose credentials may have been mended are tried again, and where no other process works on
   * the data, what one that died was sending need not wait for its lease to end, and numbers go on without a gap.
   */
  takeUp(alone: boolean): Promise<void>;
  /** Reads something once, so that the first customer does not wait for word lists to load. */
  warmUp(): Promise<void>;
  /** A carrier's program says that something has arrived. */
  track(call: TrackingCall): Promise<Tracked>;
  /** The earliest business time after `now` at which something becomes due. */
  nextDue(now: Temporal.Instant): Promise<Temporal.Instant | null>;
}

/** So many notes are with the model at once. */
const readersAtOnce = 4;
/** And so many messages: whoever wrote them looks at their buttons. */
const messagesAtOnce = 2;

/** No platform waits longer for the first answer to a press. */
const quickMs = 2_500;

export function openDesk(parts: DeskParts): Desk {
  const { database, clock, ids, log } = parts;
  const deskTurn = deskTurns(parts);
  const channels = (): Map<string, Channel> => new Map(parts.channels().map((channel) => [channelKey(channel), channel]));

  const hurry = hurryAfter(parts.signal, parts.timer);
  /** Once in so many ticks it is looked whether the database's clock was set back. */
  const ticksPerLook = 60;
  let ticks = 0;
  const doJob = jobsOf(parts.retentionDays);
  const readFile = readerOver(parts.channels, parts.timer);
  const speaking = { ids, log, timer: parts.timer, signal: parts.signal, hurry, reach, readFile, tables: parts.tables ?? null };
  const sending = openSending(database, speaking);
  const accept = openAccepting(database, ids, parts.log);

  /** What stands before every look, and the work that touches nothing outside. */
  const before = async (now: Temporal.Instant) => {
    if (ticks++ % ticksPerLook === 0) await forgetOldTimes(database, now);
    const world = { now, ...speaking };
    const inbox = {
      handle: (turn: Turn, incoming: Incoming) => handle(deskTurn(turn), incoming),
      parked: (turn: Turn, incoming: Incoming) => answerParked(deskTurn(turn), incoming),
    };
    const jobs = { handle: (turn: Turn, job: Job) => doJob(deskTurn(turn), job), parked: tellStaffOfJob };
    const hearing = {
      slots: () => database.transaction(async (tx) => advanceSchedules({ tx, now, ids }, daily, (await readBusiness(tx)).timeZone)),
      heard: () => handleNext(database, world, inbox),
      jobs: () => handleNextJob(database, world, jobs),
    };
    return { world, hearing };
  };

  return {
    async quick(received) {
      const incoming = readable(received);
      if (incoming.kind !== 'press') return {};
      const looked = database.transaction((tx) => openedBy(deskTurn({ tx, now: clock.now(), ids }), incoming));
      return within(parts.timer, quickMs, looked, {});
    },

    whyOver(press) {
      const looked = database.transaction((tx) => whyOver(deskTurn({ tx, now: clock.now(), ids }), press));
      return within(parts.timer, quickMs, looked, null);
    },

    suggest(typing) {
      const found = database.transaction((tx) => suggest(deskTurn({ tx, now: clock.now(), ids }), typing));
      return within(parts.timer, quickMs, found, []);
    },

    home: (whose) => database.transaction((tx) => home(deskTurn({ tx, now: clock.now(), ids }), whose)),

    receive: (incoming) => accept(readable(incoming)),

    async tick(now) {
      const { world, hearing } = await before(now);
      await inTurns(parts.signal, () => whatWaits(database.sql, now, slots), {
        ...hearing,
        lists: () => fetchNextList(database, parts.channels(), world),
        sayings: () => deliverNext(database, channels(), world),
      });
    },

    async beat(now, said) {
      const { world, hearing } = await before(now);
      const outside = parts.channels().filter(({ isInside }) => !isInside);
      const inside = new Map([...channels()].filter(([, { isInside }]) => isInside));
      const elsewhere = { within: false, accounts: outside.map(channelKey) };
      const speak = async (): Promise<boolean> => {
        if (parts.signal.aborted) return false;
        const { told, sending: messages } = await placeNext(database, world);
        sending.go(now, outside, { messages, said });
        return inside.size > 0 ? (await deliverNext(database, inside, world)) || told : told;
      };
      const lists = () => fetchNextList(database, parts.channels(), world, elsewhere);
      // whoever speaks begins to fetch too
      const look = async () => ({ ...(await whatWaits(database.sql, now, slots, elsewhere)), sayings: true });
      await inTurns(parts.signal, look, { ...hearing, lists, sayings: speak });
    },

    quiet: () => sending.quiet(),

    async readNotes(now) {
      if (!(await isReadingDue(database.sql, now))) return false;
      const world = { ...parts, reader: parts.second ?? null, now, deskTurn, parked: tellStaffOfJob };
      const lane = async <Question, Answer>(errand: Errand<Question, Answer>): Promise<boolean> => {
        let read = false;
        while (!parts.signal.aborted && (await handleNextReading(database, { now, ids, log, signal: parts.signal }, errand))) read = true;
        return read;
      };
      const notes = Array.from({ length: readersAtOnce }, () => lane(secondReading(world)));
      const messages = Array.from({ length: messagesAtOnce }, () => lane(messageReading(world)));
      return (await Promise.all([...notes, ...messages])).includes(true);
    },

    async outcomeOf({ from, dedupeKey }) {
      const received = await outcomeOf(database.sql, from.platform, from.account, dedupeKey);
      return received?.outcome ?? null;
    },

    async takeUp(alone) {
      await tryAccountsNow(database.sql);
      if (!alone) return;
      await freeLanes(database.sql);
      await giveBackNumbers(database.sql);
      await giveBackCaseNumbers(database.sql);
    },

    async warmUp() {
      if (!(await findBusiness(database.sql))) return;
      const context = await database.transaction((tx) => readingContext(deskTurn({ tx, now: clock.now(), ids })));
      readRequest('2 chairs, urgent, 两把椅子，加急，周五前', context);
    },

    track: (call) => database.transaction((tx) => track(deskTurn({ tx, now: clock.now(), ids }), call)),

    nextDue: (now) => nextDue(database.sql, now),
  };
}

/** Makes turns of a desk: with its reader, its catalogue as it stands and the table that knows whose each effect is. */
export function deskTurns({
  reader,
  second,
  channels = () => [],
}: Pick<DeskParts, 'reader' | 'second'> & Partial<Pick<DeskParts, 'channels'>>): (turn: Turn) => DeskTurn {
  const catalogue = rememberCatalogue();
  const startLinks = (word: string): string[] => channels().flatMap((channel) => channel.startLink?.(word) ?? []);
  return (turn) => {
    let known: Promise<Catalogue> | undefined;
    return {
      ...turn,
      reader,
      asksModel: Boolean(second),
      // the same all through a turn
      catalogue: () => (known ??= catalogue(turn.tx)),
      startLinks,
      perform,
      show: showEverywhere,
    };
  };
}
