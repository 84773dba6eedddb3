import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { json } from '../json.ts';
import type { Touch } from './touch.ts';

/** How satisfied a customer was, in their own number and words. */
export interface SurveyAnswer {
  score: number;
  comment: string | null;
}

export async function putSurveyAnswer(turn: Turn, touch: Touch, { score, comment }: SurveyAnswer): Promise<void> {
  await turn.tx`
    insert into survey_answers (id, touch_id, customer_id, order_id, kind, score, comment, asked_at, answered_at)
    values (${turn.ids.uuid()}, ${touch.id}, ${touch.customerId}, ${touch.orderId}, 'csat', ${score}, ${comment}, ${touch.sentAt},
      ${turn.now})`;
}

/** An answer that another program had asked for. */
export interface BroughtAnswer extends SurveyAnswer {
  id: string;
  customerId: string;
  orderId: string;
  askedAt: Temporal.Instant;
  answeredAt: Temporal.Instant;
}

export async function bringSurveyAnswers({ tx }: Turn, answers: readonly BroughtAnswer[]): Promise<void> {
  const rows = answers.map(({ customerId, orderId, askedAt, answeredAt, ...answer }) => ({
    ...answer,
    customer_id: customerId,
    order_id: orderId,
    asked_at: askedAt,
    answered_at: answeredAt,
  }));
  await tx`
    insert into survey_answers (id, customer_id, order_id, kind, score, comment, asked_at, answered_at)
    select id, customer_id, order_id, 'csat', score, comment, asked_at, answered_at
    from jsonb_to_recordset(${json(tx, rows)}) as a (id uuid, customer_id uuid, order_id uuid, score smallint, comment text,
      asked_at timestamptz, answered_at timestamptz)`;
}

export async function putComment(turn: Turn, touchId: string, comment: string): Promise<void> {
  await turn.tx`update survey_answers set comment = ${comment} where touch_id = ${touchId}`;
}

export async function surveyAnswerOf(query: Query, touchId: string): Promise<SurveyAnswer | null> {
  const [row] = await query<SurveyAnswer[]>`select score, comment from survey_answers where touch_id = ${touchId}`;
  return row ?? null;
}

/** The best answer to a survey about one of these orders; null where none was given. */
export async function bestScore(query: Query, orderIds: readonly string[]): Promise<number | null> {
  const [row] = await query<{ score: number | null }[]>`
    select max(a.score)::int as score
    from touch_orders o
    join survey_answers a on a.touch_id = o.touch_id
    where o.order_id = any (${[...orderIds]}::uuid[])`;
  return row?.score ?? null;
}

/** How satisfied a customer said they were last; null where they never did. */
export async function lastScore(query: Query, customerId: string): Promise<number | null> {
  const [row] = await query<{ score: number }[]>`
    select score
    from survey_answers
    where customer_id = ${customerId}
    order by answered_at desc
    limit 1`;
  return row?.score ?? null;
}
