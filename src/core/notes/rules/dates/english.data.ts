import { englishCount } from '../text/numbers.ts';
import * as calendar from './calendar.ts';
import { day, inYear, month, monthNumber, number, of, ordinals, weekday, weekdayNumber, year } from './english.words.ts';
import type { DatePattern } from './pattern.ts';

/** The 31st of a month that has no such day, in whichever order it was written. */
const isNoDay = (one: number, other: number): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([day = 0, month = 0]) => day > 28 && day < 32 && month > 0 && month < 13) && one + other > 29;

export const englishDates: DatePattern[] = [
  {
    namesMonth: true,
    find: of(`(20\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})\\b`),
    resolve: (m) => calendar.exact(Number(m[1]), Number(m[2]), Number(m[3])) ?? undefined,
    examples: [
      ['2026-12-03', '2026-12-03'],
      ['2027/1/9', '2027-01-09'],
    ],
  },
  {
    namesMonth: true,
    find: of(`${month} ?(?:the )?${day}\\b${year}`),
    resolve: (m, { order }) => inYear(order, monthNumber(m[1] ?? ''), Number(m[2]), m[3]),
    examples: [
      ['dec 3rd', '2026-12-03'],
      ['november 24', '2027-11-24'],
      ['dec. 5, 2026', '2026-12-05'],
      ['feb 29', '2028-02-29'],
      ['november 31st', null],
      ['feb 29, 2027', null],
    ],
  },
  {
    namesMonth: true,
    find: of(`(?:the )?${day} ?(?:of |in )?${month}\\b${year}`),
    resolve: (m, { order }) => inYear(order, monthNumber(m[2] ?? ''), Number(m[1]), m[3]),
    examples: [
      ['3 dec', '2026-12-03'],
      ['the 3rd of december', '2026-12-03'],
      ['15th january 2027', '2027-01-15'],
      ['the 31st of november', null],
      ['30 feb', null],
    ],
  },
  {
    namesMonth: true,
    find: of(`(?:the )?(\\d{1,2})(?:st|nd|rd|th) (?:of|in) (this|next) month\\b`),
    resolve: (m, { order }) => calendar.dayInMonth(order, m[2] === 'next' ? 1 : 0, Number(m[1])),
    examples: [
      ['the 5th of next month', '2026-12-05'],
      ['the 31st of this month', null],
    ],
  },
  {
    // 31.12.2026, as on the continent, is a day and no telephone
    namesMonth: true,
    find: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)(?![\d.])/g,
    resolve: (m, { order }) => inYear(order, Number(m[2]), Number(m[1]), m[3]),
    examples: [
      ['24.12.2026', '2026-12-24'],
      ['31.11.2026', null],
    ],
  },
  {
    // "until 30.10.", as it is written on the continent
    namesMonth: true,
    find: /(?<=\b(?:until|till|by|before|on|to|latest|from|the|for) )(\d{1,2})\.(\d{1,2})\.(?:(20\d\d)\b)?/g,
    resolve: (m, { order }) => inYear(order, Number(m[2]), Number(m[1]), m[3]) ?? undefined,
    examples: [
      ['until 5.12.', '2026-12-05'],
      ['by 9.1.2027', '2027-01-09'],
    ],
  },
  {
    namesMonth: true,
    find: of(`(\\d{1,2})/(\\d{1,2})(?:/(20)?(\\d\\d))?\\b(?! ?(?:"|'|in\\b|inch|mm|cm|ft|英?[寸吋]|口径|管))`),
    resolve: (m, { order, monthFirst }) => {
      const [a, b] = [Number(m[1]), Number(m[2])];
      const date = inYear(order, monthFirst ? a : b, monthFirst ? b : a, m[4] && `20${m[4]}`);
      // 30/2 is a yarn, and "by 30/2" a day that there is not
      const isMeant =
        /\b(?:by|before|until|till|on|from|due|latest) ?(?:the )?$/.test(m.input.slice(0, m.index)) || m.input.trim() === m[0];
      return date ?? (isMeant && isNoDay(a, b) ? null : undefined);
    },
    examples: [
      ['12/5', '2026-12-05'],
      ['1/9/2027', '2027-01-09'],
      ['31/11', null],
    ],
  },
  {
    find: of(`(?:the )(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:floor|street|st\\b|avenue|ave\\b|one|line|item))`),
    resolve: (m, { order, namedMonth }) =>
      (namedMonth ? calendar.monthDay(order, namedMonth, Number(m[1])) : calendar.dayOfMonth(order, Number(m[1]))) ?? undefined,
    examples: [
      ['the 15th', '2026-12-15'],
      ['the 25th', '2026-11-25'],
      ['the 31st', '2026-12-31'],
    ],
  },
  {
    // "Tuesday the 10th": the figure says which Tuesday
    find: of(`(?:(?:this|next|coming) )?${weekday},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b`),
    resolve: (m, { order, namedMonth }) =>
      (namedMonth ? calendar.monthDay(order, namedMonth, Number(m[2])) : calendar.dayOfMonth(order, Number(m[2]))) ?? undefined,
    examples: [
      ['friday the 4th', '2026-12-04'],
      ['tues 15th', '2026-12-15'],
    ],
  },
  {
    find: of(`(?:(this|next|coming|this coming) )?${weekday}\\b`),
    resolve: (m, { order }) => {
      const wanted = weekdayNumber(m[2] ?? '');
      return m[1] === 'next' ? calendar.weekdayInWeek(order, wanted, 1) : calendar.weekdayAfter(order, wanted);
    },
    examples: [
      ['friday', '2026-11-27'],
      ['this friday', '2026-11-27'],
      ['wednesday', '2026-12-02'],
      ['next friday', '2026-12-04'],
      ['coming monday', '2026-11-30'],
      ['next monday', '2026-11-30'],
      ['thurs', '2026-11-26'],
    ],
  },
  {
    find: of(`${weekday} (?:of )?next week\\b`),
    resolve: (m, { order }) => calendar.weekdayInWeek(order, weekdayNumber(m[1] ?? ''), 1),
    examples: [
      ['thursday next week', '2026-12-03'],
      ['wed of next week', '2026-12-02'],
    ],
  },
  {
    find: of(`(?:the )?day after tomorrow\\b`),
    resolve: (_, { order }) => order.add({ days: 2 }),
    kind: 'near',
    examples: [['day after tomorrow', '2026-11-27']],
  },
  {
    find: of(`(?:tomm?orr?ow|tmrw?|2moro)\\b`),
    resolve: (_, { order }) => order.add({ days: 1 }),
    kind: 'near',
    examples: [
      ['tomorrow', '2026-11-26'],
      ['tmrw', '2026-11-26'],
    ],
  },
  {
    find: of(`(?:today|tonight|this (?:morning|afternoon|evening))\\b`),
    resolve: (_, { order }) => order,
    kind: 'near',
    examples: [['today', '2026-11-25']],
  },
  {
    find: of(`(?:eod|cob|(?:the )?(?:end|close) of (?:the )?(?:day|business))\\b`),
    resolve: (_, { order }) => order,
    kind: 'close',
    examples: [
      ['eod', '2026-11-25'],
      ['close of business', '2026-11-25'],
    ],
  },
  {
    find: of(`(?:within|in|inside) (?:the )?(?:next )?${englishCount} (?:calendar )?days?\\b`),
    resolve: (m, { order }) => order.add({ days: number(countIn(m[0])) }),
    kind: 'limit',
    examples: [
      ['within 3 days', '2026-11-28'],
      ['in ten days', '2026-12-05'],
      ['within the next 5 days', '2026-11-30'],
    ],
  },
  {
    find: of(`(?:within|in|inside) (?:the )?(?:next )?${englishCount} (?:business|working|work) ?days?\\b`),
    resolve: (m, { order }) => calendar.workingDaysAfter(order, Math.min(number(countIn(m[0])), 750)),
    kind: 'limit',
    examples: [
      ['within 5 business days', '2026-12-02'],
      ['in 3 working days', '2026-11-30'],
    ],
  },
  {
    find: of(`(?:within|in|inside) (?:the )?(?:next )?(\\d{1,3}) ?(?:hours?|hrs?|h)\\b`),
    resolve: (m, { order }) => order.add({ days: Math.ceil(Number(m[1]) / 24) }),
    kind: 'limit',
    examples: [
      ['within 48 hours', '2026-11-27'],
      ['in 24h', '2026-11-26'],
    ],
  },
  {
    find: of(`(?:within|in|inside) (?:the )?(?:next )?${englishCount} weeks?(?: time)?\\b`),
    resolve: (m, { order }) => order.add({ days: 7 * number(countIn(m[0])) }),
    kind: 'limit',
    examples: [
      ['within a week', '2026-12-02'],
      ['in two weeks', '2026-12-09'],
    ],
  },
  {
    find: of(`(?:a|one) week from (?:today|now)\\b`),
    resolve: (_, { order }) => order.add({ days: 7 }),
    examples: [['a week from today', '2026-12-02']],
  },
  {
    find: of(`(?:within|in) a fortnight\\b`),
    resolve: (_, { order }) => order.add({ days: 14 }),
    kind: 'limit',
    examples: [['within a fortnight', '2026-12-09']],
  },
  {
    find: of(`(?:within|in) (?:the )?(?:next )?${englishCount} months?\\b`),
    resolve: (m, { order }) => order.add({ months: Math.min(number(countIn(m[0])), 36) }),
    kind: 'limit',
    examples: [
      ['within a month', '2026-12-25'],
      ['in two months', '2027-01-25'],
    ],
  },
  {
    find: of(`(?:the )?(?:end of next month|next month end)\\b`),
    resolve: (_, { order }) => calendar.endOfMonth(order, 1),
    examples: [['end of next month', '2026-12-31']],
  },
  {
    find: of(`(?:the )?(?:end of (?:the|this) month|month(?:'?s)?[- ]end|eom|end of month|month is (?:out|over|up))\\b`),
    resolve: (_, { order }) => calendar.endOfMonth(order, 0),
    examples: [
      ['end of the month', '2026-11-30'],
      ['month end', '2026-11-30'],
    ],
  },
  {
    find: of(`(?:the )?end of ${month}(?! \\d)`),
    resolve: (m, { order }) => calendar.endOfNamedMonth(order, monthNumber(m[1] ?? '')),
    examples: [
      ['end of january', '2027-01-31'],
      ['end of november', '2026-11-30'],
    ],
  },
  {
    find: of(`(?<=\\b(?:before|by) )(?:the )?(?:(?:start|beginning|first) of )?${month}(?! ?\\d|day)(?= |[,.;!?]|$)`),
    resolve: (m, { order }) => calendar.monthDay(order, monthNumber(m[1] ?? ''), 1) ?? undefined,
    examples: [['before december', '2026-12-01']],
  },
  {
    find: of(`(?:(?:next|the following) weekend|(?:week|wk|cw|kw) ?\\d{1,2}(?!\\d| ?(?:days?|weeks?)))\\b`),
    resolve: () => null,
    examples: [['next weekend', null]],
  },
  {
    find: of(`(?:the )?(?:year(?:'?s)?[- ]end|end of (?:the |this )?year|eoy|year is (?:out|over|up))\\b`),
    resolve: (_, { order }) => calendar.exact(order.year, 12, 31),
    examples: [
      ['year end', '2026-12-31'],
      ['end of the year', '2026-12-31'],
    ],
  },
  {
    find: of(`(?:the )?(?:end of (?:the |this )?quarter|quarter(?:'?s)?[- ]end|eoq)\\b`),
    resolve: (_, { order }) => calendar.endOfQuarter(order, 0),
    examples: [['quarter end', '2026-12-31']],
  },
  {
    find: of(`within (?:the|a) week\\b`),
    resolve: (_, { order }) => order.add({ days: 7 }),
    kind: 'limit',
    examples: [['within the week', '2026-12-02']],
  },
  {
    find: of(
      `(?:(?:max(?:imum)?|at most|no (?:more|longer) than|under) (\\d{1,3}) days?|(${englishCount}) days? (?:max(?:imum)?|tops|at (?:most|the (?:most|latest))))\\b`,
    ),
    resolve: (m, { order }) => order.add({ days: number(m[1] ?? m[2]) }),
    kind: 'limit',
    examples: [
      ['max 5 days', '2026-11-30'],
      ['three days max', '2026-11-28'],
    ],
  },
  {
    find: of(
      `(?:(?:max(?:imum)?|at most|no (?:more|longer) than|under) (\\d{1,3}) (?:business|working|work) ?days?|(${englishCount}) (?:business|working|work) ?days? (?:max(?:imum)?|tops|at (?:most|the (?:most|latest))))\\b`,
    ),
    resolve: (m, { order }) => calendar.workingDaysAfter(order, Math.min(number(m[1] ?? m[2]), 750)),
    kind: 'limit',
    examples: [['5 business days max', '2026-12-02']],
  },
  {
    find: of(`(?:the )(${ordinals.join('|')})(?= ?(?:[,.;!?]|$|of the month|please|so|for|at|if|and|or)\\b|[,.;!?]|$)`),
    resolve: (m, { order, namedMonth }) => {
      const wanted = ordinals.indexOf(m[1] ?? '') + 1;
      return (namedMonth ? calendar.monthDay(order, namedMonth, wanted) : calendar.dayOfMonth(order, wanted)) ?? undefined;
    },
    examples: [['the ninth', '2026-12-09']],
  },
  {
    find: of(`(?:the )?end of next week\\b`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 5, 1),
    examples: [['end of next week', '2026-12-04']],
  },
  {
    find: of(`(?:the )?(?:end of (?:the |this )?week|eow|(?<=\\b(?:before|by) )(?:the |this )?weekend)\\b`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 5, 0),
    examples: [
      ['eow', '2026-11-27'],
      ['end of the week', '2026-11-27'],
      ['by the weekend', '2026-11-27'],
    ],
  },
  {
    find: of(`(?:within |sometime |any ?time )this week\\b`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 7, 0),
    kind: 'limit',
    examples: [['within this week', '2026-11-29']],
  },
  {
    find: of(`(?:within |sometime |any ?time )next week\\b`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 7, 1),
    kind: 'limit',
    examples: [['sometime next week', '2026-12-06']],
  },
  {
    find: of(
      `(?:(?:early|mid|middle of|late|beginning of|start of|sometime in|some time in|around|first half of|second half of)[- ]?(?:the |in )?(?:next (?:month|week|year)|(?:this |the )?month|${month})|next (?:month|week)|(?<=\\b(?:before|by) )(?:the )?(?:holidays?(?: season)?|half[- ]term|summer break|festive season)|(?<=\\bby )(?:the )?(?:spring|summer|autumn|fall|winter))(?! \\d)`,
    ),
    resolve: () => null,
    examples: [
      ['early next month', null],
      ['mid december', null],
    ],
  },
];

function countIn(phrase: string): string {
  return new RegExp(`(?:within|in|inside) (?:the )?(?:next )?(${englishCount})`).exec(phrase)?.[1] ?? '';
}
