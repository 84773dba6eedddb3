import type { Tx } from '../../../ports.ts';

/** How much may be spent, in millionths of the currency; null: as much as it takes. */
export interface Budget {
  day: bigint | null;
  month: bigint | null;
}

/** The spans in which a call falls, in the time zone of the business. */
export interface Period {
  day: Temporal.PlainDate;
  month: Temporal.PlainDate;
}

/**
 * Sets aside what a call may cost at most; false where that would be more than is left. One statement on one row: of several
 * processes that ask at once no two are given the same money.
 */
export async function reserve(tx: Tx, budget: Budget, { day, month }: Period, worst: bigint): Promise<boolean> {
  await tx`
    insert into model_budget (day, day_used, month, month_used)
    values (${day}, 0, ${month}, 0)
    on conflict do nothing`;
  const reserved = await tx`
    update model_budget
    set day = ${day},
      day_used = case when day = ${day} then day_used else 0 end + ${worst}::bigint,
      month = ${month},
      month_used = case when month = ${month} then month_used else 0 end + ${worst}::bigint
    where (${budget.day}::bigint is null or case when day = ${day} then day_used else 0 end + ${worst}::bigint <= ${budget.day})
      and (${budget.month}::bigint is null or case when month = ${month} then month_used else 0 end + ${worst}::bigint <= ${budget.month})`;
  return reserved.count === 1;
}

/** Puts what a call really cost in the place of what was set aside; a day or a month that is over stays as it is. */
export async function settle(tx: Tx, { day, month }: Period, worst: bigint, real: bigint): Promise<void> {
  await tx`
    update model_budget
    set day_used = case when day = ${day} then greatest(0, day_used - ${worst}::bigint + ${real}::bigint) else day_used end,
      month_used = case when month = ${month} then greatest(0, month_used - ${worst}::bigint + ${real}::bigint) else month_used end`;
}
