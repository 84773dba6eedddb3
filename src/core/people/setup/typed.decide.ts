import { nearest } from '../../text/nearest.ts';
import type { Purpose } from '../business.store.ts';

export const purposes = ['review', 'sales', 'legal', 'warehouse', 'digest'] as const satisfies readonly Purpose[];

export const deskVerbs = ['here', 'name', 'hours', 'zone', 'currency', 'language'] as const;
type DeskVerb = (typeof deskVerbs)[number];

/** What follows `/desk`, in parts. */
export type TypedDesk =
  | { verb: 'show' }
  /** `about`: the line that was meant, where one was; `fault`: what of it was not understood, as `typed`. */
  | { verb: 'usage'; about: DeskVerb | null; fault: 'verb' | 'here' | 'hours' | null; typed: string }
  /** No purposes: the conversation is for nothing any more. */
  | { verb: 'here'; purposes: Purpose[] }
  | { verb: 'hours'; hours: Hours }
  | { verb: 'name' | 'zone' | 'currency' | 'language'; value: string };

/** Other words for what a conversation is for. */
const purposeWords: Record<Purpose, readonly string[]> = {
  review: ['审核', '審核'],
  sales: ['销售', '銷售', '业务', '業務'],
  legal: ['法务', '法務'],
  warehouse: ['仓库', '倉庫'],
  digest: ['日报', '日報', '汇总', '彙總'],
};
const nothing = new Set(['nothing', 'none', '无', '無', '取消']);

export function readDesk(text: string): TypedDesk {
  const [verb = '', ...rest] = text.trim().split(/\s+/).filter(Boolean);
  const value = rest.join(' ');
  switch (verb.toLowerCase()) {
    case '':
      return { verb: 'show' };
    case 'here':
      return readHere(rest);
    case 'hours': {
      const hours = readHours(value);
      return hours ? { verb: 'hours', hours } : { verb: 'usage', about: 'hours', fault: value === '' ? null : 'hours', typed: value };
    }
    case 'name':
    case 'zone':
    case 'currency':
    case 'language': {
      const known = verb.toLowerCase() as 'name' | 'zone' | 'currency' | 'language'; // one of the cases above
      return value === '' ? { verb: 'usage', about: known, fault: null, typed: '' } : { verb: known, value };
    }
    default:
      return { verb: 'usage', about: nearest(verb, deskVerbs), fault: 'verb', typed: verb };
  }
}

function readHere(typed: string[]): TypedDesk {
  const folded = typed.flatMap((word) => word.toLowerCase().split(/[,，、]/)).filter(Boolean);
  if (folded.length === 1 && nothing.has(folded[0] ?? '')) return { verb: 'here', purposes: [] };
  const found = folded.map((word) => purposes.find((purpose) => purpose === word || purposeWords[purpose].includes(word)));
  const known = found.filter((purpose) => purpose !== undefined);
  if (known.length > 0 && known.length === found.length) return { verb: 'here', purposes: [...new Set(known)] };
  const unknown = folded.find((_, at) => found[at] === undefined) ?? '';
  return { verb: 'usage', about: 'here', fault: unknown === '' ? null : 'here', typed: unknown };
}

/** The working times of some days of the week, Monday being 1; none on a day that is free. */
export interface Hours {
  weekdays: number[];
  intervals: { opens: string; closes: string }[];
  /** A time was written as on a clock of twelve hours, and read as one of the afternoon: "9-5". */
  guessed?: true;
}

const dayNames: readonly (readonly string[])[] = [
  ['mon', '周一', '週一', '星期一'],
  ['tue', '周二', '週二', '星期二'],
  ['wed', '周三', '週三', '星期三'],
  ['thu', '周四', '週四', '星期四'],
  ['fri', '周五', '週五', '星期五'],
  ['sat', '周六', '週六', '星期六'],
  ['sun', '周日', '週日', '星期日', '周天', '星期天'],
];

const dayOf = (word: string): number =>
  1 + dayNames.findIndex(([latin = '', ...others]) => word.startsWith(latin) || others.includes(word));

/** "mon-fri 09:00-18:00", "sat 10:00-12:00, 13:00-15:00", "sun closed", "周一至周五 9:00-18:00"; null where it is none of these. */
export function readHours(text: string): Hours | null {
  const [days = '', ...rest] = text.trim().toLowerCase().split(/\s+/);
  const weekdays = readDays(days);
  const times = rest.join('');
  if (!weekdays || times === '') return null;
  if (['closed', 'free', 'off', '休息', '不营业', '不營業'].includes(times)) return { weekdays, intervals: [] };
  const intervals = times.split(/[,，、]/).map(readInterval);
  const whole = intervals.filter((interval) => interval !== null).toSorted((one, other) => one.opens.localeCompare(other.opens));
  const overlap = whole.some(({ opens }, at) => at > 0 && opens < (whole[at - 1]?.closes ?? ''));
  if (whole.length < intervals.length || whole.length > 4 || overlap) return null;
  const guess = whole.some(({ guessed }) => guessed) ? { guessed: true as const } : {};
  return { weekdays, intervals: whole.map(({ opens, closes }) => ({ opens, closes })), ...guess };
}

function readDays(typed: string): number[] | null {
  const days = new Set<number>();
  for (const part of typed.split(/[,，、]/)) {
    const [first = 0, last = first, ...more] = part.split(/[-–—~至到]/).map(dayOf);
    if (first === 0 || last === 0 || more.length > 0) return null;
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === last) break;
    }
  }
  return [...days].toSorted((one, other) => one - other);
}

function readInterval(typed: string): { opens: string; closes: string; guessed: boolean } | null {
  const [, from = '', fromMinutes = '00', to = '', toMinutes = '00'] =
    /^(\d{1,2})(?:[:：](\d\d))?(?:-|–|—|~|至|到)(\d{1,2})(?:[:：](\d\d))?$/.exec(typed) ?? [];
  // nobody closes before they open: "9-5" is said of a clock with twelve hours
  const guessed = /^\d{1,2}\D+\d{1,2}$/.test(typed) && Number(to) <= Number(from) && Number(from) <= 12 && Number(to) > 0;
  const opens = timeOf(from, fromMinutes);
  const closes = timeOf(guessed ? `${Number(to) + 12}` : to, toMinutes);
  return opens && closes && opens < closes ? { opens, closes, guessed } : null;
}

/** A day ends at 24:00. */
function timeOf(hours: string, minutes: string): string | null {
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null;
}

/** A time zone as the world names it, `Asia/Shanghai`; null for anything else. */
export function zoneOf(typed: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function currencyOf(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return currencies.has(code) ? code : null;
}
