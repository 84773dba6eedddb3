import { refusedFor, shorten, Unreadable, type ListRow } from '../../stock/list.ts';
import { readMoment, readText } from './cells.ts';
import type { Frame } from './order-list.decide.ts';
import type { PastAnswer, PastOrder, ReadPast, RefusedPastRow } from './past.ts';

/** The columns that are used of the reviews, the one file of the Olist layout that may be missing. */
export const reviewColumns = [
  'order_id',
  'review_score',
  'review_comment_title',
  'review_comment_message',
  'review_creation_date',
  'review_answer_timestamp',
] as const;

/** The orders with what their customers said about them; a review that cannot be read holds up no order. */
export function withReviews(read: ReadPast, reviews: readonly ListRow[], frame: Frame): ReadPast {
  const taken = new Map<string, PastOrder>(read.orders.map((order) => [order.ref, { ...order, answers: [] }]));
  const refused: RefusedPastRow[] = [];
  for (const { row, cells } of reviews) {
    try {
      const order = taken.get(cells['order_id'] ?? '');
      if (!order) throw new Unreadable('order_id is no order that can be taken');
      order.answers.push(readReview(cells, frame));
      order.rows += 1;
    } catch (error) {
      refused.push({ file: 'order_reviews', ...refusedFor(row, error) });
    }
  }
  return { ...read, rows: read.rows + reviews.length, orders: [...taken.values()], refused: [...read.refused, ...refused] };
}

function readReview(cells: ListRow['cells'], { timeZone, now }: Frame): PastAnswer {
  const score = cells['review_score'] ?? '';
  if (!/^[1-5]$/.test(score)) throw new Unreadable(`review_score must be 1 to 5, not "${shorten(score)}"`);
  const moment = (column: (typeof reviewColumns)[number]) => readMoment(column, cells[column] ?? '', timeZone);
  const answeredAt = moment('review_answer_timestamp');
  if (!answeredAt) throw new Unreadable('review_answer_timestamp is missing');
  if (Temporal.Instant.compare(answeredAt, now) > 0) throw new Unreadable('review_answer_timestamp lies in the future');
  const asked = moment('review_creation_date');
  const askedAt = asked && Temporal.Instant.compare(asked, answeredAt) < 0 ? asked : answeredAt;
  const [title = '', message = ''] = (['review_comment_title', 'review_comment_message'] as const).map((column) =>
    readText(column, cells[column] ?? '', 4000),
  );
  return { score: Number(score), comment: [title, message].filter(Boolean).join(': ') || null, askedAt, answeredAt };
}
