import type { Suggestion, Typing } from '../../messages/sink.ts';
import { isAskable } from '../../orders/capabilities.ts';
import { stateWord } from '../../orders/cards/view.ts';
import { openDeskOrders, openOrders } from '../../orders/order.store.ts';
import type { Speaker } from '../../people/person.ts';
import { findSpeaker } from '../../people/speaker.store.ts';
import { inLanguage } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { commandNamed } from './command.list.ts';

/** Every platform shows at least so many, and none more. */
const most = 25;
const mostLabel = 100;

/** What may follow a command, as far as it was typed: the numbers of orders somebody may see, or what the catalogue has. */
export async function suggest(turn: DeskTurn, typing: Typing): Promise<Suggestion[]> {
  const speaker = await findSpeaker(turn.tx, typing.from, typing.address);
  if (!speaker) return [];
  const found = await proposals(turn, speaker, typing);
  const typed = folded(typing.text);
  return found
    .filter(({ label, value }) => typed === '' || folded(label).includes(typed) || folded(value).includes(typed))
    .slice(0, most)
    .map(({ label, value }) => ({ label: label.slice(0, mostLabel), value: value.slice(0, mostLabel) }));
}

async function proposals(turn: DeskTurn, speaker: Speaker, { command }: Typing): Promise<Suggestion[]> {
  const name = commandNamed(command);
  if (name === 'order') return speaker.actor.kind === 'customer' ? products(turn, speaker) : orders(turn, speaker);
  return name === 'status' || name === 'person' || isAskable(command.replaceAll('-', '_')) ? orders(turn, speaker) : [];
}

/** Staff look among what is open on the desk, customers among their own. */
async function orders(turn: DeskTurn, speaker: Speaker): Promise<Suggestion[]> {
  const t = words(speaker.locale);
  const open = speaker.actor.kind === 'staff' ? await openDeskOrders(turn.tx, 100) : await openOrders(turn.tx, speaker.actor.id, most);
  return open.flatMap((order) => (order.number ? [{ value: order.number, label: `${order.number} · ${stateWord(t, order)}` }] : []));
}

async function products(turn: DeskTurn, speaker: Speaker): Promise<Suggestion[]> {
  const { products: all } = await turn.catalogue();
  return [...all.values()].map(({ sku, names }) => {
    const name = inLanguage(names, speaker.locale) || sku;
    return { label: name, value: `1 ${name}` };
  });
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:\d+\s*[x×]?\s+)?/, '')
    .trim();
