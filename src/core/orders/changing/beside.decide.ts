import { readChange } from '../../notes/request/change/change.ts';
import { saysSomething } from '../../notes/request/change/note.ts';
import type { Flag, Reading } from '../../notes/reading.ts';
import type { RequestContext } from '../../notes/request/request.ts';
import type { Locale } from '../../text/locale.ts';
import type { Order } from '../order.ts';
import { asRequest, isWish, readDay, wishSpans } from './asked.decide.ts';
import { readChangeIntent } from './intent.decide.ts';
import { standingLines } from './standing.decide.ts';

/** What has a way of its own, or is no wish for an order. */
const elsewhere: ReadonlySet<Flag> = new Set(['quantity_change', 'address_change', 'cancel_request', 'complaint', 'question', 'other']);

/** 不要蓝色: what the goods shall not be. */
const excludes = ({ flag, evidence }: Reading['flags'][number]): boolean =>
  flag === 'other' && /^(?:不|别|別|唔|勿|not\b|no\b|don'?t\b|do not\b|never\b|without\b)/i.test(evidence.text);

/** What words wish for a placed order beside other goods, another day and another place: paper, hours, haste. Null where they wish nothing. */
export function besideOf(order: Order, words: string, context: RequestContext, locale: Locale): Reading | null {
  const lines = standingLines(order, context, locale);
  const changes = readChange(asRequest(words), { lines }, context);
  const wishes = wishSpans(asRequest(words), lines, context);
  const strange = changes.some((change) => change.kind === 'add' && (change.line.match.kind === 'unknown' || isWish(change.line, wishes)));
  const note = changes.flatMap((change) => (change.kind === 'note' ? [change.reading] : []))[0];
  const { reader, orderDate, timeZone } = context;
  // 加一张卡片, "tax id 12345678": what looks like goods that nobody sells is a wish where the note's reader knows it for one
  const read = strange ? reader.read({ text: asRequest(words), orderDate, timeZone, lines }) : note;
  if (!read) return null;
  const movesDay = readChangeIntent(words, context, false).some(({ kind, input }) => kind === 'reschedule' && input !== null);
  const isDay = ({ flag, evidence }: Reading['flags'][number]): boolean =>
    flag === 'delivery_window' && movesDay && readDay(evidence.text, orderDate, timeZone) !== null;
  const chosen = new Set(changes.flatMap((change) => (change.kind === 'option' ? [change.key] : [])));
  const wish: Reading = {
    ...read,
    specs: read.specs.filter(({ key }) => !chosen.has(key)),
    deadline: null,
    address: null,
    quantityChanges: [],
    flags: read.flags.filter((flag) => (!elsewhere.has(flag.flag) || excludes(flag)) && !isDay(flag)),
  };
  return saysSomething({ ...wish, unread: [], injection: [] }) ? wish : null;
}
