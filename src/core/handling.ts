import { heardFromQuiet } from './care/win-back/stopping.act.ts';
import { heardCode } from './people/codes/redeeming.act.ts';
import { noteContacts } from './people/hinting/hinting.act.ts';
import type { Speaker } from './people/person.ts';
import { commandInWords } from './talk/commands/called.act.ts';
import { obey } from './talk/commands/commands.act.ts';
import { heardAfterwards } from './talk/afterwards.act.ts';
import { whoSpeaks } from './talk/speaker.act.ts';
import { hear } from './talk/words/words.act.ts';
import { placedIn } from './talk/reply.act.ts';
import { putHeardMessage } from './orders/note-message.store.ts';
import { isAfterwards, isNotice, laneOf, type Incoming, type Outcome, type Spoken } from './messages/incoming.ts';
import { press } from './talk/press.act.ts';
import { noteReach } from './talk/reach.act.ts';
import type { Answering, DeskTurn } from './turn.ts';

/** One incoming in its transaction: who is it, what do they want, the feature that does it. */
export async function handle(given: DeskTurn, incoming: Incoming): Promise<Outcome> {
  const turn = { ...given, ...placedIn(incoming) };
  await noteReach(turn, incoming);
  if (isNotice(incoming)) return { ok: true };
  if (isAfterwards(incoming)) {
    await heardAfterwards(turn, incoming);
    return { ok: true };
  }
  const coded = await heardCode(turn, incoming);
  if (coded) return coded;
  const speaker = await whoSpeaks(turn, incoming);
  await noteContacts(turn, speaker, incoming);
  const outcome = await handleOf(turn, speaker, incoming);
  if (speaker.actor.kind === 'customer') await heardFromQuiet(turn, speaker.actor.id);
  return outcome;
}

async function handleOf(turn: DeskTurn, speaker: Speaker, incoming: Spoken): Promise<Outcome> {
  switch (incoming.kind) {
    case 'press':
    case 'form':
      return press(turn, speaker, incoming);
    case 'command':
      await obey(turn, speaker, incoming);
      return { ok: true };
    case 'message': {
      const command = await commandInWords(turn, speaker, incoming);
      if (command) await obey(turn, speaker, command);
      else await hearAndKeep(turn, speaker, incoming);
      return { ok: true };
    }
  }
}

/** What a customer says is kept with what was answered, for when they change it. */
async function hearAndKeep(turn: DeskTurn, speaker: Speaker, incoming: Extract<Incoming, { kind: 'message' }>): Promise<void> {
  const { address, messageKey, text } = incoming;
  if (speaker.actor.kind !== 'customer' || address.kind !== 'dm' || messageKey === undefined) return hear(turn, speaker, incoming);
  const answering: Answering = { lane: laneOf(address), first: null, replaces: null };
  await hear({ ...turn, answering }, speaker, incoming);
  await putHeardMessage(turn.tx, address, messageKey, { text, answer: answering.first }, turn.now);
}
