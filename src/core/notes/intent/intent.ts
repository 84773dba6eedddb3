import { fold } from '../../text/fold.ts';
import { findDates } from '../rules/dates/find.ts';
import { placeAt } from '../rules/address/places.ts';
import { injectionCues } from '../rules/words/injection.ts';
import { addressIn } from './address.ts';
import {
  cancel,
  changeAddress,
  changeCounts,
  changeLines,
  changeOpenOrder,
  complaint,
  giveBack,
  reorder,
  reschedule,
  sendNothing,
  status,
  talkToPerson,
  type Ask,
} from './asks.data.ts';
import { forms } from './forms.data.ts';
import { onlyThanks } from './gratitude.ts';
import { countsGoods, wantsGoods } from './goods.ts';
import { optsOut, refusesOffers } from './opt-out.ts';
import { respelled } from './spelling.ts';
import { pattern } from '../../text/pattern.ts';

/** What somebody wants of the desk beside goods. Anything unsure is `words`: reading on costs less than a wrong action. */
export type Intent =
  | { kind: PlainIntent; orderNumber: string | null }
  /** The new day as a local ISO date; null where none is named, or the day of asking was not given. */
  | { kind: 'reschedule'; orderNumber: string | null; date: string | null }
  /** The new address as it was typed; null where none is given. */
  | { kind: 'change_address'; orderNumber: string | null; address: string | null };

export type PlainIntent =
  | 'stop'
  | 'resume'
  /** What may be sent beside the orders: a question, not a yes. */
  | 'offers'
  | 'no_offers'
  | 'status'
  | 'orders'
  | 'help'
  | 'cancel'
  | 'confirm'
  /** What is sold, and for how much. */
  | 'catalogue'
  /** What was said is to count for nothing. */
  | 'never_mind'
  | 'reorder'
  | 'talk_to_person'
  | 'complaint'
  /** Goods are to go back, be exchanged, or their price be paid back. */
  | 'return'
  /** The lines of an order that is placed are to change. */
  | 'change_items'
  | 'thanks'
  | 'greeting'
  | 'nothing_readable'
  | 'words';

/** The day a message is read on, where the business is: what "Monday" means depends on it. */
export interface Today {
  orderDate: Temporal.PlainDate;
  timeZone: string;
}

/** A longer message tells a story: it is for people, or an order. */
const mostCharacters = 2000;
const number = '(?:[a-z]{2,4}-\\d{1,9}|[a-z]-\\d{2,9}|#\\d{1,9}|(?:order|订单号?|定单|单号)(?: (?:no\\.?|number))? ?#?:?\\d{2,9})';

export function readIntent(text: string, today?: Today): Intent {
  const folded = fold(text, mostCharacters).text.replaceAll(/<[@#!&][^>]*>|(?<![\w.])@[\w.-]+/g, ' ');
  const said = folded.replaceAll(/\s+/g, ' ').trim();
  const orderNumber = numberIn(said);
  if (text.length > mostCharacters) return { kind: 'words', orderNumber };
  if (!/[\p{L}\p{N}?]/u.test(said)) return { kind: 'nothing_readable', orderNumber: null };
  const whole = wholeMessage(said, orderNumber);
  if (whole) return { kind: whole, orderNumber };
  const kind = asked(said, orderNumber !== null);
  if (kind === 'reschedule') return { kind, orderNumber, date: dayIn(said, today) };
  if (kind === 'change_address') return { kind, orderNumber, address: addressIn(text) };
  return { kind, orderNumber };
}

/** Messages that are a command or a courtesy and nothing else. */
function wholeMessage(said: string, orderNumber: string | null): PlainIntent | null {
  const bare = trimmed(said);
  const around = trimmed(said.replace(new RegExp(`(?:\\b(?:of|for|on)\\b ?)?${number}(?: ?的)?`), ' '));
  for (const [kind, form] of forms) {
    // Giving up messages or a confirmation takes the whole message; the rest may name its order.
    const closed =
      kind === 'stop' ||
      kind === 'resume' ||
      kind === 'offers' ||
      kind === 'no_offers' ||
      kind === 'help' ||
      kind === 'greeting' ||
      kind === 'catalogue' ||
      kind === 'never_mind' ||
      kind === 'thanks';
    if (form.test(bare) || (!closed && orderNumber !== null && form.test(around))) return kind;
  }
  return orderNumber !== null && around === '' ? 'status' : null;
}

/** "Thanks, but cancel it": the "but" takes nothing back of what follows. */
const lead =
  /^(?:(?:hi|hello|hey|ok|okay|sorry|no|great|thanks|thank you|thx|cheers|many|so much|very much|a lot|anyway) )+(?:but|though|however) /;

/** What the message asks about an order; more than one thing at once is for somebody who reads. */
function asked(said: string, named: boolean): PlainIntent | 'reschedule' | 'change_address' {
  const flat = flattened(said).replace(lead, '');
  // before anything else: whoever wants to hear no more is not asked what they wanted besides
  if (refusesOffers(flat)) return 'no_offers';
  if (optsOut(flat)) return 'stop';
  if (injectionCues.some(({ cue }) => said.search(cue) >= 0)) return 'words';
  const heard = ({ said: ways, unless }: Ask): boolean => ways.some((way) => way.test(flat)) && !unless?.test(flat);
  const goods = wantsGoods(flat);
  const counted = countsGoods(flat);
  if (heard(talkToPerson) && !goods) return 'talk_to_person';
  if (heard(giveBack)) return 'return';
  if (heard(complaint) && !goods) return 'complaint';
  const place = heard(changeAddress) && (named || !counted);
  const day = heard(reschedule) && !counted;
  const whole = (heard(cancel) || heard(sendNothing)) && !counted;
  const again = heard(reorder) && !counted && !goods;
  const state = heard(status);
  const other = place || day || whole || again || state;
  const lines = counted ? named && heard(changeCounts) : !other && ((named && heard(changeLines)) || heard(changeOpenOrder));
  const actions = [place && 'change_address', day && 'reschedule', whole && 'cancel', again && 'reorder', lines && 'change_items'] as const;
  const wanted = actions.filter((kind) => kind !== false);
  const [action] = wanted;
  if (action) return wanted.length === 1 && !(state && action !== 'change_items') ? action : 'words';
  if (state && !goods) return 'status';
  return onlyThanks(flat) ? 'thanks' : 'words';
}

/** Without punctuation and slips, with ◊ for an order number and ◆ for a day; Chinese without spaces. */
export function flattened(said: string): string {
  let text = withoutPlaces(said).replaceAll(new RegExp(`(?:\\border )?${number}`, 'g'), ' ◊ ');
  // Only whether a day is named counts here, not which.
  const days = findDates(text, someDay, 'UTC');
  for (const { start, end } of days.toReversed()) text = `${text.slice(0, start)} ◆ ${text.slice(end)}`;
  return respelled(text)
    .replaceAll(/\b(?:pl[sz]|plse)\b/g, 'please')
    .replaceAll(/\bwen\b/g, 'when')
    .replaceAll(/\b(do|did|is|are|was|were|has|have|would|could|should|does)nt\b/g, "$1n't")
    .replaceAll(/\bdont\b/g, "don't")
    .replaceAll(/[^\p{L}\p{N}'#/◊◆◈-]+/gu, ' ')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}

/** A house number counts nothing. */
function withoutPlaces(said: string): string {
  let text = '';
  for (let at = 0; at < said.length; at += 1) {
    const length = /[\p{L}\d]/u.test(said[at] ?? '') && !/[a-z\d]/.test(said[at - 1] ?? '') ? placeAt(said, at) : 0;
    text += length > 0 ? ' ◈ ' : said[at];
    at += Math.max(0, length - 1);
  }
  return text;
}

const someDay = Temporal.PlainDate.from('2026-01-01');
/** A day that is only named to be ruled out. */
const ruledOut = pattern('')`
  (?:\bnot|n't|\binstead of|\brather than|\bfrom|\bhome|\bthere|\bavailable|\baway|\bclosed|不是|而不是|原定|原来|本来|不在|别)(?:
    [ ](?:be|do|make|on|the|here|home|in|receive|it|until|deliver|come|send)
  )* ?$
`;
const ruledOutAfter = /^ ?(?:我们?|家里|公司)?(?:都|也)?(?:不在|不行|不方便|没人|没空|休息|放假)/;

function dayIn(said: string, today: Today | undefined): string | null {
  if (!today) return null;
  const days = findDates(said, today.orderDate, today.timeZone).filter(
    ({ start, end }) => !ruledOut.test(said.slice(0, start)) && !ruledOutAfter.test(said.slice(end)),
  );
  const [first] = days;
  // of several days the desk chooses none
  return first?.date && days.every(({ date }) => date?.equals(first.date ?? someDay)) ? first.date.toString() : null;
}

/** As the desk writes it: `HO-1042`, or the digits alone where no prefix was given. */
function numberIn(said: string): string | null {
  const prefixed = /(?<![\w-])(?:[a-z]{2,4}-\d{1,9}|[a-z]-\d{2,9})(?![\w-])/.exec(said)?.[0];
  if (prefixed) return prefixed.toUpperCase();
  return (
    /(?<!\w)#(\d{1,9})(?!\w)/.exec(said)?.[1] ??
    /(?:\border|订单号?|定单|单号)(?: (?:no\.?|number))? ?[#:]?\s?(\d{2,9})(?!\w)/.exec(said)?.[1] ??
    null
  );
}

function trimmed(said: string): string {
  return (
    said
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[,，、;](?= |$)|,/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .replace(/[^\p{L}\p{N}]+$/u, '')
      .trim() || (/^\?+$/.test(said) ? '?' : '')
  );
}
