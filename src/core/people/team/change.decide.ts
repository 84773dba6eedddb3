import type { Role } from '../../orders/actions.ts';
import type { RoleGrant } from '../person.ts';
import type { Member } from './team.store.ts';

/** What somebody wants to change about who may do what. `who` is null for a colleague who is to come. */
export type TeamChange =
  | { kind: 'grant'; who: Member | null; grant: RoleGrant }
  | { kind: 'revoke'; who: Member; role: Role }
  | { kind: 'invite'; who: Member }
  | { kind: 'away'; who: Member; standIn: Member | null }
  | { kind: 'back'; who: Member };

export type TeamRefusal =
  | 'leaders_only'
  | 'administrators_only'
  | 'above_own'
  | 'last_administrator'
  | 'last_manager'
  | 'not_held'
  | 'own_stand_in'
  | 'stand_in_away';

type Holder = Pick<Member, 'roles'>;

const holds = ({ roles }: Holder, role: Role): boolean => roles.some((grant) => grant.role === role);
const leads = (member: Holder): boolean => holds(member, 'administrator') || holds(member, 'manager');

/** Whether somebody may change the team at all. */
export const isLeader = (team: readonly Member[], id: string): boolean => team.some((member) => member.id === id && leads(member));

/** Roles that let their holder change the team. */
const leading: ReadonlySet<Role> = new Set(['administrator', 'manager']);

/**
 * Why somebody may not change that, or null. Their own roles count, not those they hold for an absent colleague. Administrators
 * make and unmake those who lead; managers give what they have; the desk never loses the last one who may give anything.
 */
export function refuseChange(team: readonly Member[], byId: string, change: TeamChange): TeamRefusal | null {
  const by = team.find(({ id }) => id === byId);
  const isOwnAbsence = (change.kind === 'away' || change.kind === 'back') && change.who.id === byId;
  if (!by || (!leads(by) && !isOwnAbsence)) return 'leaders_only';
  switch (change.kind) {
    case 'grant':
      return refuseGrant(team, by, change.grant);
    case 'revoke':
      return refuseRevoke(team, by, change);
    case 'away':
      if (change.standIn?.id === change.who.id) return 'own_stand_in';
      if (change.standIn?.absentUntil) return 'stand_in_away';
      // whoever stands in holds the rights: nobody takes those of somebody above them
      return change.standIn?.id === byId ? refuseRights(team, by, change.who) : null;
    case 'invite':
      // whoever has the code speaks as that colleague
      return refuseRights(team, by, change.who);
    default:
      return null;
  }
}

/** A desk that never had an administrator is led by its managers. */
const isAdministered = (team: readonly Member[]): boolean => team.some((member) => holds(member, 'administrator'));

function refuseGrant(team: readonly Member[], by: Member, { role, anything, approvesTo }: RoleGrant): TeamRefusal | null {
  if (holds(by, 'administrator')) return null;
  if (leading.has(role) && isAdministered(team)) return 'administrators_only';
  const most = by.roles.some((own) => own.anything) ? null : limitOf(by);
  if (most === null) return null;
  return anything || (approvesTo !== null && approvesTo > most) ? 'above_own' : null;
}

/** Whether somebody might give themselves what another one may. */
function refuseRights(team: readonly Member[], by: Member, who: Member): TeamRefusal | null {
  if (who.id === by.id) return null;
  for (const grant of who.roles) {
    const refusal = refuseGrant(team, by, grant);
    if (refusal) return refusal;
  }
  return null;
}

const limitOf = ({ roles }: Holder): bigint =>
  roles.reduce((most, { approvesTo }) => (approvesTo !== null && approvesTo > most ? approvesTo : most), 0n);

function refuseRevoke(team: readonly Member[], by: Member, { who, role }: { who: Member; role: Role }): TeamRefusal | null {
  if (!holds(who, role)) return 'not_held';
  const others = team.filter(({ id, platforms }) => id !== who.id && platforms.length > 0);
  if (role === 'administrator' && !others.some((member) => holds(member, 'administrator'))) return 'last_administrator';
  if (role === 'manager' && !isAdministered(team) && !others.some((member) => holds(member, 'manager'))) return 'last_manager';
  return leading.has(role) && isAdministered(team) && !holds(by, 'administrator') ? 'administrators_only' : null;
}
