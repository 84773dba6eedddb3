import { json } from '../json.ts';
import type { Role } from '../orders/actions.ts';
import type { Query, Tx } from '../ports.ts';
import type { Turn } from '../turn.ts';

export interface Reason {
  key: string;
  params: Record<string, string>;
}

/** What a colleague asked the customer, and what came back. */
export interface Question {
  by: string;
  text: string;
  answer: string | null;
}

/** The one approval of an order that waits for somebody. */
export interface PendingApproval {
  eligibleRole: Role;
  /** The colleague it was handed to by name; null: anybody of the role. */
  assignee: { id: string; name: string } | null;
  dueAt: Temporal.Instant;
  /** Since when the clock stands still, because the customer was asked. */
  pausedAt: Temporal.Instant | null;
  askedBy: string | null;
  questions: Question[];
}

export interface NewApproval {
  orderId: string;
  version: number;
  role: Role;
  assignee: string | null;
  reasons: Reason[];
  dueAt: Temporal.Instant;
  /** What was asked before it was handed over. */
  asked: Pick<PendingApproval, 'pausedAt' | 'askedBy' | 'questions'>;
}

export async function openApproval(turn: Turn, approval: NewApproval): Promise<void> {
  const { asked } = approval;
  await turn.tx`
    insert into approvals (id, order_id, order_version, eligible_role, assignee, state, reasons, asked_at, due_at, paused_at,
      asked_by, questions)
    values (${turn.ids.uuid()}, ${approval.orderId}, ${approval.version}, ${approval.role}, ${approval.assignee}, 'pending',
      ${json(turn.tx, approval.reasons)}, ${turn.now}, ${approval.dueAt}, ${asked.pausedAt}, ${asked.askedBy},
      ${json(turn.tx, asked.questions)})`;
}

export type Ending = 'approved' | 'rejected' | 'cancelled' | 'forwarded' | 'expired' | 'superseded';

export async function closeApproval(turn: Turn, orderId: string, state: Ending, by: string | null, reason: string | null): Promise<void> {
  await turn.tx`
    update approvals
    set state = ${state}, decided_at = ${turn.now}, decided_by = ${by}, reason = ${reason}
    where order_id = ${orderId}
      and state = 'pending'`;
}

/** Stops the clock for a question; asking again does not start it. */
export async function pauseApproval(turn: Turn, orderId: string, askedBy: string | null, question: Question): Promise<void> {
  await turn.tx`
    update approvals
    set paused_at = coalesce(paused_at, ${turn.now}), asked_by = ${askedBy},
      questions = questions || ${json(turn.tx, [question])}::jsonb
    where order_id = ${orderId}
      and state = 'pending'`;
}

/** The clock runs again; the answer stands beside the question that was put last. */
export async function resumeApproval(turn: Turn, orderId: string, dueAt: Temporal.Instant, answer: string): Promise<void> {
  await turn.tx`
    update approvals
    set due_at = ${dueAt}, paused_at = null,
      questions = jsonb_set(questions, array[(jsonb_array_length(questions) - 1)::text, 'answer'], to_jsonb(${answer}::text))
    where order_id = ${orderId}
      and state = 'pending'`;
}

export async function pendingApproval(query: Query, orderId: string): Promise<PendingApproval | null> {
  const [row] = await query<PendingApproval[]>`
    select a.eligible_role as "eligibleRole", a.due_at as "dueAt", a.paused_at as "pausedAt", a.asked_by as "askedBy", a.questions,
      case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end as assignee
    from approvals a
    left join staff s on s.id = a.assignee
    where a.order_id = ${orderId}
      and a.state = 'pending'`;
  return row ?? null;
}

/** Orders that wait for a decision, in the order of their keys from one on: a few at a time. */
export async function ordersToDecide(query: Query, after: string | null, limit: number): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select order_id as id
    from approvals
    where state = 'pending'
      and (${after}::uuid is null or order_id > ${after}::uuid)
    order by order_id
    limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Who approved the order last; null when nobody had to. */
export async function lastApprover(query: Query, orderId: string): Promise<{ id: string; name: string } | null> {
  const [row] = await query<{ id: string; name: string }[]>`
    select s.id, s.name
    from approvals a
    join staff s on s.id = a.decided_by
    where a.order_id = ${orderId}
      and a.state = 'approved'
    order by a.decided_at desc
    limit 1`;
  return row ?? null;
}

/** Who rejected the order, and why; null where no person did. */
export async function rejection(query: Query, orderId: string): Promise<{ by: string; reason: string } | null> {
  const [row] = await query<{ by: string; reason: string }[]>`
    select s.name as by, a.reason
    from approvals a
    join staff s on s.id = a.decided_by
    where a.order_id = ${orderId}
      and a.state = 'rejected'
    limit 1`;
  return row ?? null;
}

/** What colleagues asked the customer of an order and what came back, also when it is decided: whoever does the work needs the answer. */
export async function questionsOf(query: Query, orderId: string): Promise<Question[]> {
  const [row] = await query<{ questions: Question[] }[]>`
    select questions
    from approvals
    where order_id = ${orderId}
      and questions <> '[]'::jsonb
    order by asked_at desc, id desc
    limit 1`;
  return row?.questions ?? [];
}

/** What was asked about an order last, and of whom: an approval that is taken back is asked again. */
export async function lastAsked(query: Query, orderId: string): Promise<{ role: Role; reasons: Reason[] } | null> {
  const [row] = await query<{ role: Role; reasons: Reason[] }[]>`
    select eligible_role as role, reasons
    from approvals
    where order_id = ${orderId}
    order by asked_at desc, id desc
    limit 1`;
  return row ?? null;
}

/** Why the order stands in review. */
export async function pendingReasons(query: Tx, orderId: string): Promise<Reason[]> {
  const [row] = await query<{ reasons: Reason[] }[]>`
    select reasons
    from approvals
    where order_id = ${orderId}
      and state = 'pending'`;
  return row?.reasons ?? [];
}

/** The newest order of a customer about which a question waits for them. */
export async function openQuestion(query: Query, customerId: string): Promise<{ orderId: string; by: string } | null> {
  const [row] = await query<{ orderId: string; by: string }[]>`
    select o.id as "orderId", coalesce(a.questions -> -1 ->> 'by', '') as by
    from orders o
    join approvals a on a.order_id = o.id
      and a.state = 'pending'
      and a.paused_at is not null
    where o.customer_id = ${customerId}
      and o.state = 'in_review'
    order by a.paused_at desc
    limit 1`;
  return row ?? null;
}
