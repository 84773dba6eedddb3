import type { Incoming } from '../../messages/incoming.ts';
import { readBusiness } from '../../people/business.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import type { Speaker } from '../../people/person.ts';
import { exampleOrder } from '../../talk/example.act.ts';
import { reply, replyWords } from '../../talk/reply.act.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import { readPrices } from '../catalogue.store.ts';
import { listingCard } from './listing.cards.ts';

/** "What do you sell?": what the catalogue has at this customer's prices, and how to order one. */
export async function listGoods(turn: DeskTurn, { actor, locale }: Speaker, incoming: Incoming): Promise<void> {
  const products = [...(await turn.catalogue()).products.values()];
  if (products.length === 0) return replyWords(turn, incoming, words(locale)('desk:noCatalogue'));
  const { currency } = await readBusiness(turn.tx);
  const list = actor.kind === 'customer' ? (await customerTerms(turn.tx, actor.id)).priceList : 'standard';
  const skus = products.map(({ sku }) => sku);
  const prices = await readPrices(turn.tx, list, currency, skus);
  await reply(turn, incoming, listingCard({ products, prices, example: await exampleOrder(turn, locale) }, locale));
}
