import { answerCase } from '../../cases/answering.act.ts';
import { findCase, openCases } from '../../cases/case.store.ts';
import { tellSecond } from '../../cases/pressing.act.ts';
import { liveName } from '../../cases/show.act.ts';
import { record } from '../../events/event.store.ts';
import type { BoundButton } from '../../messages/buttons.ts';
import { laneOf, type Incoming, type Outcome } from '../../messages/incoming.ts';
import { say } from '../../messages/outbox.ts';
import { standingIn } from '../../messages/outbox.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { threadOf, whisper } from '../reply.act.ts';
import { filesIn } from './files.act.ts';
import { askForWhom, settledForWhom, type ForWhomAction } from './for-whom.cards.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Of those who talk with colleagues so many are offered, and so many looked at. */
const mostOffered = 4;
const mostLooked = 300;

/**
 * Words of a colleague that mean nothing to the desk may be an answer that was typed beside the card of a customer, and not to it: it is asked
 * whose they are, and nothing goes out before somebody says so. False where nobody talks with colleagues.
 */
export async function askIfForCustomer(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const { text, files = [], address } = incoming;
  if (text.trim() === '' && files.length === 0) return false;
  const open = await openCases(turn.tx, mostLooked);
  const here = new Set(
    await standingIn(
      turn.tx,
      address,
      open.map(({ id }) => liveName(id)),
    ),
  );
  const shown = open.filter(({ id }) => here.has(liveName(id)));
  // who speaks with the desk alone may have read the card elsewhere
  const meant = (shown.length > 0 || address.kind !== 'dm' ? shown : open).slice(0, mostOffered);
  if (meant.length === 0) return false;
  const offered: { id: string; customer: string }[] = [];
  for (const { id, customerId } of meant) offered.push({ id, customer: (await customerTerms(turn.tx, customerId)).name });
  const live = `for_whom:${laneOf(address)}:${incoming.dedupeKey}`;
  await say(turn, {
    to: address,
    class: 'transactional',
    dedupeKey: live,
    live,
    card: askForWhom({ text, files, live }, offered, speaker.locale),
    buttonsFor: incoming.from,
    ...threadOf(incoming),
  });
  return true;
}

/** Whose the words are: they go under the name of whoever wrote them, once. */
export async function pressForWhom(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  button: BoundButton,
  action: ForWhomAction,
): Promise<Outcome> {
  const { actor, locale } = speaker;
  const no = async (code: 'over' | 'staff_only', text: string): Promise<Outcome> => {
    await record(turn, { kind: 'press.denied', actor, via: speaker.address, reason: code, after: { action } });
    await whisper(turn, incoming, text);
    return { ok: false, refusal: { code, text } };
  };
  if (actor.kind !== 'staff') return no('staff_only', words(locale)('desk:staffOnly'));
  const { words: text = '', live = '', case: id = '' } = button.args;
  const standing = action === 'tell_customer' ? await findCase(turn.tx, id) : null;
  if (button.superseded || (action === 'tell_customer' && !standing)) return no('over', words(locale)('cases:forWhomOver'));
  let told: { by: string; customer: string } | null = null;
  if (standing) {
    const { faster } = await answerCase(turn, { ...speaker, actor }, standing.id, { text, files: filesIn(button) });
    await tellSecond(turn, speaker, incoming, faster);
    told = { by: actor.name, customer: (await customerTerms(turn.tx, standing.customerId)).name };
  }
  const card = settledForWhom(text, told, locale);
  await say(turn, { to: incoming.address, class: 'transactional', dedupeKey: `${live}:${action}`, live, card });
  return { ok: true };
}
