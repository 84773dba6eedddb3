import { asksOfGoods } from '../../notes/intent/asks-of-goods.ts';
import { readRequest, type RequestContext } from '../../notes/request/request.ts';
import { fold } from '../../text/fold.ts';
import type { Order } from '../order.ts';
import { rowsOf } from '../table/tables.ts';
import { isWish, itemsOfWords, isEmpty, wishSpans, type Read } from './asked.decide.ts';
import { besideOf } from './beside.decide.ts';
import { readChangeIntent, wantsChange, withoutNumber, type ChangeIntent } from './intent.decide.ts';
import type { ItemsWish } from './wish.ts';
import { pattern } from '../../text/pattern.ts';

/** Every change that words ask for, and what an order that is placed may tell of them: a choice without a verb, a wish for the parcel. */
export function intentsOf(text: string, context: RequestContext, named: boolean): ChangeIntent[] {
  const said = withoutNumber(text);
  if (text.length > mostCharacters || asksOfGoods(said)) return [];
  const asked = readChangeIntent(text, context, named);
  const seen: ChangeIntent[] =
    asked.length === 0 ? [{ kind: 'change_items', input: { words: said }, named, alone: false, bySight: true }] : [];
  return [...asked, ...seen, { kind: 'add_note', input: { words: said }, named, alone: false }];
}

/** A longer text tells a story. */
const mostCharacters = 2000;

/** What words without a verb of change speak of when they speak of what stands: "the chairs in blue", 椅子要灰色, "in blue please". */
const shown = pattern('')`
  \b(?:the|my|our|those|these|that|both|all|them|it|actually|instead|rather|sorry|changed my mind|rest|everything else|as before)\b
  |[那这嗰]|都|全部|实际上|其实|还是|改主意|其他|其它|其余|别的|剩下|不变|照旧|照常
`;
const refuses = /\b(?:no|not|don't|dont|do not|without)\b|不要|唔要|不用|别/;
const hanFirst = /^(?:都|也|就|还是|能不能|可以|可不可以)?(?:要|用|换|改|做)/;
const ofOrdered = /\b(?:of )?(?:the|my|our|those|these) |\bof them\b|[那这嗰]/;
/** Who says that work is needed may mean it for what they ordered; its bare name is an order. */
const needed = /\b(?:need|needs|want|wants|would like|'d like)\b|需要|想要|还要|要/;
const another = /\b(?:an?|another|one more|new|more|extra|additional|add)\b|再|另|加|多/;

/** Whether goods that words name are surely those that were ordered. */
export function speaksOfOrdered(text: string, context: RequestContext): boolean {
  const said = fold(text.slice(0, 2000)).text;
  if (shown.test(said)) return true;
  const { lines } = readRequest(text, context);
  // who counts nothing and refuses something speaks of what stands
  if (refuses.test(said) && lines.every(({ quantitySpan }) => quantitySpan === null)) return true;
  return lines.every(({ match, span }) => match.kind === 'unknown' || hanFirst.test(fold(text.slice(span.end)).text.trim()));
}

/** Whether words want something of this order, as it stands: what is on it, or said of it by a verb of change or its number. */
export function isMeant(intent: ChangeIntent, order: Order, context: RequestContext): boolean {
  const words = intent.input?.['words'] ?? '';
  if (intent.kind === 'add_note') return rowsOf(order.kind, order.state, 'add_note').length > 0 && wishesFor(intent, order, context);
  if (intent.bySight && intent.kind === 'reschedule') return readRequest(intent.text ?? '', context).lines.length === 0;
  if (intent.kind !== 'change_items') return true;
  const read = readOf(order, words, context);
  if (intent.bySight) return isSeen(read, order, words, context);
  if (read.ok) return intent.named ? !isEmpty(read.value) : read.value.lines.length + read.value.options.length > 0;
  const { code } = read.refusal;
  const isSo = code === 'already_so' || code === 'already_made';
  // what stands there already is no new order, where a verb of change or the number says what is meant
  return intent.alone ? code === 'change_unclear' || code === 'quantity_impossible' || isSo : intent.named && isSo;
}

/** Without a verb only a choice, or a line that is not wanted, is beyond doubt about what was ordered; a count may be a new order. */
function isSeen(read: Read<ItemsWish>, order: Order, words: string, context: RequestContext): boolean {
  if (another.test(fold(words).text) && !shown.test(fold(words).text)) return false;
  if (read.ok) {
    const { lines, options, added } = read.value;
    if (added.length > 0)
      return (
        lines.length + options.length === 0 &&
        (needed.test(fold(words).text) || shown.test(fold(words).text)) &&
        added.every((line) => isService(line.sku, context))
      );
    // "one of the chairs" counts those that were ordered; a count alone may be a new order
    return lines.length + options.length > 0 && (lines.every(({ to }) => to === 0) || ofOrdered.test(fold(words).text));
  }
  if (read.refusal.code === 'already_made') return true;
  return (read.lines ?? []).some((line) => {
    const alone = readOf(order, words, context, line);
    if (!alone.ok || alone.value.added.length > 0) return false;
    return alone.value.options.length + alone.value.lines.length > 0 && alone.value.lines.every(({ to }) => to === 0);
  });
}

/** Work at the customer's: it goes with what was ordered, and may be ordered alone. */
const isService = (sku: string, { products }: RequestContext): boolean =>
  products.find((product) => product.sku === sku)?.kind === 'service';

const isAsked = /[?？]\s*$|[吗嗎]\s*$/;
const polite = /\b(?:can|could|will|would) (?:you|we|i|someone|somebody)\b|能不能|可不可以|可以|麻烦|帮/;

function wishesFor(intent: ChangeIntent, order: Order, context: RequestContext): boolean {
  const words = intent.input?.['words'] ?? '';
  // "do you gift wrap?" asks; "can you wrap it?" wants it
  if (isAsked.test(words) && !(polite.test(fold(words).text) && shown.test(fold(words).text))) return false;
  const wishes = wishSpans(words, [], context);
  const names = readRequest(words, context).lines.some((line) => line.match.kind !== 'unknown' && !isWish(line, wishes));
  return (
    (intent.named || !names || wantsChange(words) || speaksOfOrdered(words, context)) &&
    besideOf(order, words, context, order.locale) !== null
  );
}

const readOf = (order: Order, words: string, context: RequestContext, line: string | null = null): Read<ItemsWish> =>
  itemsOfWords(order, words, context, { locale: order.locale, nextId: () => '', line });
