import { englishCount } from '../text/numbers.ts';
import * as calendar from './calendar.ts';
import { inYear, month, monthNumber, number, of, ordinals, weekday, weekdayNumber, year } from './english.words.ts';
import type { DateContext, DatePattern } from './pattern.ts';

const ordinal = `(${ordinals.toReversed().join('|').replaceAll('-', '[- ]')})`;
const ordinalNumber = (written: string | undefined): number => ordinals.indexOf((written ?? '').replace(' ', '-')) + 1;
const nths = ['last', 'first', 'second', 'third', 'fourth', 'fifth'];
const nth = '(?:the )?(?:very )?(last|final|first|second|third|fourth)';
const nthNumber = (written: string | undefined): number => Math.max(0, nths.indexOf(written ?? ''));

/** How far off in days, weeks or months. */
function ahead({ order }: DateContext, count: string | undefined, unit: string | undefined): Temporal.PlainDate {
  const many = number(count);
  if (unit?.startsWith('month')) return order.add({ months: Math.min(many, 36) });
  if (unit?.startsWith('w')) return order.add({ days: 7 * many });
  return order.add({ days: unit?.startsWith('fortnight') ? 14 * many : many });
}
const spans = '(days?|weeks?|fortnights?|months?)';
const working = '(?:business|working|work|week|clear)[- ]?days?';

/** Days as people say them rather than write them: "a week on Friday", "before the week is out", "the first Saturday in May". */
export const spokenDates: DatePattern[] = [
  {
    find: of(`(${englishCount}) ${spans} (?:from (?:now|today|the date of order)|hence|today|off now)\\b`),
    resolve: (m, context) => ahead(context, m[1], m[2]),
    examples: [
      ['three days from now', '2026-11-28'],
      ['two weeks hence', '2026-12-09'],
      ['a week today', '2026-12-02'],
      ['a fortnight today', '2026-12-09'],
      ['a month from now', '2026-12-25'],
    ],
  },
  {
    find: of(`(?:within|in|inside) (?:the )?(?:space of )?(${englishCount}) ${spans}'?s? time\\b`),
    resolve: (m, context) => ahead(context, m[1], m[2]),
    kind: 'limit',
    examples: [
      ["in three days' time", '2026-11-28'],
      ["within a fortnight's time", '2026-12-09'],
    ],
  },
  {
    find: of(
      `(?:inside of|in under|in less than|in no more than|(?:no|not) (?:more|longer) than|at most|under|less than|max(?:imum)?(?: of)?|(?<=\\byou(?:'ve| have)(?: got)? )|(?<=\\b(?:give|allow|giving|allowing) you )) ?(${englishCount}) ${spans}(?! (?:old|ago|late|away))\\b`,
    ),
    resolve: (m, context) => ahead(context, m[1], m[2]),
    kind: 'limit',
    examples: [
      ['inside of a fortnight', '2026-12-09'],
      ['in under a week', '2026-12-02'],
      ['no longer than two weeks', '2026-12-09'],
    ],
  },
  {
    find: of(`(${englishCount}) (weeks?|fortnights?|months?) (?:max(?:imum)?|tops|at (?:most|the (?:most|latest|outside)))\\b`),
    resolve: (m, context) => ahead(context, m[1], m[2]),
    kind: 'limit',
    examples: [['two weeks max', '2026-12-09']],
  },
  {
    find: of(
      `(?:inside of|in under|in less than|in no more than|(?<=\\byou(?:'ve| have)(?: got)? )|(?<=\\b(?:give|allow|giving|allowing) you )) ?(${englishCount}) ${working}\\b`,
    ),
    resolve: (m, { order }) => calendar.workingDaysAfter(order, Math.min(number(m[1]), 750)),
    kind: 'limit',
    examples: [['in under five working days', '2026-12-02']],
  },
  {
    find: of(`(?:(a|one|two) weeks? (?:on|from|this|come) |(a) fortnight (?:on|from|this) )(?:this |the coming )?${weekday}\\b`),
    resolve: (m, { order }) => calendar.weekdayAfter(order, weekdayNumber(m[3] ?? '')).add({ days: m[2] || m[1] === 'two' ? 14 : 7 }),
    examples: [
      ['a week on friday', '2026-12-04'],
      ['a fortnight on friday', '2026-12-11'],
    ],
  },
  {
    find: of(`${weekday} (week|fortnight)\\b`),
    resolve: (m, { order }) => calendar.weekdayAfter(order, weekdayNumber(m[1] ?? '')).add({ days: m[2] === 'week' ? 7 : 14 }),
    examples: [['friday week', '2026-12-04']],
  },
  {
    find: of(`(?:this (?:time|day)|same (?:time|day)|today) next week\\b`),
    resolve: (_, { order }) => order.add({ days: 7 }),
    examples: [['this time next week', '2026-12-02']],
  },
  {
    find: of(`(?:tomorrow) (week|fortnight)\\b`),
    resolve: (m, { order }) => order.add({ days: m[1] === 'week' ? 8 : 15 }),
    examples: [['tomorrow week', '2026-12-03']],
  },
  {
    find: of(
      `(?:(?:the |this |our )?(?:working |business )?week(?:'s| is| has) (?:out|over|done|through|up|ended|finished)|(?:the )?(?:close|back end|tail end) of (?:the|this) (?:working )?week|(?:the |this )?week'?s end)\\b`,
    ),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 5, 0),
    examples: [
      ['before the week is out', '2026-11-27'],
      ["by week's end", '2026-11-27'],
    ],
  },
  {
    find: of(
      `(?:(?:the |this )?month(?:'s| has) (?:out|over|done|through|up|ended|run out)|month is (?:done|through|gone)|(?:the )?close of (?:the|this) month|${nth} day of (?:the|this) month|(?:the )?tail end of (?:the|this) month)\\b`,
    ),
    resolve: (m, { order }) => (m[1] && m[1] !== 'last' && m[1] !== 'final' ? undefined : calendar.endOfMonth(order, 0)),
    examples: [
      ["before the month's out", '2026-11-30'],
      ['the last day of the month', '2026-11-30'],
    ],
  },
  {
    find: of(`(?:the )?(?:very )?(?:(?:last|final) day of|close of|tail end of) ${month}(?! \\d)`),
    resolve: (m, { order }) => calendar.endOfNamedMonth(order, monthNumber(m[1] ?? '')),
    examples: [['the last day of january', '2027-01-31']],
  },
  {
    find: of(`(?:(?:the |this )?year(?:'s| has) (?:out|over|done|through|ended|run out)|(?:the )?close of (?:the|this) year)\\b`),
    resolve: (_, { order }) => calendar.exact(order.year, 12, 31),
    examples: [["before the year's out", '2026-12-31']],
  },
  {
    namesMonth: true,
    find: of(`(?:the )?${ordinal} (?:of|in) ${month}\\b${year}`),
    resolve: (m, { order }) => inYear(order, monthNumber(m[2] ?? ''), ordinalNumber(m[1]), m[3]),
    examples: [
      ['the third of december', '2026-12-03'],
      ['the twenty-first of january', '2027-01-21'],
      ['the thirty-first of november', null],
    ],
  },
  {
    namesMonth: true,
    find: of(`${month} (?:the )?${ordinal}\\b`),
    resolve: (m, { order }) => inYear(order, monthNumber(m[1] ?? ''), ordinalNumber(m[2])),
    examples: [['december the third', '2026-12-03']],
  },
  {
    find: of(`${nth} ${weekday} (?:in|of) (?:(the|this|next) month|${month})(?! \\d)`),
    resolve: (m, { order }) => {
      const named = m[4]
        ? calendar.endOfNamedMonth(order, monthNumber(m[4]))
        : order.with({ day: 1 }).add({ months: m[3] === 'next' ? 1 : 0 });
      return calendar.weekdayOfMonth(named, weekdayNumber(m[2] ?? ''), nthNumber(m[1])) ?? undefined;
    },
    examples: [
      ['the first saturday in december', '2026-12-05'],
      ['the last friday of the month', '2026-11-27'],
    ],
  },
];
