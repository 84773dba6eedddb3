import { callPerson } from '../../cases/opening.act.ts';
import { sayUnder } from '../../cases/show.act.ts';
import { sentence } from '../../messages/card.ts';
import type { Incoming } from '../../messages/incoming.ts';
import { code } from '../../notes/rules/words/injection.ts';
import { namesGoods, readingContext } from '../../orders/placing/words.act.ts';
import type { Speaker } from '../../people/person.ts';
import type { DeskTurn } from '../../turn.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/**
 * Words that would steer the desk, or name an authority nobody can check, and order nothing: nothing is done by them, and a colleague reads
 * them, told what they are. False for all other words. Beside goods they are part of the order's note, which a colleague reads too.
 */
export async function heardClaims(turn: DeskTurn, speaker: Speaker, incoming: Message): Promise<boolean> {
  const { actor } = speaker;
  const { text, address } = incoming;
  if (actor.kind !== 'customer') return false;
  const { reader, orderDate, timeZone } = await readingContext(turn);
  const { injection } = reader.read({ text, orderDate, timeZone, lines: [] });
  // code is nobody's claim: there is nothing in it to decide
  const claims = injection.filter((span) => span.text.search(code) < 0);
  if (claims.length === 0 || (await namesGoods(turn, text))) return false;
  const said = { text, files: incoming.files ?? [] };
  const receipt = { asks: true, offers: [] };
  const opened = await callPerson(turn, { customer: actor, address, about: 'person', order: null, words: said, receipt });
  await sayUnder(turn, opened, 'claims', (t) => [sentence(t('unsure:claims', { customer: actor.name }))]);
  return true;
}
