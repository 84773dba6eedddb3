import { sentence, type Block, type Draft, type Offer } from '../../messages/card.ts';
import type { Form } from '../../messages/form.ts';
import { platformNames } from '../../messages/incoming.ts';
import { withMore } from '../../messages/more.cards.ts';
import { plainWords } from '../../messages/plain.ts';
import { roles as allRoles } from '../../orders/actions.ts';
import { date, moment, money } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { GivenCode } from '../codes/giving.act.ts';
import type { RoleGrant, Speaker } from '../person.ts';
import type { Member } from './team.store.ts';
import { teamVerbs, type TypedTeam } from './typed.decide.ts';

type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

export const teamActions = ['team', 'team_add', 'team_role', 'team_take', 'team_away', 'team_back', 'team_invite'] as const;
export type TeamAction = (typeof teamActions)[number];
export const isTeamAction = (action: string): action is TeamAction => teamActions.some((known) => known === action);

/** What somebody may do, in words: "sales up to €5,000, legal". */
export function rolesInWords(grants: readonly RoleGrant[], currency: string, locale: Locale): string {
  const t = words(locale);
  const each = grants.map(({ role, approvesTo, anything }) => {
    const name = t(`team:role.${role}`);
    if (anything) return t('team:anything', { role: name });
    return approvesTo === null ? name : t('team:upTo', { role: name, limit: money(approvesTo, currency, locale) });
  });
  return each.length > 0 ? each.join(t('team:join')) : t('team:noRole');
}

/** Who is who, with what a lead can change. */
export function teamCard(team: readonly Member[], currency: string, reader: Reader, leads: boolean): Draft {
  const t = words(reader.locale);
  const blocks: Block<Offer>[] = [
    { kind: 'heading', text: t('team:title') },
    { kind: 'text', text: team.map((member) => memberLine(member, currency, reader)).join('\n') },
    ...withMore([leads ? leaderButtons(team, reader.locale) : [offer('team_away', reader.locale)]], t),
    ...(leads ? [{ kind: 'note' as const, text: t('team:how') }] : []),
  ];
  return { blocks, fallback: plainWords(blocks) };
}

function memberLine({ name, roles, absentUntil, standIn, platforms, invitedUntil }: Member, currency: string, reader: Reader): string {
  const { locale, timeZone } = reader;
  const t = words(locale);
  const where = [...new Set(platforms)].map((platform) => platformNames[platform]).join(', ');
  const until = absentUntil && date(absentUntil.toZonedDateTimeISO(timeZone).subtract({ days: 1 }).toPlainDate(), locale);
  const away = until === null ? null : standIn ? t('team:awayWith', { until, standIn: standIn.name }) : t('team:away', { until });
  const account =
    where !== '' ? where : invitedUntil ? t('team:invited', { until: moment(invitedUntil, timeZone, locale) }) : t('team:noAccount');
  return t('team:member', { name, parts: [rolesInWords(roles, currency, locale), away, account].filter(Boolean).join(' · ') });
}

const offer = (action: TeamAction, locale: Locale): Offer => ({ action, label: words(locale)(`team:button.${action}`) });

/** More would fit on no platform's card. */
const mostEach = 5;

function leaderButtons(team: readonly Member[], locale: Locale): Offer[] {
  const t = words(locale);
  const back = team.filter(({ absentUntil }) => absentUntil !== null).slice(0, mostEach);
  const invite = team.filter(({ platforms }) => platforms.length === 0).slice(0, mostEach);
  return [
    { ...offer('team_add', locale), style: 'primary' },
    offer('team_role', locale),
    offer('team_take', locale),
    offer('team_away', locale),
    ...back.map(({ id, name }) => ({ action: 'team_back', label: t('team:button.team_backOf', { name }), args: { who: id } })),
    ...invite.map(({ id, name }) => ({ action: 'team_invite', label: t('team:button.team_inviteOf', { name }), args: { who: id } })),
  ];
}

/** What of a command was not understood, and how the line that was meant is written. */
export function teamUsage({ about, fault, typed }: Extract<TypedTeam, { verb: 'usage' }>, locale: Locale): string {
  const t = words(locale);
  const said = fault ? [t(`team:fault.${fault}`, { typed: typed.slice(0, 60).toWellFormed() })] : [];
  const lines = about ? [t(`team:usage.${about}`)] : teamVerbs.map((verb) => t(`team:usage.${verb}`));
  const roles = about === 'add' || about === 'role' || about === 'take' ? [t('team:whatRoles')] : [];
  return [...said, t('desk:usage', { usage: lines.join('\n') }), ...roles].join('\n');
}

/** A code for a new colleague, to be passed on to them. */
export function inviteCard(name: string, given: GivenCode, links: readonly string[], { locale, timeZone }: Reader): Draft {
  const t = words(locale);
  const text = t('team:inviteCode', { name, code: given.code, until: moment(given.expiresAt, timeZone, locale) });
  return sentence([text, ...links.map((link) => t('link:orOpen', { link }))].join('\n'));
}

/** A list that every platform's form can show; of a longer one the name is typed. */
const mostChoices = 25;

/** What a button of the team asks before it acts; null where the press itself acts. */
export function teamForm(action: TeamAction, id: string, team: readonly Member[], me: string, leads: boolean, locale: Locale): Form | null {
  const t = words(locale);
  const people = team.slice(0, mostChoices).map(({ id: value, name: label }) => ({ value, label }));
  const colleague = (name: string, label: string, required: boolean) =>
    team.length > mostChoices
      ? { name, kind: 'text' as const, label, required }
      : { name, kind: 'select' as const, label, required, options: people };
  const who = colleague('who', t('team:field.who'), true);
  const role = {
    name: 'role',
    kind: 'select' as const,
    label: t('team:field.role'),
    required: true,
    options: allRoles.map((value) => ({ value, label: t(`team:role.${value}`) })),
  };
  const limit = { name: 'limit', kind: 'text' as const, label: t('team:field.limit'), required: false };
  const title = t(`team:button.${action}`);
  switch (action) {
    case 'team_add':
      return { id, title, fields: [{ name: 'name', kind: 'text', label: t('team:field.name'), required: true }, role, limit] };
    case 'team_role':
      return { id, title, fields: [who, role, limit] };
    case 'team_take':
      return { id, title, fields: [who, role] };
    case 'team_away': {
      const until = { name: 'until', kind: 'date' as const, label: t('team:field.until'), required: true };
      const standIn = colleague('standIn', t('team:field.standIn'), false);
      return { id, title, fields: [...(leads ? [{ ...who, value: me }] : []), until, standIn] };
    }
    default:
      return null;
  }
}
