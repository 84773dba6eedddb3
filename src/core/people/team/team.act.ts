import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import { sentence } from '../../messages/card.ts';
import type { Form } from '../../messages/form.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { replyPrivately, whisperCard } from '../../talk/reply.act.ts';
import { sayStaffOnly } from '../../talk/commands/staff-only.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { readBusiness } from '../business.store.ts';
import type { Speaker } from '../person.ts';
import { changeTeam, type Staff } from './changing.act.ts';
import { isLeader } from './change.decide.ts';
import type { Wish } from './meaning.decide.ts';
import { teamCard, teamForm, teamUsage, type TeamAction } from './team.cards.ts';
import { readTeam } from './team.store.ts';
import { readTeam as readTyped, roleOf } from './typed.decide.ts';

export const isStaff = (speaker: Speaker): speaker is Staff => speaker.actor.kind === 'staff';

/** `/team`: who is who; `/team add NAME sales 5000` and its like change it. */
export async function obeyTeam(turn: DeskTurn, speaker: Speaker, incoming: Incoming, text: string): Promise<void> {
  if (!isStaff(speaker)) return sayStaffOnly(turn, speaker, incoming);
  const typed = readTyped(text);
  if (typed.verb === 'usage') return replyPrivately(turn, incoming, sentence(teamUsage(typed, speaker.locale)));
  if (typed.verb === 'show') return showTeam(turn, speaker, incoming);
  await wishInWords(turn, speaker, incoming, typed);
}

/** A wish in words, answered in words. */
export async function wishInWords(turn: DeskTurn, speaker: Staff, incoming: Incoming, wish: Wish): Promise<void> {
  const changed = await changeTeam(turn, speaker, incoming, wish);
  if (!changed.ok) await deny(turn, speaker, changed.code, 'command.denied');
  await replyPrivately(turn, incoming, changed.ok ? changed.card : sentence(changed.text));
}

async function showTeam(turn: DeskTurn, speaker: Staff, incoming: Incoming): Promise<void> {
  const team = await readTeam(turn.tx, turn.now);
  const { currency } = await readBusiness(turn.tx);
  await replyPrivately(turn, incoming, teamCard(team, currency, speaker, isLeader(team, speaker.actor.id)));
}

/** A button of the team, or its form. */
export async function pressTeam(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  button: BoundButton,
  action: TeamAction,
): Promise<Outcome> {
  const no = async (code: string, text: string): Promise<Outcome> => {
    await deny(turn, speaker, code, 'press.denied');
    await whisperCard(turn, incoming, sentence(text));
    return { ok: false, refusal: { code, text } };
  };
  const t = words(speaker.locale);
  if (!isStaff(speaker)) return no('staff_only', t('desk:staffOnly'));
  if (action === 'team') {
    await showTeam(turn, speaker, incoming);
    return { ok: true };
  }
  const wish = wishOf(action, { ...(incoming.kind === 'form' ? incoming.values : {}), ...button.args });
  if (!wish) return no('value_missing', t('team:refused.value_missing'));
  const changed = await changeTeam(turn, speaker, incoming, wish);
  if (!changed.ok) return no(changed.code, changed.text);
  await replyPrivately(turn, incoming, changed.card);
  return { ok: true };
}

/** What a form asks for; null where it was not filled in. */
function wishOf(action: Exclude<TeamAction, 'team'>, values: Record<string, string>): Wish | null {
  const { who = '', limit = '', until = '', standIn = '' } = values;
  const role = roleOf(values['role'] ?? '');
  switch (action) {
    case 'team_add':
      return role && { verb: 'add', name: (values['name'] ?? '').trim(), role, limit };
    case 'team_role':
      return role && who ? { verb: 'role', name: who, role, limit } : null;
    case 'team_take':
      return role && who ? { verb: 'take', name: who, role } : null;
    case 'team_away':
      return until ? { verb: 'away', name: who, until, standIn } : null;
    case 'team_back':
      return { verb: 'back', name: who };
    case 'team_invite':
      return who ? { verb: 'invite', name: who } : null;
  }
}

/** The form of a button of the team; for whoever may not change it none opens, and the press says why. */
export async function formOfTeam(turn: DeskTurn, speaker: Speaker, button: BoundButton, action: TeamAction): Promise<Form | null> {
  if (!isStaff(speaker)) return null;
  const team = await readTeam(turn.tx, turn.now);
  const leads = isLeader(team, speaker.actor.id);
  if (!leads && action !== 'team_away') return null;
  return teamForm(action, button.token, team, speaker.actor.id, leads, speaker.locale);
}

function deny(turn: DeskTurn, speaker: Speaker, reason: string, kind: 'press.denied' | 'command.denied'): Promise<void> {
  return record(turn, { kind, actor: speaker.actor, via: speaker.address, reason });
}
