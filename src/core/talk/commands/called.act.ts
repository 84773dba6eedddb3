import type { Incoming } from '../../messages/incoming.ts';
import { caseOfMessage } from '../../messages/outbox.store.ts';
import { answeredOrder } from '../../orders/asking/answered.act.ts';
import { capabilities, isAskable } from '../../orders/capabilities.ts';
import { readBusiness } from '../../people/business.store.ts';
import type { Speaker } from '../../people/person.ts';
import { locales } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { commandMeant, typedInWords } from './called.decide.ts';
import { commandNamed, commands } from './command.list.ts';

const isCommand = (command: string): boolean => commandNamed(command) !== null || isAskable(command);

/** What is said of a note is no command: "对" is said of everything. A single word in letters is the command itself, or an everyday one. */
const labels = locales
  .flatMap((locale) =>
    Object.keys(capabilities)
      .filter(isAskable)
      .map((command) => ({ label: words(locale)(`orders:action.${command}`), command })),
  )
  .filter(({ label, command }) => !command.startsWith('wish_') && (!/^[a-z]/i.test(label) || label.includes(' ')))
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

/** "I do not know aprove. Did you mean /approve HO-1001?": for a colleague whose words are no command, but near to one. Null where none is. */
export async function meantCommand(
  turn: DeskTurn,
  { locale }: Speaker,
  text: string,
  order: { number: string | null } | null,
): Promise<string | null> {
  const named = Object.entries(commands).flatMap(([name, { by }]) => (by === 'customers' ? [] : [name]));
  const meant = commandMeant(text, [...named, ...Object.keys(capabilities)], labels);
  if (!meant) return null;
  const t = words(locale);
  if (!isAskable(meant.command)) return t('desk:didYouMean', meant);
  const { orderPrefix } = await readBusiness(turn.tx);
  return t('desk:didYouMeanNumber', { ...meant, number: order?.number ?? `${orderPrefix}…` });
}
