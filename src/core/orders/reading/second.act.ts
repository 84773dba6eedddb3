import { record } from '../../events/event.store.ts';
import { ask, type Asked } from '../../notes/model/asking.ts';
import type { Calling, Terms } from '../../notes/model/calls/calling.ts';
import { loseCalls } from '../../notes/model/calls/call.store.ts';
import { withSecond } from '../../notes/model/merge.ts';
import { promptVersion, type NoteToRead } from '../../notes/model/question.ts';
import { withStanding } from '../../notes/model/standing.ts';
import { openItems, type Degraded, type Second, type SecondItem } from '../../notes/model/second.ts';
import { isWorthAsking } from '../../notes/model/worth.ts';
import type { Reading } from '../../notes/reading.ts';
import { opinionOf } from '../../notes/model/verify/opinion.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Database, Ids, Log, NoteModel, Timer } from '../../ports.ts';
import type { Job } from '../../schedule/jobs.store.ts';
import type { Reading as Errand } from '../../schedule/readings.ts';
import type { DeskTurn, Turn } from '../../turn.ts';
import { bringBefore } from '../cards/bring.act.ts';
import { showWhereChanged } from '../cards/show.act.ts';
import type { Order } from '../order.ts';
import { findOrder, lockOrder } from '../order.store.ts';
import { namesOf } from '../placing/lines.decide.ts';
import { latestReading, reviseReading } from './reading.store.ts';

/** What is asked, and the reading it is about: an order whose words changed meanwhile is asked about anew. */
export interface Question {
  orderId: string;
  version: number;
  note: NoteToRead;
  timeZone: string;
}

export interface SecondReader {
  model: NoteModel;
  terms: Terms;
}

interface World {
  database: Database;
  ids: Ids;
  log: Log;
  timer: Timer;
  signal: AbortSignal;
  now: Temporal.Instant;
  /** Null where a model was switched off after its reading was planned. */
  reader: SecondReader | null;
  deskTurn(turn: Turn): DeskTurn;
  parked(turn: Turn, job: Job): Promise<void>;
}

/** What may work a little later, and how often and after how many seconds it is tried again. */
const passing: readonly Degraded[] = ['timed_out', 'server_down', 'busy', 'breaker_open'];
const retries = [60, 300];

/** The second reading of a note as an errand to a model: prepared from the order, asked outside, kept beside what the rules read. */
export function secondReading({ reader, ...world }: World): Errand<Question, Asked> {
  const keep = (turn: Turn, question: Question, asked: Asked): Promise<void> =>
    keepSecond(world.deskTurn(turn), question, asked, reader?.model.model ?? null);
  return {
    kind: 'read_note',
    prepare: (turn, job) => prepare(world.deskTurn(turn), String(job.body['orderId'])),
    async ask({ note, orderId, timeZone }) {
      if (!reader) return { ok: false, reason: 'no_model' };
      const calling: Calling = { ...world, ...reader, timeZone };
      return ask(calling, note, orderId);
    },
    async keep(turn, { attempts }, question, asked) {
      await keep(turn, question, asked);
      return !asked.ok && passing.includes(asked.reason) ? (retries[attempts] ?? null) : null;
    },
    giveUp: (turn, _job, question) => keep(turn, question, { ok: false, reason: 'gave_up' }),
    parked: world.parked,
  };
}

/** Writes beside the rules' reading what the model read in the same words, or why it did not, and brings the cards up to it. */
async function keepSecond(turn: DeskTurn, { orderId, version, note }: Question, asked: Asked, model: string | null): Promise<void> {
  const order = await lockOrder(turn.tx, orderId);
  const latest = order && (await latestReading(turn.tx, orderId));
  // what a colleague put right meanwhile changes no word of the note
  if (!latest || (latest.version !== version && latest.note !== note.text)) return;
  const before = latest.reading;
  if (!asked.ok && before.second?.degraded === asked.reason && (before.second.because ?? null) === (asked.because ?? null)) return;
  const { items, settled } = asked.ok ? opinionOf(note, before, asked.answer, turn.reader) : { items: [], settled: [] };
  const second: Second = withStanding(before.second, {
    model,
    prompt: promptVersion,
    degraded: asked.ok ? null : asked.reason,
    ...(!asked.ok && asked.because ? { because: asked.because } : {}),
    items: items.filter((item) => !isSettledAddress(item, before)),
    settled,
  });
  const reading = withSecond(before, second);
  await reviseReading(turn.tx, orderId, latest, reading, turn.now);
  const open = openItems(second).length;
  await record(turn, {
    kind: 'note.read',
    actor: { kind: 'system' },
    via: null,
    orderId,
    customerId: order.customerId,
    after: {
      model,
      prompt: second.prompt,
      degraded: second.degraded,
      because: second.because ?? null,
      items: second.items.length,
      open,
      settled: second.settled?.length ?? 0,
    },
  });
  if (order.state === 'draft') {
    // it says nothing of a suggestion, which is the desk's to judge, and no more that a colleague reads what nobody needs to
    await showWhereChanged(turn, { ...order, reading }, `reading-${latest.revision + 1}`);
    return;
  }
  const isUnderWay = order.state === 'confirmed' || order.state === 'preparing';
  // words that nobody could read were looked at by whoever let the order go
  const wishes = openItems(second).filter(({ says }) => says.field !== 'nothing');
  if (wishes.length > 0 && isUnderWay) await bringBefore(turn, { ...order, reading }, { role: 'customer_service', assignee: null });
  await turn.show(turn, orderId, `reading-${latest.revision + 1}`);
}

/** That an address is another one is no suggestion where it is the first, or the same again: the model does not know which. */
const isSettledAddress = ({ says }: SecondItem, { address, flags }: Reading): boolean =>
  says.field === 'flag' && says.flag === 'address_change' && address !== null && flags.every(({ flag }) => flag !== 'address_change');

async function prepare(turn: DeskTurn, orderId: string): Promise<Question | null> {
  const order = await findOrder(turn.tx, orderId);
  // whoever asked before and was never heard of again may have used what was set aside
  await loseCalls(turn.tx, { orderId });
  const latest = order && (await latestReading(turn.tx, orderId));
  if (!latest || !isWorthAsking(latest.reading)) return null;
  const { timeZone } = await readBusiness(turn.tx);
  return { orderId, version: latest.version, timeZone, note: await noteOf(turn, order, latest.note, timeZone) };
}

/** The note as a model gets it: with the lines as they were understood, and nothing about whose it is. */
export async function noteOf(turn: DeskTurn, order: Order, text: string, timeZone: string): Promise<NoteToRead> {
  const { products } = await turn.catalogue();
  return {
    text,
    orderDate: order.createdAt.toZonedDateTimeISO(timeZone).toPlainDate(),
    timeZone,
    lines: order.lines.map((line) => ({
      sku: line.sku,
      names: namesOf(line, [...products.values()], order.locale).slice(0, 6),
      quantity: line.quantity,
      chosen: [...line.options, ...line.specs].map(({ key, value, unit, evidence }) => ({
        key,
        value,
        unit,
        words: evidence?.text ?? null,
      })),
    })),
  };
}
