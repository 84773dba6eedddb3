import { fold } from '../../../text/fold.ts';
import { readNumber } from '../../rules/text/numbers.ts';
import { findClocks } from '../../rules/dates/clock.ts';
import { findDates } from '../../rules/dates/find.ts';
import { deadlineWords } from '../../rules/words/deadline.ts';
import type { Span } from '../../reading.ts';
import { isSoon } from '../../rules/human.ts';
import type { NoteAnswer } from '../question.ts';
import type { Saying } from '../second.ts';
import { claim, type Claim, type Court } from './court.ts';
import { without } from './within.ts';

/** How soon: urgency, and the day the goods are wanted by. No guess is ever used as it is: code resolves the quoted words itself. */
export function verifyDates(court: Court, answer: NoteAnswer): Claim[] {
  const days = deadline(court, answer);
  return [...urgency(court, answer.urgent, days), ...days, ...windowOf(court, answer.delivery_window)];
}

function urgency(court: Court, { value, quote }: NoteAnswer['urgent'], days: readonly Claim[]): Claim[] {
  const says: Saying = { field: 'urgent', value };
  const read = court.rules.urgent;
  if (quote !== null && quote.trim() !== '') {
    // that there is no hurry, which the rules have not read, is told only beside a hard day that is near
    if (!read && !value && !days.some(({ says, rejected }) => !rejected && says.field === 'deadline' && says.strict && says.isSoon))
      return [];
    return [claim(court, says, quote, { agrees: read?.value === value, disagrees: read !== null && read.value !== value })];
  }
  if (value) return [claim(court, says, '')];
  // the model does not see what the rules have seen
  return read?.value ? [claim(court, says, '', { found: { span: read.evidence, sure: true }, disagrees: true })] : [];
}

function deadline(court: Court, answer: NoteAnswer): Claim[] {
  const said = answer.deadline;
  const read = court.rules.deadline;
  if (!said) {
    if (!read || isInWindow(court, answer, read.evidence)) return [];
    const says: Saying = { field: 'deadline', date: null, time: null, strict: false };
    return [claim(court, says, '', { found: { span: read.evidence, sure: true }, disagrees: true })];
  }
  const plain = fold(said.quote.slice(0, 500)).text;
  const named = findDates(plain, court.note.orderDate, court.note.timeZone);
  // of several days or hours in the words the model says which it means; one that is not in them counts for nothing
  const mention = named.find((day) => day.date?.toString() === said.iso_guess) ?? named[0];
  const date = mention?.date?.toString() ?? null;
  const hours = findClocks(plain, readNumber).map(({ time }) => time);
  const hour = hours.find((time) => time === said.time_guess);
  const sameDay = read !== null && mention !== undefined && read.date === date ? read : null;
  // how hard a day is that the rules know, they know; that it is harder, or the hour of it, is asked where the words say more than the day
  const asked = date === null ? null : sameDay;
  const isHarder = asked !== null && !asked.strict && said.strict && saysMore(court, said.quote, asked.evidence);
  const isCloser = asked !== null && asked.time === null && hour !== undefined;
  const agrees = sameDay !== null && !isHarder && !isCloser;
  const says: Saying = {
    field: 'deadline',
    date,
    time: sameDay ? (sameDay.time ?? hour ?? null) : (hour ?? hours[0] ?? null),
    strict: sameDay ? sameDay.strict || isHarder : said.strict || deadlineWords.strict.test(plain),
    ...nearness(court.note.orderDate, date),
  };
  return [
    claim(court, says, said.quote, {
      agrees,
      disagrees: read !== null && !agrees,
      parsed: date !== null,
      rejected: mention ? null : 'not_a_date',
      value: written(said.iso_guess, said.time_guess),
    }),
  ];
}

/** "Next Friday works": whether that is a day or the time of an appointment, the day is in it, unless it is put off or ruled out. */
function isInWindow({ lookup }: Court, { delivery_window, flags }: NoteAnswer, day: Span): boolean {
  const wishes = flags.slice(0, 40).filter(({ flag }) => flag === 'delivery_window');
  return [...(delivery_window ? [delivery_window] : []), ...wishes].some(({ quote }) => {
    const span = lookup.find(quote)?.span;
    return span !== undefined && span.start <= day.start && day.end <= span.end && !notThen.test(fold(span.text).text);
  });
}
const notThen =
  /\b(?:except|other than|apart from|but not|not on|not before|no (?:earlier|sooner)|don't|do not|never|nothing|after|from|onwards?)\b|[之以]后|后再|才|起|除了?|别|不要|不能|不可|唔好|勿/;

/** The words are of more than the day. */
function saysMore({ lookup, instructions }: Court, quote: string, day: Span): boolean {
  const span = lookup.find(quote, instructions)?.span;
  return span !== undefined && /\p{L}{2}/u.test(without([day], span));
}

/** A day before the order, or one on which nobody can take their time. */
const nearness = (order: Temporal.PlainDate, date: string | null): { isPast?: true; isSoon?: true } => ({
  ...(date !== null && date < order.toString() ? { isPast: true } : {}),
  ...(date !== null && isSoon(order, date) ? { isSoon: true } : {}),
});

/** An appointment is no deadline; that there is one is a wish like others. */
function windowOf(court: Court, said: NoteAnswer['delivery_window']): Claim[] {
  if (!said) return [];
  const agrees = court.rules.flags.some(({ flag }) => flag === 'delivery_window');
  return [
    claim(court, { field: 'flag', flag: 'delivery_window' }, said.quote, {
      agrees,
      value: written(said.not_before, said.from_time, said.to_time),
    }),
  ];
}

/** What was guessed, as it was written; null where nothing was. */
const written = (...guesses: (string | null)[]): string | null => guesses.filter((guess) => guess !== null).join(' ') || null;
