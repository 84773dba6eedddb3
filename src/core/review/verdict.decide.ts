import type { Role } from '../orders/actions.ts';
import type { CheckReason, CheckResult } from './checks/check.ts';
import type { HoldKind } from './hold.ts';

/** From this risk score on a person looks, even if no single check asks for one. */
const riskToReview = 50;

/** How far a role's word reaches, minor units of the order's currency; null: any amount. */
export interface Tier {
  role: Role;
  approvesTo: bigint | null;
}

interface ReviewVerdict {
  verdict: 'confirm' | 'review' | 'reject';
  riskScore: number;
  holds: HoldKind[];
  reviewReasons: CheckReason[];
  /** The smallest role whose word is enough for this amount. */
  eligibleRole: Role;
}

/** What the checks mean together. `tiers` from the smallest role up. */
export function judgeChecks(results: readonly CheckResult[], total: bigint, tiers: readonly Tier[]): ReviewVerdict {
  const riskScore = results.reduce((sum, { points }) => sum + points, 0);
  const reasons = results.filter(({ outcome }) => outcome === 'review').map(({ reason }) => reason);
  const risky: CheckReason[] =
    reasons.length === 0 && riskScore >= riskToReview ? [{ key: 'risk_high', params: { score: String(riskScore) } }] : [];
  const reviewReasons = [...reasons, ...risky];
  const blocked = results.some(({ outcome }) => outcome === 'block');
  return {
    verdict: blocked ? 'reject' : reviewReasons.length > 0 ? 'review' : 'confirm',
    riskScore,
    holds: [...new Set(results.flatMap(({ hold }) => hold ?? []))],
    reviewReasons,
    eligibleRole: tiers.find(({ approvesTo }) => approvesTo === null || total <= approvesTo)?.role ?? 'manager',
  };
}
