import { bareAmount, readAmount } from '../../text/amount.ts';
import type { RoleGrant } from '../person.ts';
import type { TeamChange } from './change.decide.ts';
import { dayOf } from './day.decide.ts';
import type { Member } from './team.store.ts';
import type { TypedTeam } from './typed.decide.ts';

export type Wish = Exclude<TypedTeam, { verb: 'show' | 'usage' }>;

export interface Frame {
  me: string;
  currency: string;
  timeZone: string;
  today: Temporal.PlainDate;
}

export type Meant =
  | { ok: true; change: TeamChange; name: string; until: Temporal.Instant | null }
  | { ok: false; fault: 'no_name' | 'name_taken' | 'unknown' | 'unclear' | 'limit' | 'day'; params: Record<string, string> };

/** What somebody typed or chose, with the people and amounts it is about. */
export function meaningOf(wish: Wish, team: readonly Member[], frame: Frame): Meant {
  if (wish.verb === 'add') return added(wish, team, frame);
  const isSelf = (wish.verb === 'away' || wish.verb === 'back') && wish.name === '';
  const who = isSelf ? team.find(({ id }) => id === frame.me) : onlyOne(team, wish.name);
  if (!who) return notOne(team, wish.name);
  const asking = (change: TeamChange, until: Temporal.Instant | null = null): Meant => ({ ok: true, change, name: who.name, until });
  switch (wish.verb) {
    case 'role': {
      const grant = grantOf(wish, who, frame.currency);
      return grant ? asking({ kind: 'grant', who, grant }) : fault('limit', { limit: wish.limit });
    }
    case 'take':
      return asking({ kind: 'revoke', who, role: wish.role });
    case 'invite':
    case 'back':
      return asking({ kind: wish.verb, who });
    case 'away': {
      const day = readDay(wish.until, frame.today);
      if (!day) return fault('day', { day: wish.until });
      const standIn = wish.standIn === '' ? null : onlyOne(team, wish.standIn);
      if (standIn === undefined) return notOne(team, wish.standIn);
      return asking({ kind: 'away', who, standIn }, day.add({ days: 1 }).toZonedDateTime(frame.timeZone).toInstant());
    }
  }
}

function added(wish: Extract<Wish, { verb: 'add' }>, team: readonly Member[], { currency }: Frame): Meant {
  const { name } = wish;
  if (name === '' || name.length > 100) return fault('no_name', {});
  if (team.some((member) => member.name.toLowerCase() === name.toLowerCase())) return fault('name_taken', { name });
  const grant = grantOf(wish, null, currency);
  return grant ? { ok: true, change: { kind: 'grant', who: null, grant }, name, until: null } : fault('limit', { limit: wish.limit });
}

/** Whoever a typed name, first name or id means. */
function named(team: readonly Member[], typed: string): Member[] {
  const name = typed.trim().toLowerCase();
  const exact = team.filter((member) => member.id === name || member.name.toLowerCase() === name);
  return exact.length > 0 ? exact : team.filter((member) => name !== '' && member.name.toLowerCase().split(/\s+/).includes(name));
}

function onlyOne(team: readonly Member[], typed: string): Member | undefined {
  const [found, other] = named(team, typed);
  return other ? undefined : found;
}

function notOne(team: readonly Member[], typed: string): Meant {
  const found = named(team, typed);
  return found.length === 0 ? fault('unknown', { name: typed }) : fault('unclear', { names: found.map(({ name }) => name).join(', ') });
}

function fault(code: Extract<Meant, { ok: false }>['fault'], params: Record<string, string>): Meant {
  const short = Object.entries(params).map(([name, value]) => [name, value.slice(0, 100)] as const);
  return { ok: false, fault: code, params: Object.fromEntries(short) };
}

/** The last day of an absence: today or later, within a year. */
function readDay(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const day = dayOf(typed, today);
  const isSoon = day && Temporal.PlainDate.compare(day, today) >= 0 && Temporal.PlainDate.compare(day, today.add({ years: 1 })) <= 0;
  return isSoon ? day : null;
}

const unlimited = new Set(['any', 'all', '不限', '任意']);
const nothing = new Set(['none', 'no', '无', '無']);

/** A role without a word about its limit keeps the one it has. */
function grantOf({ role, limit }: { role: RoleGrant['role']; limit: string }, who: Member | null, currency: string): RoleGrant | null {
  const typed = limit.trim().toLowerCase();
  if (typed === '') return who?.roles.find((grant) => grant.role === role) ?? { role, approvesTo: null, anything: false };
  if (unlimited.has(typed) || nothing.has(typed)) return { role, approvesTo: null, anything: unlimited.has(typed) };
  const amount = readAmount(bareAmount(typed.toUpperCase(), currency), currency);
  return amount === null ? null : { role, approvesTo: amount, anything: false };
}
