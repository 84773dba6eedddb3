import type { Role } from '../orders/actions.ts';
import type { RoleGrant } from '../people/person.ts';
import type { Tier } from './verdict.decide.ts';

type Grants = readonly RoleGrant[];

const isEnough = ({ anything, approvesTo }: RoleGrant, total: bigint): boolean => anything || (approvesTo !== null && approvesTo >= total);

/** By which of their roles somebody decides about an amount; a legal case is decided whatever it is worth. Null: by none. */
export function decidingRole(grants: Grants, total: bigint): Role | null {
  const enough = grants.find((grant) => isEnough(grant, total));
  return enough?.role ?? grants.find(({ role }) => role === 'legal')?.role ?? null;
}

/** Whether somebody's word is enough for what stands before a role. */
export function decidesFor(grants: Grants, role: Role, total: bigint): boolean {
  return grants.some((grant) => grant.role === role && (role === 'legal' || isEnough(grant, total)));
}

/** Whether anybody of a role may decide about an amount. A manager is the last resort; legal looks at cases, not amounts. */
export function roleReaches(role: Role, total: bigint, tiers: readonly Tier[]): boolean {
  if (role === 'manager' || role === 'legal') return true;
  return tiers.some((tier) => tier.role === role && (tier.approvesTo === null || tier.approvesTo >= total));
}

/** Who is asked when a role did not answer in time: the next one up whose word is enough, and in the end a manager. */
export function nextUp(role: Role, total: bigint, tiers: readonly Tier[]): Role {
  const above = tiers.slice(tiers.findIndex((tier) => tier.role === role) + 1);
  const known = role !== 'legal' && role !== 'manager';
  return (known && above.find(({ approvesTo }) => approvesTo === null || approvesTo >= total)?.role) || 'manager';
}
