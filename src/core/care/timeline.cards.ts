import type { Remembered } from '../orders/timeline/remembered.decide.ts';
import type { Speaker } from '../people/person.ts';
import care from '../text/en/care.json' with { type: 'json' };
import timeline from '../text/en/timeline.json' with { type: 'json' };
import { moment } from '../text/format.ts';
import { words, type Words } from '../text/words.ts';
import { answerWords } from './answered.cards.ts';

type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

const isKey = <T extends object>(name: string, of: T): name is keyof T & string => Object.hasOwn(of, name);

/** What a touch is about, as people call it. */
export const stepWords = (step: string, t: Words): string => (isKey(step, care.step) ? t(`care:step.${step}`) : step);

/** What an event tells of touches and of what went wrong, one line each: which one, when, why, and what was answered. */
export function careWords({ touches, trouble, enrolment }: Remembered, reader: Reader): string[] {
  const t = words(reader.locale);
  const lines = touches.flatMap((touch): string[] => {
    if (!touch) return [];
    const at = touch.at === undefined ? null : momentWords(touch.at, reader);
    const why = touch.reason === undefined ? null : reasonWords(touch.reason, t);
    const value = touch.answer !== undefined ? answerWords(touch.answer, t) : at && why ? t('care:atBecause', { at, why }) : (at ?? why);
    const label = stepWords(touch.step, t);
    return [value === null ? label : t('timeline:set', { label, value })];
  });
  if (enrolment) return [...lines, ...enrolmentWords(enrolment, t)];
  if (!trouble) return lines;
  const grade = isKey(trouble.grade, care.grade) ? t(`care:grade.${trouble.grade}`) : trouble.grade;
  const code = isKey(trouble.code, care.trouble) ? t(`care:trouble.${trouble.code}`) : trouble.code;
  const by = trouble.by === undefined ? [] : [t('care:callBy', { by: momentWords(trouble.by, reader) })];
  const why = trouble.why !== undefined && isKey(trouble.why, care.raised) ? [t(`care:raised.${trouble.why}`)] : [];
  return [...lines, t('timeline:set', { label: code, value: grade }), ...why, ...by];
}

function enrolmentWords({ arm, silent, allowed, because }: NonNullable<Remembered['enrolment']>, t: Words): string[] {
  if (because !== undefined) return [t('care:over', { why: because === 'all_said' ? t('care:allSaid') : reasonWords(because, t) })];
  const told =
    silent === undefined || allowed === undefined ? [] : [t('care:silent', { silent: String(silent), allowed: String(allowed) })];
  return [t(`care:arm.${arm}`), ...told];
}

/** Why something was put off or not said, as people call it. */
export function reasonWords(reason: string, t: Words): string {
  if (isKey(reason, care.reason)) return t(`care:reason.${reason}`);
  return isKey(reason, timeline.undelivered) ? t(`timeline:undelivered.${reason}`) : reason;
}

function momentWords(stored: string, { timeZone, locale }: Reader): string {
  return /^\d{4}-\d\d-\d\dT/.test(stored) ? moment(Temporal.Instant.from(stored), timeZone, locale) : stored;
}
