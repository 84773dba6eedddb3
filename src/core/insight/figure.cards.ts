import type { Scores } from '../care/figures.store.ts';
import type { LostMessages } from '../messages/lost.store.ts';
import type { GradedExceptions } from '../review/figures.store.ts';
import type { Words } from '../text/words.ts';

const codes = ['stock_out', 'customer_problem', 'low_score'] as const;
const reasons = ['blocked', 'not_in_chat', 'dm_closed', 'gone', 'moved', 'invalid', 'no_answer', 'not_shown'] as const;

/** What kind of exception it is and how bad; a kind that has no words yet is named as it is stored. */
export function exceptionWords({ code, grade }: Pick<GradedExceptions, 'code' | 'grade'>, t: Words): string {
  const known = codes.find((one) => one === code);
  return t('insight:graded', { code: known ? t(`insight:code.${known}`) : code, grade: t(`insight:grade.${grade}`) });
}

/** Why a message reached nobody; a reason that has no words yet is told as it is stored. */
export function reasonWords({ reason }: Pick<LostMessages, 'reason'>, t: Words): string {
  const stored = reason.replaceAll(' ', '_');
  const known = reasons.find((one) => one === stored);
  return known ? t(`insight:reason.${known}`) : reason;
}

/** A number somebody gave, as stars, which everybody reads. */
export const stars = ({ score }: Pick<Scores, 'score'>): string => `${'★'.repeat(score)}${'☆'.repeat(5 - score)}`;
