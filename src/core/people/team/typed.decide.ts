import { roles, type Role } from '../../orders/actions.ts';
import { nearest } from '../../text/nearest.ts';
import { isDay } from './day.decide.ts';

export const teamVerbs = ['add', 'role', 'take', 'away', 'back', 'invite'] as const;
export type TeamVerb = (typeof teamVerbs)[number];

/** What follows `/team`, in parts; who and how much is meant is looked up afterwards. */
export type TypedTeam =
  | { verb: 'show' }
  /** `about`: the line that was meant, where one was; `fault`: what of it was not understood, as `typed`. */
  | { verb: 'usage'; about: TeamVerb | null; fault: 'verb' | 'role' | 'day' | null; typed: string }
  | { verb: 'add'; name: string; role: Role; limit: string }
  | { verb: 'role'; name: string; role: Role; limit: string }
  | { verb: 'take'; name: string; role: Role }
  | { verb: 'invite' | 'back'; name: string }
  | { verb: 'away'; name: string; until: string; standIn: string };

/** Other words for a role, folded to lower case. */
const roleWords: Record<Role, readonly string[]> = {
  customer_service: ['service', 'cs', '客服'],
  sales: ['销售', '銷售', '业务', '業務'],
  legal: ['法务', '法務'],
  warehouse: ['仓库', '倉庫', '仓管', '倉管'],
  manager: ['经理', '經理', '主管'],
  administrator: ['admin', '管理员', '管理員'],
};

/** The role a word means. */
export function roleOf(word: string): Role | null {
  const folded = word.trim().toLowerCase().replaceAll(/[\s-]/g, '_');
  return roles.find((role) => role === folded || roleWords[role].includes(folded)) ?? null;
}

/** What stands between a name and a role in a sentence: "Sam as a sales", 小王 为 客服. */
const as = / (?:as(?: an?)?|为|為|做|当|當)$/i;

/** `add Wei Chen sales 5000`, `role Wei manager any`, `take Wei sales`, `away Wei 2026-12-24 Bob`, `back Wei`, `invite Wei`. */
export function readTeam(text: string): TypedTeam {
  const [verb = '', ...rest] = text.trim().split(/\s+/).filter(Boolean);
  const name = rest.join(' ');
  const known = teamVerbs.find((one) => one === verb.toLowerCase());
  const usage = (fault: 'role' | 'day'): TypedTeam => ({
    verb: 'usage',
    about: known ?? null,
    fault: name === '' ? null : fault,
    typed: name,
  });
  switch (verb.toLowerCase()) {
    case '':
      return { verb: 'show' };
    case 'add':
    case 'role':
    case 'take': {
      const at = rest.findIndex((word, index) => index > 0 && roleOf(word) !== null);
      const role = roleOf(rest[at] ?? '');
      if (!role) return usage('role');
      const who = rest.slice(0, at).join(' ').replace(as, '');
      const limit = rest.slice(at + 1).join('');
      if (verb.toLowerCase() === 'take') return { verb: 'take', name: who, role };
      return { verb: verb.toLowerCase() === 'add' ? 'add' : 'role', name: who, role, limit };
    }
    case 'away': {
      const at = rest.findIndex(isDay);
      if (at < 0) return usage('day');
      return { verb: 'away', name: rest.slice(0, at).join(' '), until: rest[at] ?? '', standIn: rest.slice(at + 1).join(' ') };
    }
    case 'back':
      return { verb: 'back', name };
    case 'invite':
      return name === '' ? usage('role') : { verb: 'invite', name };
    default:
      return { verb: 'usage', about: nearest(verb, teamVerbs), fault: 'verb', typed: verb };
  }
}

/** "把小王设为客服", "make Wei sales": the same in a sentence; null for any other words. */
export function readTeamWords(text: string): Extract<TypedTeam, { verb: 'role' }> | null {
  const found =
    /^\s*(?:请|請)?(?:把|将|將)\s*(.{1,60}?)\s*(?:设为|设成|設為|設成|任命为|任命為)\s*([^\s，,。.]{1,20})[。.]?\s*$/u.exec(text) ??
    /^\s*(?:please )?make (.{1,60}?)(?: an?)? ((?:customer )?[a-z_-]{2,20})[.!]?\s*$/iu.exec(text);
  const role = roleOf(found?.[2] ?? '');
  return found?.[1] && role ? { verb: 'role', name: found[1].trim(), role, limit: '' } : null;
}
