import { record } from '../events/event.store.ts';
import type { BoundButton } from '../messages/buttons.ts';
import type { Incoming, Outcome } from '../messages/incoming.ts';
import { readBusiness } from '../people/business.store.ts';
import type { Speaker } from '../people/person.ts';
import { reply, replyWords, whisper } from '../talk/reply.act.ts';
import { words } from '../text/words.ts';
import type { Turn } from '../turn.ts';
import { dayOf } from './day.decide.ts';
import { digestCard } from './digest.cards.ts';
import { showList } from './list.act.ts';
import { readDigest } from './reading.act.ts';

type Press = Extract<Incoming, { kind: 'press' | 'form' }>;

/** `/digest`, `/digest 2026-11-24`, `/digest today`: the figures of a day, for a manager. */
export async function askDigest(turn: Turn, speaker: Speaker, incoming: Incoming, typed: string): Promise<void> {
  const t = words(speaker.locale);
  if (!isManager(speaker)) {
    await deny(turn, speaker, 'command.denied', 'managers_only');
    return replyWords(turn, incoming, t('insight:refused.managers_only'));
  }
  const business = await readBusiness(turn.tx);
  const day = dayOf(typed, turn.now, business.timeZone);
  if (typeof day === 'string') {
    const example = turn.now.toZonedDateTimeISO(business.timeZone).toPlainDate().subtract({ days: 1 }).toString();
    return replyWords(turn, incoming, t(`insight:refused.${day}`, { typed: typed.slice(0, 40), example }));
  }
  const digest = await readDigest(turn.tx, day, business.timeZone, turn.now);
  await reply(turn, incoming, digestCard(digest, business.name, speaker));
}

/** A button of a digest or of its lists was pressed; whoever presses must be a manager now. */
export async function pressDigest(turn: Turn, speaker: Speaker, incoming: Press, { args }: BoundButton): Promise<Outcome> {
  const t = words(speaker.locale);
  if (!isManager(speaker)) return refuse(turn, speaker, incoming, 'managers_only', t('insight:refused.managers_only'));
  if (await showList(turn, speaker, incoming, args)) return { ok: true };
  // a button of an earlier version of the program may name a list that is no more
  return refuse(turn, speaker, incoming, 'expired_button', t('orders:refused.expired_button'));
}

const isManager = ({ actor }: Speaker): boolean => actor.kind === 'staff' && actor.roles.some(({ role }) => role === 'manager');

async function refuse(turn: Turn, speaker: Speaker, incoming: Press, code: string, text: string): Promise<Outcome> {
  await deny(turn, speaker, 'press.denied', code);
  await whisper(turn, incoming, text);
  return { ok: false, refusal: { code, text } };
}

async function deny(turn: Turn, { actor, address }: Speaker, kind: 'command.denied' | 'press.denied', reason: string): Promise<void> {
  const customerId = actor.kind === 'customer' ? actor.id : null;
  await record(turn, { kind, actor, via: address, customerId, reason });
}
