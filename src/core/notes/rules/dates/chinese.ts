import { count, readNumber } from '../text/numbers.ts';
import * as calendar from './calendar.ts';
import { inYear } from './english.words.ts';
import type { DatePattern } from './pattern.ts';

export const small = '[0-9一二三四五六七八九十廿卅两]{1,3}';
export const number = (written: string | undefined) => Math.min(readNumber(written ?? '') ?? 0, 3_000);
export const weekdayNumber = (name: string) => '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1 || Number(name) || 7;
const weeksAway: Record<string, number> = { 上: -1, 这: 0, 这个: 0, 本: 0, 今: 0, 呢个: 0, 下: 1, 下个: 1, 下下: 2, 下下个: 2 };
export const of = (source: string) => new RegExp(source, 'g');

export const chineseDates: DatePattern[] = [
  {
    namesMonth: true,
    find: of(`(?:(明年|今年|20\\d\\d年)的?)?(${small}) ?月 ?(?:份的?)?(${small}) ?[日号]?`),
    resolve: (m, { order }) => {
      const [month, day] = [number(m[2]), number(m[3])];
      const year = m[1] === '明年' ? order.year + 1 : m[1] === '今年' ? order.year : m[1]?.slice(0, 4);
      return inYear(order, month, day, year?.toString()) ?? (/[日号]$/.test(m[0]) && day > 0 && day <= 31 ? null : undefined);
    },
    examples: [
      ['12月5日', '2026-12-05'],
      ['十二月五号', '2026-12-05'],
      ['11月24号', '2027-11-24'],
      ['明年1月3日', '2027-01-03'],
      ['2026年12月8日', '2026-12-08'],
      ['11月31号', null],
    ],
  },
  {
    find: of(`(下下个?|下个?|这个|本|今个?)月的?(${small}) ?[日号]`),
    resolve: (m, { order }) =>
      number(m[2]) > 31
        ? undefined
        : calendar.dayInMonth(order, m[1]?.startsWith('下下') ? 2 : m[1]?.startsWith('下') ? 1 : 0, number(m[2])),
    examples: [
      ['下个月5号', '2026-12-05'],
      ['本月28号', '2026-11-28'],
      ['下月十号', '2026-12-10'],
      ['这个月31号', null],
    ],
  },
  {
    find: of(
      `(?<![0-9一二三四五六七八九十廿卅月.x第前隔每后早成几柄]|[差迟慢误拖超晚](?=[一两]日))(${small}) ?[号日](?![0-9楼店院门机线码字色仓期内室库桌馆电货铺房床车位厅柜针圈]|[的嘅](?=[,.;、!?。~]|$)|的?(?:圈|针|鞋|码|戒|指围|柜子?|门牌|楼|房|包厢|摊))`,
    ),
    resolve: (m, { order, namedMonth }) =>
      (namedMonth ? calendar.monthDay(order, namedMonth, number(m[1])) : calendar.dayOfMonth(order, number(m[1]))) ?? undefined,
    examples: [
      ['15号', '2026-12-15'],
      ['二十八号', '2026-11-28'],
      ['25日', '2026-11-25'],
    ],
  },
  {
    namesMonth: true,
    find: of(
      `(?<![0-9.])(\\d{1,2})[.-](\\d{1,2})(?=号|日|之?前|以前|要|到|截止|交|发|开|办|举行|搬|入伙|出发|有个|我们|公司|晚上|早上|上午|下午|中午|送货|需要|必须|婚礼|年会|活动|生日|用)|(?<=(?:最[晚迟]|截止|赶在|交期)(?:到|是|在|:)?) ?(\\d{1,2})[.-](\\d{1,2})(?![0-9])`,
    ),
    resolve: (m, { order }) => calendar.monthDay(order, Number(m[1] ?? m[3]), Number(m[2] ?? m[4])) ?? undefined,
    examples: [
      ['12.28前', '2026-12-28'],
      ['最晚12.8', '2026-12-08'],
    ],
  },
  {
    find: of(
      `(下下个?|下个?|这个?|本|今个?|呢个)?(?:周|星期|礼拜)([一二三四五六日天1-7])(?![0-9天]|个(?!展|会|活动|婚礼|比赛|演出|聚会|派对|宴|生日|party|event|show|meeting|dinner|wedding|launch|demo|新|大))`,
    ),
    resolve: (m, { order }) => {
      const wanted = weekdayNumber(m[2] ?? '');
      return m[1] === undefined ? calendar.weekdayAfter(order, wanted) : calendar.weekdayInWeek(order, wanted, weeksAway[m[1]] ?? 0);
    },
    examples: [
      ['周五', '2026-11-27'],
      ['星期三', '2026-12-02'],
      ['礼拜天', '2026-11-29'],
      ['本周二', '2026-11-24'],
      ['这周五', '2026-11-27'],
      ['下周三', '2026-12-02'],
      ['下下周一', '2026-12-07'],
      ['下周日', '2026-12-06'],
      ['下个星期五', '2026-12-04'],
      ['星期日个party', '2026-11-29'],
    ],
  },
  {
    find: of(`(?:今天|今日|今晚|今儿|今朝|今晏|今夜|(?<!节|会|礼|日|那|第)当天)`),
    resolve: (_, { order }) => order,
    kind: 'near',
    examples: [['今天', '2026-11-25']],
  },
  {
    find: of(`(?:明天|明日|明早|明晚|明儿|听日|听朝|听晚|听早)`),
    resolve: (_, { order }) => order.add({ days: 1 }),
    kind: 'near',
    examples: [
      ['明天', '2026-11-26'],
      ['听日', '2026-11-26'],
    ],
  },
  {
    find: of(`(?:(?<![雨饭之以最然午事课背先])后天(?![空色性气]|下(?![午昼班雨雪])|台(?!风)|花(?![店园篮展会市束]))|后日(?!期|常))`),
    resolve: (_, { order }) => order.add({ days: 2 }),
    kind: 'near',
    examples: [['后天', '2026-11-27']],
  },
  { find: of(`(?:大后天|大后日)`), resolve: (_, { order }) => order.add({ days: 3 }), kind: 'near', examples: [['大后天', '2026-11-28']] },
  {
    find: of(`(${count}) ?[天日](?:之内|以内|内)`),
    resolve: (m, { order }) => order.add({ days: Math.ceil(number(m[1])) }),
    kind: 'limit',
    examples: [
      ['3天内', '2026-11-28'],
      ['十天之内', '2026-12-05'],
      ['两天以内', '2026-11-27'],
    ],
  },
  {
    find: of(`(${count}) ?[天日](?:之后|以后|后)(?=就?要|用|到|收|需)`),
    resolve: (m, { order }) => order.add({ days: Math.ceil(number(m[1])) }),
    kind: 'limit',
    examples: [['3天后要用', '2026-11-28']],
  },
  {
    find: of(`(${count}) ?个? ?(?:工作[天日]|(?:working|business) days?)(?: ?(?:之内|以内|内))?`),
    resolve: (m, { order }) => calendar.workingDaysAfter(order, Math.min(Math.ceil(number(m[1])), 750)),
    kind: 'limit',
    examples: [
      ['5个工作日内', '2026-12-02'],
      ['三个工作日', '2026-11-30'],
      ['5 个 working days 内', '2026-12-02'],
    ],
  },
  {
    find: of(`(${count}) ?(?:个)?(?:周|星期|礼拜)(?:之内|以内|内)`),
    resolve: (m, { order }) => order.add({ days: Math.ceil(7 * number(m[1])) }),
    kind: 'limit',
    examples: [
      ['一周内', '2026-12-02'],
      ['两个星期内', '2026-12-09'],
    ],
  },
  {
    find: of(`(${count}) ?个?(?:小时|钟头)(?:之内|以内|内)`),
    resolve: (m, { order }) => order.add({ days: Math.ceil(number(m[1]) / 24) }),
    kind: 'limit',
    examples: [
      ['48小时内', '2026-11-27'],
      ['24小时之内', '2026-11-26'],
    ],
  },
  {
    find: of(`半个?月(?:之内|以内|内)`),
    resolve: (_, { order }) => order.add({ days: 15 }),
    kind: 'limit',
    examples: [['半个月内', '2026-12-10']],
  },
  {
    find: of(`(?<!半)([0-9一二两三四五六]) ?个月(?:之内|以内|内)`),
    resolve: (m, { order }) => order.add({ months: number(m[1]) }),
    kind: 'limit',
    examples: [['一个月内', '2026-12-25']],
  },
  {
    find: of(`(?:(?:本|这|这个|今个?)?月(?:底|末|尾)|(?:本|这个?|今个?)月(?:之内|以内|内))`),
    resolve: (_, { order }) => calendar.endOfMonth(order, 0),
    examples: [
      ['月底', '2026-11-30'],
      ['这个月底', '2026-11-30'],
    ],
  },
  {
    find: of(`下个?月(?:底|末|尾|之内|以内|内)`),
    resolve: (_, { order }) => calendar.endOfMonth(order, 1),
    examples: [
      ['下月底', '2026-12-31'],
      ['下个月底', '2026-12-31'],
    ],
  },
  {
    find: of(`(${small})月(?:份)?(?:底|末|尾)`),
    resolve: (m, { order }) => (number(m[1]) >= 1 && number(m[1]) <= 12 ? calendar.endOfNamedMonth(order, number(m[1])) : undefined),
    examples: [
      ['1月底', '2027-01-31'],
      ['十二月底', '2026-12-31'],
    ],
  },
  {
    find: of(`(?<![0-9一二三四五六七八九十个])(${small})月(?:份)?(?=之?前|以前)`),
    resolve: (m, { order }) => calendar.monthDay(order, number(m[1]), 1) ?? undefined,
    examples: [['12月前', '2026-12-01']],
  },
  {
    find: of(`(?:今年)?年(?:底|末|尾)`),
    resolve: (_, { order }) => calendar.exact(order.year, 12, 31),
    examples: [['年底', '2026-12-31']],
  },
  {
    find: of(`(?:本|这个?)?季度?(?:之?内|末|底|尾)`),
    resolve: (_, { order }) => calendar.endOfQuarter(order, 0),
    examples: [['季度末', '2026-12-31']],
  },
  {
    find: of(`(?:本|这个?|今个?)(?:周|星期|礼拜)(?:之内|以内|内|里)`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 7, 0),
    kind: 'limit',
    examples: [
      ['本周内', '2026-11-29'],
      ['这周内', '2026-11-29'],
    ],
  },
  {
    find: of(`下个?(?:周|星期|礼拜)(?:之内|以内|内|里)`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 7, 1),
    kind: 'limit',
    examples: [['下周内', '2026-12-06']],
  },
  {
    find: of(`(?:(?:本|这个?)?周末)(?=之?前|以前)`),
    resolve: (_, { order }) => calendar.weekdayInWeek(order, 5, 0),
    examples: [['周末前', '2026-11-27']],
  },
  {
    // the calendar of the moon is not known here
    find: of(
      `(?:正月|腊月|冬月|农历[一二三四五六七八九十]{1,2}月|阴历[一二三四五六七八九十]{1,2}月|大年)?(?<!月)初[一二三四五六七八九十](?![级中次版步期稿审赛衷心恋夏秋冬春])|(?:正月|腊月)(?:十|廿|二十|三十)[一二三四五六七八九]?|年三十|年廿[八九]`,
    ),
    resolve: () => null,
    examples: [
      ['初八', null],
      ['正月十二', null],
    ],
  },
  {
    find: of(
      `(?:(?:下个?|本|这个?|${small})?月(?:初|中(?!旬|秋|午|国|文|学|间|心|途|式)|中旬|上旬|下旬)|年初|年前|过年前?|下个?(?:周|星期|礼拜|月)(?![一二三四五六日天末底初中上下内里0-9]))`,
    ),
    resolve: () => null,
    examples: [
      ['下月初', null],
      ['12月中旬', null],
      ['下个月', null],
    ],
  },
];
