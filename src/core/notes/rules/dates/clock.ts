import { matchesOf } from '../text/matches.ts';
import { pattern } from '../../../text/pattern.ts';
/** A clock time written in a note: `time` is HH:MM. */
export interface ClockMention {
  start: number;
  end: number;
  time: string;
}

const english = pattern('g')`
  (?:\b(?:at|by|before|until|around|about) )?\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?
  |\b(\d{1,2}):(\d\d)\b(?! ?[ap]\.?m)|\b(?:12 ?)?(noon|midday)\b
  |\bat (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'?clock)?(?= (?:on|sharp|today|tonight|tomorrow)\b)
`;
const chinese =
  /(早上|上午|凌晨|中午|下午|晚上|傍晚|夜晚|(?<![最不别勿唔太早更])晚|朝早|下昼)? ?([0-9一二三四五六七八九十两]{1,3}) ?(?:点钟?|时)(?:(半)|([0-9一二三四五六七八九十]{1,3})分?|一刻)?(?!头|缀)/g;

/** A bare hour from one to six is one of the afternoon. */
const afternoon = (hour: number): number => (hour <= 6 ? hour + 12 : hour);

/** Stated clock times; morning, tonight and the end of a day are none. */
export function findClocks(text: string, read: (written: string) => number | null): ClockMention[] {
  const found: ClockMention[] = [];
  const add = (match: RegExpExecArray, hour: number, minute: number) => {
    if (hour > 23 || minute > 59) return;
    // "by 5 pm on Friday": the word before it is the day's, too
    found.push({
      start: match.index + (/^(?:by|before|until) /.exec(match[0])?.[0].length ?? 0),
      end: match.index + match[0].length,
      time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    });
  };
  for (const match of matchesOf(text, english)) {
    if (match[6]) add(match, 12, 0);
    else if (match[7]) add(match, afternoon(read(match[7]) ?? 12), 0);
    else if (match[4]) add(match, Number(match[4]), Number(match[5]));
    else if (Number(match[1]) <= 12) add(match, (Number(match[1]) % 12) + (match[3] === 'p' ? 12 : 0), Number(match[2] ?? 0));
  }
  for (const match of matchesOf(text, chinese)) {
    const hour = read(match[2] ?? '');
    if (hour === null) continue;
    // Nobody wants a parcel at four in the morning: a bare hour from one to six is an afternoon hour.
    const late =
      /下午|晚|下昼/.test(match[1] ?? '') && hour < 12
        ? 12
        : match[1] === '中午' && hour < 11
          ? 12
          : match[1] === undefined && hour >= 1 && hour <= 6
            ? 12
            : 0;
    add(match, hour + late, match[3] ? 30 : (read(match[4] ?? '') ?? 0));
  }
  return found;
}
