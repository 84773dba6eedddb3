import { InvalidArgumentError } from 'commander';
import { roles, type Role } from '#core/orders/actions.ts';
import type { RoleGrant } from '#core/people/person.ts';
import { readMoney, Unreadable, writeMoney } from '#core/stock/list.ts';
import { Problem } from '#src/problem.ts';

/** A role as it is typed: `sales`, `sales:5000` (approves orders up to 5000), `manager:any` (approves every order). */
export interface TypedGrant {
  role: Role;
  limit: string | null;
}

export const grantHelp = `ROLE, ROLE:AMOUNT (approves orders up to it) or ROLE:any; roles: ${roles.join(', ')}`;

/** For commander: collects every `--revoke` of a command line. */
export function readRoles(text: string, before: Role[] = []): Role[] {
  return [...before, readRole(text)];
}

function readRole(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new InvalidArgumentError(`Roles are ${roles.join(', ')}.`);
  return role;
}

/** For commander: collects every `--role` of a command line. */
export function readGrants(text: string, before: TypedGrant[] = []): TypedGrant[] {
  const [role = '', limit = null] = text.split(':', 2);
  if (limit !== null && limit !== 'any' && !/^\d+(\.\d+)?$/.test(limit))
    throw new InvalidArgumentError('The limit is an amount such as 5000, or any.');
  return [...before, { role: readRole(role), limit }];
}

/** A role with its limit in minor units, as it is stored, the way it is typed: `sales:500000` in EUR is `sales:5000`. */
export function asTyped(role: string, currency: string): string {
  const [name = '', limit = ''] = role.split(':', 2);
  return /^\d+$/.test(limit) ? `${name}:${writeMoney(BigInt(limit), currency)}` : role;
}

export function toGrant({ role, limit }: TypedGrant, currency: string): RoleGrant {
  if (limit === null || limit === 'any') return { role, approvesTo: null, anything: limit === 'any' };
  try {
    return { role, approvesTo: readMoney('The limit', limit, currency), anything: false };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Problem(`${error.message}.`, 'Write it without currency sign and separators.', 2);
  }
}
