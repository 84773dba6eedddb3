import type { Incoming } from '../../messages/incoming.ts';
import { caseOfMessage } from '../../messages/outbox.store.ts';
import { answeredOrder } from '../../orders/asking/answered.act.ts';
import { capabilities, isAskable } from '../../orders/capabilities.ts';
import type { Speaker } from '../../people/person.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { typedInWords } from './called.decide.ts';
import { commandNamed } from './command.list.ts';

const isCommand = (command: string): boolean => commandNamed(command) !== null || isAskable(command);

/** What is said of a note is no command: "对" is said of everything. */
const labels = (['zh-CN', 'zh-TW'] as const)
  .flatMap((locale) =>
    Object.keys(capabilities)
      .filter(isAskable)
      .flatMap((action) => (action.startsWith('wish_') ? [] : [{ label: words(locale)(`orders:action.${action}`), command: action }])),
  )
  .toSorted((one, other) => other.label.length - one.label.length);

type Message = Extract<Incoming, { kind: 'message' }>;
type Command = Extract<Incoming, { kind: 'command' }>;

/**
 * What a colleague says as they would type a command, without the slash: to the desk by its name, or in answer to what it said of an
 * order. Null for all other words. Whether it may be done where it was said is judged as for a command that is typed.
 */
export async function commandInWords(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<Command | null> {
  if (speaker.actor.kind !== 'staff' || (incoming.files ?? []).length > 0) return null;
  const { dedupeKey, at, saidAt, from, address, text, replyTo, called } = incoming;
  const typed = typedInWords(text, called === true, { isCommand, labels });
  if (!typed) return null;
  // what answers a case goes to its customer, whatever it is
  if (replyTo !== undefined && (await caseOfMessage(turn.tx, address, replyTo))) return null;
  if (!called && !(await answeredOrder(turn, speaker, incoming))) return null;
  const when = saidAt === undefined ? {} : { saidAt };
  const reply = replyTo === undefined ? {} : { replyTo };
  return { dedupeKey, at, ...when, from, address, kind: 'command', ...typed, ...reply };
}
