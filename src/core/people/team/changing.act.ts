import { record } from '../../events/event.store.ts';
import { sentence, type Draft } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { plan, unplan } from '../../schedule/jobs.ts';
import type { Job } from '../../schedule/jobs.store.ts';
import { date } from '../../text/format.ts';
import { words, type Words } from '../../text/words.ts';
import type { DeskTurn, Turn } from '../../turn.ts';
import { readBusiness } from '../business.store.ts';
import { giveCode } from '../codes/giving.act.ts';
import { addStaff, preferredAddress } from '../people.store.ts';
import type { RoleGrant, Speaker } from '../person.ts';
import { findReader } from '../speaker.store.ts';
import { refuseChange, type TeamChange } from './change.decide.ts';
import { meaningOf, type Wish } from './meaning.decide.ts';
import { giveRole, takeRole } from './roles.act.ts';
import { inviteCard, rolesInWords } from './team.cards.ts';
import { endAbsence, lockTeam, setAbsence, type Member } from './team.store.ts';

export type Staff = Speaker & { actor: Extract<Speaker['actor'], { kind: 'staff' }> };
export type Changed = { ok: true; card: Draft } | { ok: false; code: string; text: string };

/** Every word that a refusal may want. */
const blank = { name: '', names: '', limit: '', day: '' };

const absenceKey = (staffId: string): string => `absence_over:${staffId}`;

/** One change of the team, by words, command or form: who and what is meant is looked up, judged and done. */
export async function changeTeam(turn: DeskTurn, speaker: Staff, incoming: Incoming, wish: Wish): Promise<Changed> {
  const team = await lockTeam(turn.tx, turn.now);
  const t = words(speaker.locale);
  const { currency, timeZone } = await readBusiness(turn.tx);
  const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
  const meant = meaningOf(wish, team, { me: speaker.actor.id, currency, timeZone, today });
  if (!meant.ok) return { ok: false, code: meant.fault, text: t(`team:refused.${meant.fault}`, { ...blank, ...meant.params }) };
  const refusal = refuseChange(team, speaker.actor.id, meant.change);
  if (refusal) return { ok: false, code: refusal, text: t(`team:refused.${refusal}`, { name: meant.name }) };
  const changing: Changing = { turn, speaker, incoming, name: meant.name, until: meant.until, timeZone, currency };
  return { ok: true, card: await changed(changing, meant.change) };
}

interface Changing {
  turn: DeskTurn;
  speaker: Staff;
  incoming: Incoming;
  name: string;
  until: Temporal.Instant | null;
  timeZone: string;
  currency: string;
}

async function changed(changing: Changing, change: TeamChange): Promise<Draft> {
  const { turn, speaker, name, currency } = changing;
  const t = words(speaker.locale);
  switch (change.kind) {
    case 'grant':
      return change.who ? given(changing, change.who, change.grant) : invited(changing, await added(changing, change.grant));
    case 'revoke': {
      await takeRole(turn, change.who.id, change.role);
      await note(changing, 'team.changed', { staff: change.who.id, role: change.role, given: false });
      await tell(changing, change.who, (own) => own('team:told.taken', { by: speaker.actor.name, role: own(`team:role.${change.role}`) }));
      return sentence(t('team:done.taken', { name, role: t(`team:role.${change.role}`) }));
    }
    case 'invite':
      return invited(changing, change.who.id);
    case 'away':
      return away(changing, change.who, change.standIn);
    case 'back':
      await endAbsence(turn.tx, change.who.id);
      await unplan(turn, absenceKey(change.who.id));
      await note(changing, 'team.back', { staff: change.who.id });
      return sentence(t('team:done.back', { name, currency }));
  }
}

async function added({ turn, speaker, name }: Changing, grant: RoleGrant): Promise<string> {
  const id = turn.ids.uuid();
  await addStaff(turn.tx, { id, name, locale: speaker.locale, timeZone: null }, turn.now);
  await giveRole(turn, id, grant);
  await record(turn, {
    kind: 'team.changed',
    actor: speaker.actor,
    via: speaker.address,
    after: { staff: id, role: grant.role, given: true },
  });
  return id;
}

async function invited({ turn, speaker, name }: Changing, staffId: string): Promise<Draft> {
  const given = await giveCode(turn, 'invite', { staffId });
  return inviteCard(name, given, turn.startLinks(given.code), speaker);
}

async function given(changing: Changing, who: Member, grant: RoleGrant): Promise<Draft> {
  const { turn, speaker, name, currency } = changing;
  await giveRole(turn, who.id, grant);
  await note(changing, 'team.changed', { staff: who.id, role: grant.role, given: true });
  await tell(changing, who, (own, { locale }) =>
    own('team:told.given', { by: speaker.actor.name, role: rolesInWords([grant], currency, locale) }),
  );
  return sentence(words(speaker.locale)('team:done.given', { name, role: rolesInWords([grant], currency, speaker.locale) }));
}

async function away(changing: Changing, who: Member, standIn: Member | null): Promise<Draft> {
  const { turn, speaker, name, until, timeZone } = changing;
  if (!until) throw new Error('an absence has an end');
  await setAbsence(turn.tx, who.id, until, standIn?.id ?? null);
  await plan(turn, { key: absenceKey(who.id), kind: 'absence_over', dueAt: until, body: { staffId: who.id } });
  await note(changing, 'team.absent', { staff: who.id, standIn: standIn?.id ?? null, until: until.toString() });
  const last = until.toZonedDateTimeISO(timeZone).subtract({ days: 1 }).toPlainDate();
  const params = (reader: Pick<Speaker, 'locale'>) => ({ name, standIn: standIn?.name ?? '', until: date(last, reader.locale) });
  if (standIn) await tell(changing, standIn, (own, reader) => own('team:told.standIn', params(reader)));
  return sentence(words(speaker.locale)(standIn ? 'team:done.awayWith' : 'team:done.away', params(speaker)));
}

/** The last day of an absence has passed. */
export async function absenceOver(turn: Turn, job: Job): Promise<void> {
  const staffId = String(job.body['staffId']);
  if (await endAbsence(turn.tx, staffId))
    await record(turn, { kind: 'team.back', actor: { kind: 'system' }, via: null, after: { staff: staffId } });
}

const note = ({ turn, speaker }: Changing, kind: 'team.changed' | 'team.absent' | 'team.back', after: object): Promise<void> =>
  record(turn, { kind, actor: speaker.actor, via: speaker.address, after });

/** Whoever it is about hears of it, unless it was their own doing. */
async function tell(
  { turn, speaker, incoming }: Changing,
  who: Member,
  wording: (own: Words, reader: Pick<Speaker, 'locale'>) => string,
): Promise<void> {
  if (who.id === speaker.actor.id) return;
  const to = await preferredAddress(turn.tx, { kind: 'staff', id: who.id });
  const reader = to && (await findReader(turn.tx, to));
  if (!to || !reader) return;
  const dedupeKey = `team:${who.id}:${incoming.from.platform}:${incoming.from.account}:${incoming.dedupeKey}`;
  await say(turn, { to, class: 'transactional', dedupeKey, card: sentence(wording(words(reader.locale), reader)) });
}
