import type { CampaignName, Touch } from './touch.ts';
import type { SurveyAnswer } from './survey.store.ts';

export const touchActions = [
  'all_good',
  'problem',
  'book',
  'not_now',
  'csat_1',
  'csat_2',
  'csat_3',
  'csat_4',
  'csat_5',
  'comment',
  'opt_out',
] as const;
export type TouchAction = (typeof touchActions)[number];

export const isTouchAction = (action: string): action is TouchAction => touchActions.some((known) => known === action);

/** What a step of a campaign may be answered with. */
const answersOf: Record<CampaignName, Record<string, readonly TouchAction[]>> = {
  follow_up: {
    arrived: ['all_good', 'problem'],
    tips: ['book', 'not_now', 'opt_out'],
    csat: ['csat_1', 'csat_2', 'csat_3', 'csat_4', 'csat_5', 'comment', 'opt_out'],
    close: ['all_good', 'problem', 'opt_out'],
  },
  // what stands under these is ordering again, and no more of them
  win_back: {},
};

/** What must follow an answer, as data; `answering.act.ts` performs it. */
export type CareEffect =
  | { kind: 'accept' }
  | { kind: 'trouble'; code: 'customer_problem' | 'low_score'; score: number | null; words: string }
  | { kind: 'rate'; score: number; comment: string | null }
  | { kind: 'comment'; text: string }
  | { kind: 'book' }
  | { kind: 'opt_out' };

/** Which words the card shows from now on. */
export type Answered = 'all_good' | 'problem' | 'book' | 'not_now' | 'satisfied' | 'improvable' | 'dissatisfied' | 'commented' | 'opt_out';

export type RefusedAnswer = 'unknown_touch' | 'not_yours' | 'already_answered' | 'too_late' | 'score_missing' | 'no_words' | 'too_long';

export type Judged =
  /** `answer` is kept with the touch; null where it has its answer already. */
  { ok: true; answer: TouchAction | null; shows: Answered; effects: CareEffect[] } | { ok: false; code: RefusedAnswer };

export interface Given {
  touch: Touch;
  action: TouchAction;
  /** What was answered to a survey before. */
  survey: SurveyAnswer | null;
  text: string;
  score: string;
  now: Temporal.Instant;
}

/** So long a question may be answered; something that is wrong may be said for ever. */
const answerDays = 30;
/** As long as any message may be. */
export const mostCharacters = 20_000;
const lowest = 2;

/** What an answer of the customer it was for means. Each question is answered once; words may follow a number. */
export function judgeAnswer({ touch, action, survey, text, score, now }: Given): Judged {
  const { sentAt } = touch;
  const may = answersOf[touch.campaign][touch.step] ?? [];
  if (!sentAt || !may.includes(action)) return { ok: false, code: 'unknown_touch' };
  if (text.length > mostCharacters) return { ok: false, code: 'too_long' };
  const said = text.trim();
  // no more such messages: whenever it is said, and whatever was said before
  if (action === 'opt_out')
    return { ok: true, answer: touch.answer === null ? action : null, shows: 'opt_out', effects: [{ kind: 'opt_out' }] };
  const addsWords = action === 'comment' && survey !== null && survey.comment === null;
  if (touch.answer !== null && !addsWords) return { ok: false, code: 'already_answered' };
  const isLate = Temporal.Instant.compare(now, sentAt.add({ hours: answerDays * 24 })) > 0;
  if (isLate && action !== 'problem') return { ok: false, code: 'too_late' };
  switch (action) {
    case 'all_good':
      return { ok: true, answer: action, shows: action, effects: [{ kind: 'accept' }] };
    case 'problem':
      return {
        ok: true,
        answer: action,
        shows: action,
        effects: [{ kind: 'trouble', code: 'customer_problem', score: null, words: said }],
      };
    case 'book':
      return { ok: true, answer: action, shows: action, effects: [{ kind: 'book' }] };
    case 'not_now':
      return { ok: true, answer: action, shows: action, effects: [] };
    case 'comment':
      return comment(survey, score, said);
    default:
      return rated(Number(action.slice('csat_'.length)), said === '' ? null : said);
  }
}

function comment(survey: SurveyAnswer | null, score: string, said: string): Judged {
  if (said === '') return { ok: false, code: 'no_words' };
  if (!survey) return /^[1-5]$/.test(score) ? rated(Number(score), said) : { ok: false, code: 'score_missing' };
  const goesOn = survey.score <= lowest ? [troubleOf(survey.score, said)] : [];
  return { ok: true, answer: null, shows: 'commented', effects: [{ kind: 'comment', text: said }, ...goesOn] };
}

function rated(score: number, said: string | null): Judged {
  const answer = touchActions.find((one) => one === `csat_${score}`) ?? null;
  const rate: CareEffect = { kind: 'rate', score, comment: said };
  if (score <= lowest) return { ok: true, answer, shows: 'dissatisfied', effects: [rate, troubleOf(score, said ?? '')] };
  return { ok: true, answer, shows: said !== null ? 'commented' : score === 3 ? 'improvable' : 'satisfied', effects: [rate] };
}

/** A number without words reaches colleagues as stars, which everybody reads. */
const troubleOf = (score: number, said: string): CareEffect => ({
  kind: 'trouble',
  code: 'low_score',
  score,
  words: [`${'★'.repeat(score)}${'☆'.repeat(5 - score)} ${score}/5`, said].filter(Boolean).join('\n'),
});
