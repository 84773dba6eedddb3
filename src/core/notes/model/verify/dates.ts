import { fold } from '../../../text/fold.ts';
import { readNumber } from '../../rules/text/numbers.ts';
import { findClocks } from '../../rules/dates/clock.ts';
import { findDates } from '../../rules/dates/find.ts';
import { deadlineWords } from '../../rules/words/deadline.ts';
import type { NoteAnswer } from '../question.ts';
import type { Saying } from '../second.ts';
import { claim, type Claim, type Court } from './court.ts';

/** How soon: urgency, and the day the goods are wanted by. A guessed date is never used: code resolves the quoted words itself. */
export function verifyDates(court: Court, answer: NoteAnswer): Claim[] {
  return [...urgency(court, answer.urgent), ...deadline(court, answer.deadline), ...windowOf(court, answer.delivery_window)];
}

function urgency(court: Court, { value, quote }: NoteAnswer['urgent']): Claim[] {
  const says: Saying = { field: 'urgent', value };
  const read = court.rules.urgent;
  if (quote !== null && quote.trim() !== '') {
    // where neither speaks of speed there is nothing to tell
    if (!read && !value) return [];
    return [claim(court, says, quote, { agrees: read?.value === value, disagrees: read !== null && read.value !== value })];
  }
  if (value) return [claim(court, says, '')];
  // the model does not see what the rules have seen
  return read?.value ? [claim(court, says, '', { found: { span: read.evidence, sure: true }, disagrees: true })] : [];
}

function deadline(court: Court, said: NoteAnswer['deadline']): Claim[] {
  const read = court.rules.deadline;
  if (!said) {
    if (!read) return [];
    const says: Saying = { field: 'deadline', date: null, time: null, strict: false };
    return [claim(court, says, '', { found: { span: read.evidence, sure: true }, disagrees: true })];
  }
  const plain = fold(said.quote.slice(0, 500)).text;
  const [mention] = findDates(plain, court.note.orderDate, court.note.timeZone);
  const date = mention?.date?.toString() ?? null;
  const agrees = read !== null && mention !== undefined && read.date === date;
  const says: Saying = {
    field: 'deadline',
    date,
    time: findClocks(plain, readNumber)[0]?.time ?? null,
    // how hard a day is that the rules know, they know; of another a colleague is asked with all that the model makes of it
    strict: agrees ? read.strict : said.strict || deadlineWords.strict.test(plain),
    ...(date !== null && date < court.note.orderDate.toString() ? { isPast: true } : {}),
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
