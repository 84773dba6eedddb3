import { mergeReadings, shiftReading } from '../../notes/merge.ts';
import { readIntent } from '../../notes/intent/intent.ts';
import { nothingRead, type Reading } from '../../notes/reading.ts';
import { readChange } from '../../notes/request/change/change.ts';
import type { Change, Draft } from '../../notes/request/change/work.ts';
import { readRequest, type OrderRequest, type RequestContext } from '../../notes/request/request.ts';
import type { Locale } from '../../text/locale.ts';
import { asRequest } from '../changing/asked.decide.ts';
import type { Order } from '../order.ts';
import { besideKnownAddress } from './first-address.decide.ts';
import { applyChanges, namesOf, newLine, wishedLines } from './lines.decide.ts';
import { withMovedDay } from './moved.decide.ts';

/** What of an order words tell. */
export type Worded = Pick<Order, 'lines' | 'note' | 'reading' | 'urgent' | 'requestedDate' | 'address'>;

interface Wording {
  /** Where the customer's goods go, as far as it is known. */
  known: string | null;
  nextId(): string;
}

/** What the words of a new order come to. */
export function begun(text: string, { lines, note: read }: OrderRequest, { known, nextId }: Wording): Worded {
  const note = besideKnownAddress(read, known);
  const nothing = { urgent: false, requestedDate: null, address: null };
  return {
    lines: lines.map((asked, index) => newLine(nextId(), index + 1, asked, note)),
    note: text,
    ...wishes(note, nothing),
  };
}

/** What an order comes to by further words: they join the note. */
export function grown(order: Worded, changes: Change[], text: string, { known, nextId }: Wording): Worded {
  const noteChange = changes.find((change) => change.kind === 'note');
  // an order that repeats another one begins without words
  const said = order.note === '' ? '' : `${order.note}\n`;
  const offset = said.length;
  const merged =
    noteChange && order.reading ? mergeReadings(order.reading, noteChange.reading, offset) : (noteChange?.reading ?? order.reading);
  const reading = merged && besideKnownAddress(merged, known);
  const changed = applyChanges(order.lines, changes, nextId, reading ?? noWishes);
  const lines = noteChange ? wishedLines(changed, shiftReading(noteChange.reading, offset).specs) : changed;
  return { ...order, lines, note: said + text, ...(reading && noteChange ? wishes(reading, order) : {}) };
}

/** What words change in a draft. */
export const changesIn = (text: string, lines: Draft['lines'], context: RequestContext): Change[] =>
  withMovedDay(askedOf(text, lines, context), readIntent(text, context), text, context.orderDate);

/** 可以换成黑色吗 is a change like any other where all of it is read as one. */
function askedOf(text: string, lines: Draft['lines'], context: RequestContext): Change[] {
  const changes = readChange(text, { lines }, context);
  if (!changes.some((change) => change.kind === 'note' && change.reading.unread.length > 0)) return changes;
  const asked = readChange(asRequest(text), { lines }, context);
  return asked.length > 0 && asked.every(({ kind }) => kind !== 'note') ? asked : changes;
}

/** Those that are certain, and change anything. */
export const certainOf = (changes: Change[]): Change[] => changes.filter((change) => change.kind !== 'unclear' && !isSilent(change));

/** What messages come to that were said one after the other; null where the first of them orders nothing. */
export function readAll(texts: readonly string[], context: RequestContext, wording: Wording & { locale: Locale }): Worded | null {
  const [first = '', ...later] = texts;
  const request = readRequest(first, context);
  if (request.lines.every(({ match }) => match.kind === 'unknown')) return null;
  return later.reduce(
    (order, text) => {
      const certain = certainOf(changesIn(text, linesOf(order, context, wording.locale), context));
      return certain.length > 0 ? grown(order, certain, text, wording) : { ...order, note: `${order.note}\n${text}` };
    },
    begun(first, request, wording),
  );
}

/** The lines of a draft as words are read against. */
export const linesOf = ({ lines }: Pick<Order, 'lines'>, { products }: RequestContext, locale: Locale): Draft['lines'] =>
  lines.map((line) => ({
    id: line.id,
    sku: line.sku ?? '',
    names: namesOf(line, products, locale),
    quantity: line.quantityUnclear ? 0 : line.quantity,
    options: line.options,
  }));

/** A draft always has a reading; lines added in words without one have no wishes. */
const noWishes = nothingRead('', 'none');

/** What the newest words wish for the whole order. */
function wishes(reading: Reading, order: Pick<Order, 'urgent' | 'requestedDate' | 'address'>): Omit<Worded, 'lines' | 'note'> {
  const { deadline, urgent, address } = reading;
  return {
    reading,
    urgent: urgent?.status === 'confirmed' ? urgent.value : order.urgent,
    requestedDate: deadline?.status === 'confirmed' && deadline.date ? Temporal.PlainDate.from(deadline.date) : order.requestedDate,
    address: address?.status === 'confirmed' ? address.value : order.address,
  };
}

/** A reading in which nothing was read and nothing was left unread changes nothing. */
function isSilent(change: Change): boolean {
  if (change.kind !== 'note') return false;
  const { urgent, deadline, specs, flags, phone, address, quantityChanges, injection, unread } = change.reading;
  const items = specs.length + flags.length + quantityChanges.length + injection.length + unread.length;
  return items === 0 && !urgent && !deadline && !phone && !address;
}
