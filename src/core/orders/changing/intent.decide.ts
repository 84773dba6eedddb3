import { readIntent, type Intent } from '../../notes/intent/intent.ts';
import { saysOwnNumber } from '../../notes/intent/own-number.ts';
import type { Change } from '../../notes/request/change/work.ts';
import type { OrderRequest } from '../../notes/request/request.ts';
import type { NoteReader } from '../../ports.ts';
import { fold } from '../../text/fold.ts';
import { readDay } from './asked.decide.ts';
import { pattern } from '../../text/pattern.ts';

/** A change of an order that was sent in, asked for in words. `input` is what the action takes; null while it must still be asked for. */
export interface ChangeIntent {
  kind: 'reschedule' | 'change_address' | 'change_items' | 'add_note';
  input: Record<string, string> | null;
  /** The words name their order. */
  named: boolean;
  /** A verb says that something is changed, and nothing else says what: worth a question where it is not clear. */
  alone: boolean;
  /** No verb says that anything changes: it counts where the order itself tells so. */
  bySight?: true;
  /** All that was said. */
  text?: string;
}

const number =
  /(?:\b(?:on|of|for|to|order) )?(?<![\w-])(?:[a-z]{1,4}-\d{1,9}|#\d{1,9})(?![\w-])(?: ?的)?|(?:\border|订单号?|訂單號?|单号)(?: (?:no\.?|number))? ?#?:?\d{2,9}(?: ?的)?/gi;

/** Another day for what was ordered already: "move it to Monday", 改成下周一送, 推迟到周五. */
const movesDay = pattern('')`
  \b(?:
    reschedul\w*|postpone\w*|push (?:it|back|the|my)|move (?:it|the|my|delivery|to|this)|delay (?:it|the|my|delivery)|bring (?:it )?forward
    |(?:change|move|switch|shift|update) (?:\w+ ){0,3}(?:date|day|delivery|time)
    |change (?:it|this|that|my order|the order)? ?to
    |(?:deliver|send|ship|bring) (?:it|this|that|them|my order|everything)\b.{0,40}
    |(?:later|earlier|another|different|sooner) (?:date|day|delivery)
    |.{0,40}\binstead\b
  )
  |(?:改|换|调|挪|移|推|延|提|放)(?:到|成|为|至|期|迟|后|前|在|个|送)(?:时间|日期|到|成|至|为)?
  |改(?=下?周|下?星期|下?礼拜|明天|后天|大后天|\d|[一二三四五六七八九十]+[月号日])
  |(?:改|换|调)(?:送货|到货|交货)?(?:日期|时间|期)|(?:时间|日期)(?:改|换|变|调)
`;
/** The same wish without a day. */
const wantsOtherDay = pattern('')`
  \b(?:
    reschedul\w*|postpone\w*
    |(?:another|different|later|earlier) (?:delivery )?(?:day|date)
    |change (?:the |my )?(?:delivery )?(?:date|day)
  )\b
  |改期|改(?:个|下|一下)?(?:送货|到货|交货)?(?:日期|时间)|延期|推迟
`;
const movesPlace = pattern('')`
  \b(?:change|update|new|different|wrong|other|another|correct) (?:\w+ ){0,2}address\b
  |\baddress (?:is|has|to|should|changed|was wrong)\b
  |\b(?:deliver|ship|send|redirect) (?:it|them|this|that|everything|the order|my order) (?:instead )?to\b
  |(?:改|换|变更|更改|修改|更新)(?:一下)?(?:收货|送货|收件)?地址
  |地址(?:改|换|变|错|更)|(?:改|换)(?:送|寄|发)
`;
const changesItems = pattern('')`
  \b(?:
    change
    |make (?:it|them|that|the|my|both|all|line)
    |instead|reduce|increase|remove|take (?:out|off)|swap|exchange|trade|switch|fewer
    |add .{1,60} to (?:my|the|this|that|it)\b
  )
  |改(?:成|为|到|要)?|换(?:成)?|变成|减(?:少|到|为|掉)?|增加到|加到|少要|多要|去掉|删掉|拿掉|不要.{1,12}了
`;
/** "Just one chair is enough", 椅子一张就好: how many of what stands are wanted. */
const limits = pattern('')`
  \b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,4}|a single|half)\b(?: (?!and\b|with\b)[\w-]+){0,4}[ ]
  (?:is|are|will be|would be|should be)(?: quite| more than)? (?:enough|plenty|sufficient|fine|okay|ok)\b
  |\b(?:one|two|three|four|five|six|\d{1,4})\b(?: (?!and\b|with\b)[\w-]+){0,4} (?:will|would) (?:do|suffice)\b
  |[\d一二两三四五六七八九十]+[把张個个盏台套箱块本支只件条盒](?:[^，,。；;\s]{0,6})?(?:就|也|便)(?:够|好|行|可以|ok|得)
`;

/** A day, and that it comes or is needed then, and nothing else: 下周一送, "I need it by Wednesday". */
const namesDay = pattern('')`
  ^(?:(?:please|pls|hi|hello|ok|so)[ ,]+)*(?:
    (?:i|we) (?:now |really |do )?need (?:it|them|this|everything|my order)
    |(?:it|they|this|everything) (?:has|have|needs?) to (?:be here|arrive|come)
    |deliver|ship|send|bring
  )\b
  |^(?:请|麻烦|帮我|还是|就)*(?:在)?.{2,14}?(?:再|前|之前)?(?:送|送货|送到|送来|送过来|到货|配送|收货)(?:吧|就行|即可|好了|啦|喇)?[。.!\s]*$
`;
const rulesOut = /[不别勿唔没沒無无冇]|\b(?:not|never|except|unless|only|between|weekends?|weekdays?)\b|n't|\?|吗$/;

/** The words about an order without its number; a number of the customer's own is what they say of it. */
export const withoutNumber = (text: string): string =>
  saysOwnNumber(text) ? text.trim() : text.replaceAll(number, ' ').replaceAll(/\s+/g, ' ').trim();

/**
 * Every change a text asks for: day, address, goods. What it asks for beside a change is left to others. A message that wants one thing
 * of the desk is understood by `readIntent`, as everywhere; here come several wishes at once, and goods, which only the order can tell.
 */
export function readChangeIntent(
  text: string,
  { reader, orderDate, timeZone }: { reader: NoteReader; orderDate: Temporal.PlainDate; timeZone: string },
  named: boolean,
): ChangeIntent[] {
  if (text.length > 2000) return [];
  const words = withoutNumber(text);
  const said = fold(words).text;
  const only = readIntent(text, { orderDate, timeZone });
  const { address } = reader.read({ text: words, orderDate, timeZone, lines: [] });
  const place = addressOf(only) ?? (address?.status === 'confirmed' ? address.value : null);
  // digits of an address are no day
  const day = dayOf(only) ?? readDay(place === null ? words : words.replace(place, ' '), orderDate, timeZone)?.toString() ?? null;
  const intents: ChangeIntent[] = [];
  const add = (kind: ChangeIntent['kind'], input: ChangeIntent['input'], alone = true): void =>
    void intents.push({ kind, input, named, alone });
  const isPlace = only.kind === 'change_address';
  const isDay = only.kind === 'reschedule';
  if (place !== null && (isPlace || named || movesPlace.test(said) || /\binstead\b|改|换/.test(said)))
    add('change_address', { address: place });
  else if (isPlace || (movesPlace.test(said) && day === null)) add('change_address', null);
  if (day !== null && (isDay || movesDay.test(said))) add('reschedule', { date: day });
  else if (day !== null && place === null && namesDay.test(said) && !rulesOut.test(said))
    intents.push({ kind: 'reschedule', input: { date: day }, named, alone: false, bySight: true, text: words });
  else if (isDay || (day === null && wantsOtherDay.test(said))) add('reschedule', null);
  const verb = changesItems.test(said) || limits.test(said);
  if (verb || (named && intents.length === 0)) add('change_items', { words }, verb && intents.length === 0);
  return intents;
}

const lead = pattern('')`
  ^(?:
    (?:
      please|pls|hi|hello|hey|good (?:morning|afternoon|evening|day)|dear team|thanks|can|could|may|i|we|i'd|we'd|i'll|we'll|would|will|like
      |need|want|to|order|buy|get|have|take|send|me|us|also|and|just|another|new|你好|您好|请|麻烦|帮|我们?|给|要|想|买|订|订购|来|下单|再
      |唔该|俾
    )
    |[\s,:!.，：！。、]
  )*$
`;

/**
 * Whether words begin with goods and a quantity and their first sentence changes nothing: a new order, whatever it says further on.
 * "3 mugs instead of 2" is none.
 */
export function beginsOrder(text: string, { lines: [first] }: Pick<OrderRequest, 'lines'>): boolean {
  if (!first || first.match.kind === 'unknown' || first.quantitySpan === null) return false;
  const before = fold(text.slice(0, first.span.start)).text;
  const [sentence = ''] = fold(text.slice(first.span.start, 2000)).text.split(/[.!?。\n]/u);
  return lead.test(before) && !changesItems.test(sentence) && !limits.test(sentence);
}

/** Whether something is said beside a change of goods that the change does not hold: a wish for the parcel, words nobody read. */
export const saysMore = (changes: readonly Change[]): boolean =>
  changes.some(
    (change) =>
      change.kind === 'note' &&
      (change.reading.unread.length + change.reading.specs.length > 0 ||
        change.reading.flags.some(({ flag }) => flag !== 'quantity_change' && flag !== 'address_change')),
  );

/** Whether words ask for a change of something, whatever it is of. */
export const wantsChange = (text: string): boolean => {
  const said = fold(text.slice(0, 2000)).text;
  return [movesDay, wantsOtherDay, movesPlace, changesItems, limits].some((form) => form.test(said));
};

const addressOf = (intent: Intent): string | null => (intent.kind === 'change_address' ? intent.address : null);
const dayOf = (intent: Intent): string | null => (intent.kind === 'reschedule' ? intent.date : null);
