const date = /^\d{4}-\d\d-\d\d$/;
const fromToday = new Map([
  ['today', 0],
  ['今天', 0],
  ['tomorrow', 1],
  ['明天', 1],
  ['后天', 2],
  ['後天', 2],
]);
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const chineseWeekday = /^(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])$/u;

/** Monday is 1. */
function weekdayOf(word: string): number | null {
  const [, chinese] = chineseWeekday.exec(word) ?? [];
  const at = chinese === undefined ? weekdays.indexOf(word.toLowerCase()) : '一二三四五六日'.indexOf(chinese.replace('天', '日'));
  return at < 0 ? null : at + 1;
}

/** Whether a word among names is a day. */
export const isDay = (word: string): boolean => date.test(word) || fromToday.has(word.toLowerCase()) || weekdayOf(word) !== null;

/** The day a word means; a weekday is the next one of that name, today included. Null where there is no such day. */
export function dayOf(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const word = typed.trim();
  const days = fromToday.get(word.toLowerCase());
  if (days !== undefined) return today.add({ days });
  const weekday = weekdayOf(word);
  if (weekday !== null) return today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
  try {
    return Temporal.PlainDate.from(word, { overflow: 'reject' });
  } catch {
    return null;
  }
}
