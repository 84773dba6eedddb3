import { count } from '../text/numbers.ts';
import * as calendar from './calendar.ts';
import { number, of, small, weekdayNumber } from './chinese.ts';
import type { DatePattern } from './pattern.ts';

/** Days that are counted: from today, or within a month; and those that no calendar of months holds. */
export const countedDates: DatePattern[] = [
  {
    // 再过十天, 还有两个礼拜, 三周后
    find: of(
      `(?:再过|再有|还有|还剩|仲有|只剩|就剩) ?(${count}) ?个?(天|日|周|星期|礼拜)(?![一二三四五六日末])|(?<!晚|迟|晚了|每|隔|提前)(${count}) ?个?(天|日|周|星期|礼拜)(?:之后|以后|过后|后)(?!付|再|给|结|才|打款|还款|发货|寄|送)`,
    ),
    resolve: (m, { order }) => order.add({ days: Math.ceil(number(m[1] ?? m[3]) * (/[天日]/.test(m[2] ?? m[4] ?? '') ? 1 : 7)) }),
    examples: [
      ['再过十天', '2026-12-05'],
      ['还有两个礼拜', '2026-12-09'],
      ['三周后', '2026-12-16'],
      ['5天后', '2026-11-30'],
    ],
  },
  {
    // 下个月第二个星期天, 12月的第一个周六, 本月最后一个周五
    namesMonth: true,
    find: of(`(下个?月|本月|这个月|${small}月)份?的?(?:第([一二三四五1-5])个|(最后一个))(?:周|星期|礼拜)([一二三四五六日天])`),
    resolve: (m, { order }) => {
      const named = /^[下本这]/.test(m[1] ?? '') ? null : number(m[1]?.slice(0, -1));
      const first =
        named === null
          ? order.with({ day: 1 }).add({ months: m[1]?.startsWith('下') ? 1 : 0 })
          : calendar.monthDay(order.with({ day: 1 }), named, 1);
      const day = weekdayNumber(m[4] ?? '');
      if (!first) return undefined;
      if (m[3])
        return first
          .add({ days: first.daysInMonth - 1 })
          .subtract({ days: (first.with({ day: first.daysInMonth }).dayOfWeek - day + 7) % 7 });
      return first.add({ days: ((day - first.dayOfWeek + 7) % 7) + 7 * (number(m[2]) - 1) });
    },
    examples: [
      ['下个月第二个星期天', '2026-12-13'],
      ['12月的第一个周六', '2026-12-05'],
      ['本月最后一个周五', '2026-11-27'],
    ],
  },
  {
    // 过了十五就没用了
    find: of(`(?<=过[了咗]|赶在|等到)(?:初[一二三四五六七八九十]|十五|月半|正月|腊月)(?![号日天个岁年])`),
    resolve: () => null,
    examples: [],
  },
  {
    // the terms of the sun and the seasons fall on another day each year
    find: of(
      `(?:立春|雨水|惊蛰|春分|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|小寒|大寒|开春|入冬|入夏|入秋|开学|放暑假|放寒假|节前|年前|双旦)(?=那[天日]|当[天日]|之?前|以前|要用|就要|得用)|冬至(?!饺)`,
    ),
    resolve: () => null,
    examples: [['立冬那天', null]],
  },
];
