import { json } from '../json.ts';
import type { Role } from '../orders/actions.ts';
import type { FulfilabilityReport } from '../stock/fulfilability.decide.ts';
import type { Query } from '../ports.ts';
import type { Turn } from '../turn.ts';
import type { CheckResult } from './checks/check.ts';
import type { Tier } from './verdict.decide.ts';

/** The checks an order went through at a version, and the report they saw. */
export async function saveVerification(
  turn: Turn,
  verification: { orderId: string; version: number; checks: CheckResult[]; riskScore: number; report: FulfilabilityReport },
): Promise<void> {
  await turn.tx`
    insert into verifications (order_id, version, checks, risk_score, report, at)
    values (${verification.orderId}, ${verification.version}, ${json(turn.tx, verification.checks)},
      ${verification.riskScore}, ${json(turn.tx, verification.report)}, ${turn.now})`;
}

/** What was found possible when the order was last verified. */
export async function lastReport(query: Query, orderId: string): Promise<FulfilabilityReport | null> {
  const [row] = await query<{ report: FulfilabilityReport }[]>`
    select report
    from verifications
    where order_id = ${orderId}
    order by version desc
    limit 1`;
  return row?.report ?? null;
}

/** How far the word of each role reaches at most, the smallest first. */
export async function approvalTiers(query: Query): Promise<Tier[]> {
  const rows = await query<{ role: Role; approvesTo: bigint | null }[]>`
    select role, case when bool_or(approves_anything) then null else max(approves_to) end as "approvesTo"
    from staff_roles
    where approves_anything
      or approves_to is not null
    group by role
    order by bool_or(approves_anything), max(approves_to)`;
  return [...rows];
}

/** The checks of the last time the order was looked at. */
export async function lastChecks(query: Query, orderId: string): Promise<CheckResult[]> {
  const [row] = await query<{ checks: CheckResult[] }[]>`
    select checks
    from verifications
    where order_id = ${orderId}
    order by version desc
    limit 1`;
  return row?.checks ?? [];
}
