import { findDates } from '../../notes/rules/dates/find.ts';
import { fold } from '../../text/fold.ts';
import { pattern } from '../../text/pattern.ts';

const lead = pattern('')`
  ^(?:
    (?:it's |its |it is )?(?:my |our |the )?(?:delivery |shipping )?address(?: is)?
    |(?:please )?(?:deliver|ship|send)(?: it| them| everything)?(?: to)?
    |(?:(?:it|this|they|everything) )?(?:(?:should|must|can|has to|shall|will) )?(?:goes|go|be (?:delivered|sent|shipped)) to
    |(?:(?:to|at) )?(?:my|our|the) (?:home|house|flat|office|shop|store|warehouse|place)(?: is)?(?: at|,|:)
    |(?:to|at)(?=[ :])|(?:我们?的|送货|收货|配送)?地址(?:是|为)?|(?:请|麻烦)?(?:送|寄|发)?(?:货)?(?:到|至)|(?:请|麻烦)?(?:送|寄|发)(?:去|往)
  )\s*[:,]?\s*
`;
const street =
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|square|highway|floor|building|unit|suite|room|district)\b|[路街道巷弄号楼室层村镇区园]|大厦|广场|中心/;

const thanks = /[\s,.!;]*(?:(?:please|pls|thanks|thank you|thx|谢谢|多谢|唔该|麻烦了|吧)[\s,.!;]*)+$/;

/** What leads to the day behind an address, and what follows it. */
const dayLead = pattern('')`
  (?:(?:needed|need it|wanted|required|due|delivered|to arrive|arriving) )?(?:
    by|before|on|until|till|for|no later than|not later than|at the latest(?: by)?
  )(?: the)?(?: \d{1,2}(?::\d\d)? ?(?:am|pm)?)? *$
  |(?:最晚|最迟|赶在|务必|请在|于|在)+ *$
`;
const dayTrail = /^ *(?:之前|以前|前|之内|内)? *(?:送到|送达|到货|到达|送来|要|到)?(?: at the latest| or earlier)?/;

/** Where somebody wants it, and by which day where they say that too. */
export interface Whereto {
  address: string;
  day: Temporal.PlainDate | null;
}

/** As whoever reads it knows the places and the days. */
interface Frame {
  servedZones: readonly string[];
  orderDate: Temporal.PlainDate;
  timeZone: string;
}

/** Words that are an address, or one with the day behind it by which it is to be there, and nothing else: asked where to deliver, people write just that. */
export function addressIn(text: string, frame: Frame): Whereto | null {
  const { text: folded, starts } = fold(text.trim());
  const behind = dayBehind(folded, frame);
  const before = behind && placeIn(text.trim().slice(0, starts[behind.start] ?? 0), frame);
  if (before) return { address: before, day: behind.day };
  const address = placeIn(text, frame);
  return address === null ? null : { address, day: null };
}

/** The day with which words end, and where what says it begins; digits alone may be a part of the address. */
function dayBehind(folded: string, { orderDate, timeZone }: Frame): { start: number; day: Temporal.PlainDate } | null {
  const whole = findDates(folded, orderDate, timeZone).at(-1);
  if (!whole) return null;
  const comma = folded.lastIndexOf(',', whole.end - 1) + 1;
  const from = comma > whole.start ? comma : whole.start;
  const last = from === whole.start ? whole : findDates(folded.slice(from), orderDate, timeZone).at(-1);
  if (!last?.date || Temporal.PlainDate.compare(last.date, orderDate) < 0) return null;
  const [start, end] = from === whole.start ? [whole.start, whole.end] : [from + last.start, from + last.end];
  const led = dayLead.exec(folded.slice(0, start));
  const trail = dayTrail.exec(folded.slice(end))?.[0] ?? '';
  if (thanks.exec(`${folded.slice(end + trail.length)} please`)?.index !== 0) return null;
  if (!led && last.kind === 'day' && trail.trim() === '' && /\d/.test(folded.slice(start, end))) return null;
  return { start: led ? led.index : start, day: last.date };
}

/** They name a place we deliver to, or a street with a number. */
function placeIn(text: string, { servedZones }: Frame): string | null {
  const said = text.replace(/^[\s,，:：;；-]+/, '').replace(/[\s,，;；、。-]+$/, '');
  if (said.length < 4 || said.length > 300 || said.split('\n').length > 5) return null;
  const { text: folded, starts } = fold(said);
  const skipped = lead.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(skipped);
  const inZone = servedZones.some((zone) => rest.includes(fold(zone).text.trim()));
  const hasNumber = /[\d一二三四五六七八九十]/.test(rest);
  if (!(inZone && (hasNumber || skipped > 0)) && !(hasNumber && street.test(rest))) return null;
  const courtesy = thanks.exec(folded)?.index ?? folded.length;
  return said.slice(starts[skipped] ?? 0, starts[courtesy] ?? said.length).trim() || null;
}
