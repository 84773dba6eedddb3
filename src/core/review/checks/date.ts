import { notBefore } from '../../notes/not-before.ts';
import { pass, review, type Check } from './check.ts';

/** A8: the date the customer asked for can be met; a later one is fine when they saw it before they confirmed, an earlier one than they want is not. */
export const date: Check = ({ order, report, gapShown }) => {
  const { requestedDate, reading } = order;
  const waits = notBefore(reading)?.toString();
  if (waits !== undefined && waits > report.promise) return review('A8', 'date_not_before', { asked: waits, promise: report.promise });
  const asked = requestedDate?.toString() ?? null;
  if (asked === null || asked >= report.promise) return pass('A8');
  const params = { asked, promise: report.promise };
  const deadline = reading?.deadline;
  if (deadline?.strict && deadline.date === asked) return review('A8', 'date_impossible', params);
  return gapShown
    ? { code: 'A8', outcome: 'warn', points: 0, reason: { key: 'date_later', params } }
    : review('A8', 'date_gap_unseen', params);
};
