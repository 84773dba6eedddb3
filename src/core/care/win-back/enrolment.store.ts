import type { Query, Tx } from '../../ports.ts';
import type { Outcome } from './effect.decide.ts';
import type { Arm, Enrolment } from './win-back.ts';

/** False when this round of the customer's was assigned by somebody else meanwhile. */
export async function insertEnrolment(tx: Tx, enrolment: Enrolment): Promise<boolean> {
  const inserted = await tx`
    insert into enrolments (id, campaign, customer_id, round, arm, last_order_id, last_ordered_at, silent_days, allowed_days, usual_days,
      assigned_at, state)
    values (${enrolment.id}, 'win_back', ${enrolment.customerId}, ${enrolment.round}, ${enrolment.arm}, ${enrolment.lastOrderId},
      ${enrolment.lastOrderedAt}, ${enrolment.silentDays}, ${enrolment.allowedDays}, ${enrolment.usualDays}, ${enrolment.assignedAt},
      ${enrolment.state})
    on conflict (campaign, customer_id, round) do nothing`;
  return inserted.count === 1;
}

/** Ends an assignment that is under way; one that is over stays as it ended. */
export async function endEnrolment(tx: Tx, id: string, because: string, now: Temporal.Instant): Promise<boolean> {
  const ended = await tx`
    update enrolments
    set state = 'over',
      over_at = ${now},
      over_because = ${because}
    where id = ${id}
      and state = 'under_way'`;
  return ended.count === 1;
}

export async function findEnrolment(query: Query, id: string): Promise<Enrolment | null> {
  const [row] = await query<Enrolment[]>`select ${columns(query)} from enrolments where id = ${id}`;
  return row ?? null;
}

/** The last assignment of a customer. */
export async function lastEnrolment(query: Query, customerId: string): Promise<Enrolment | null> {
  const [row] = await query<Enrolment[]>`
    select ${columns(query)}
    from enrolments
    where campaign = 'win_back'
      and customer_id = ${customerId}
    order by round desc
    limit 1`;
  return row ?? null;
}

/** The assignment by which somebody is being written to now. */
export async function enrolmentUnderWay(query: Query, customerId: string): Promise<Enrolment | null> {
  const [row] = await query<Enrolment[]>`
    select ${columns(query)}
    from enrolments
    where customer_id = ${customerId}
      and state = 'under_way'
    order by round desc
    limit 1`;
  return row ?? null;
}

/** How many of each arm were assigned up to a moment, and how many of those ordered within so many hours. */
export async function outcomes(query: Query, until: Temporal.Instant, hours: number): Promise<Record<Arm, Outcome>> {
  const rows = await query<(Outcome & { arm: Arm })[]>`
    select e.arm, count(*)::int as n,
      (count(*) filter (where exists (
        select
        from orders o
        where o.customer_id = e.customer_id
          and o.created_at > e.assigned_at - interval '8 days'
          and o.submitted_at >= e.assigned_at
          and o.submitted_at <= e.assigned_at + make_interval(hours => ${hours}::int)
          and o.state not in ('draft', 'cancelled', 'rejected', 'expired'))))::int as reordered
    from enrolments e
    where e.campaign = 'win_back'
      and e.assigned_at <= ${until}
    group by e.arm`;
  const of = (arm: Arm): Outcome => {
    const { n, reordered } = rows.find((row) => row.arm === arm) ?? { n: 0, reordered: 0 };
    return { n, reordered };
  };
  return { treated: of('treated'), holdout: of('holdout') };
}

/** How many were assigned so lately that it is too early to count them. */
export async function assignedSince(query: Query, since: Temporal.Instant): Promise<number> {
  const [row] = await query<{ n: number }[]>`
    select count(*)::int as n from enrolments where campaign = 'win_back' and assigned_at > ${since}`;
  return row?.n ?? 0;
}

const columns = (query: Query) => query`
  id, customer_id as "customerId", round, arm, last_order_id as "lastOrderId", last_ordered_at as "lastOrderedAt",
    silent_days as "silentDays", allowed_days as "allowedDays", usual_days as "usualDays", assigned_at as "assignedAt", state,
    over_at as "overAt", over_because as "overBecause"`;
