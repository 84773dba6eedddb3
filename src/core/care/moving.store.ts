import type { Tx } from '../ports.ts';

/** What care keeps of a customer, by table. */
export interface CareMoved {
  touches: string[];
  answers: string[];
  coupons: string[];
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/**
 * Follow-ups, answers and coupons of one customer become another one's: all of them, or those named. Who is being won back stays
 * who was assigned: figures count everybody in the group they were in. The orders that spend a coupon go along with it.
 */
export async function moveCare(tx: Tx, from: string, to: string, only: CareMoved | null): Promise<CareMoved> {
  const all = only === null;
  const coupons = await tx<{ id: string }[]>`
    update coupons
    set customer_id = ${to}
    where customer_id = ${from}
      and (${all} or id = any (${only?.coupons ?? []}::uuid[]))
    returning id`;
  const touches = await tx<{ id: string }[]>`
    update touches
    set customer_id = ${to}
    where customer_id = ${from}
      and campaign = 'follow_up'
      and (${all} or id = any (${only?.touches ?? []}::uuid[]))
    returning id`;
  const answers = await tx<{ id: string }[]>`
    update survey_answers
    set customer_id = ${to}
    where customer_id = ${from}
      and (${all} or id = any (${only?.answers ?? []}::uuid[]))
    returning id`;
  return { touches: idsOf(touches), answers: idsOf(answers), coupons: idsOf(coupons) };
}
