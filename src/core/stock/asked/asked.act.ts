import type { BoundButton } from '../../messages/buttons.ts';
import type { Incoming, Outcome } from '../../messages/incoming.ts';
import { readBusiness } from '../../people/business.store.ts';
import { customerTerms } from '../../people/customer.store.ts';
import type { Speaker } from '../../people/person.ts';
import { askWhatIsMeant } from '../../talk/unsure/asking.act.ts';
import { reply, whisper } from '../../talk/reply.act.ts';
import { fold } from '../../text/fold.ts';
import { words } from '../../text/words.ts';
import type { DeskTurn } from '../../turn.ts';
import type { Product } from '../catalogue.ts';
import { readPrices } from '../catalogue.store.ts';
import { goodsCard, whichGoodsCard } from './asked.cards.ts';
import { goodsMeant, isFar, readGoodsQuestion } from './asked.decide.ts';
import { freeOf } from './asked.store.ts';

/** What a question for a price or for what there is came to: answered, for a colleague, or something else. */
export type GoodsAnswer = 'answered' | 'unknown' | 'no_question';

/** Answers from the catalogue, and from nothing else; of several products one is chosen. */
export async function answerGoods(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'message' }>,
): Promise<GoodsAnswer> {
  const question = readGoodsQuestion(incoming.text);
  if (!question) return 'no_question';
  const { products, index } = await turn.catalogue();
  if (products.size === 0) return 'no_question';
  const found = goodsMeant(index, question.words);
  const { match, trait } = found;
  if (match.kind === 'unknown') return 'unknown';
  if (isFar(index, question.words, found)) {
    const lead = words(speaker.locale)('desk:nothingOrderable', { words: asTyped(incoming.text, question.words) });
    await askWhatIsMeant(turn, speaker, incoming, { text: incoming.text, lead, hints: ['order', 'talk_to_person'] });
    return 'answered';
  }
  const meant = (match.kind === 'exact' ? [match.sku] : match.skus).flatMap((sku) => products.get(sku) ?? []);
  const [only, ...others] = meant;
  if (!only) return 'unknown';
  await reply(turn, incoming, others.length > 0 ? whichGoodsCard(meant, trait, speaker.locale) : await cardOf(turn, speaker, only, trait));
  return 'answered';
}

/** One of several products that a question may have meant. */
export async function pressGoods(
  turn: DeskTurn,
  speaker: Speaker,
  incoming: Extract<Incoming, { kind: 'press' | 'form' }>,
  { args }: BoundButton,
): Promise<Outcome> {
  const product = (await turn.catalogue()).products.get(args['sku'] ?? '');
  if (product) {
    await reply(turn, incoming, await cardOf(turn, speaker, product, args['trait'] ?? null));
    return { ok: true };
  }
  const refusal = { code: 'not_sold', text: words(speaker.locale)('catalogue:gone') };
  await whisper(turn, incoming, refusal.text);
  return { ok: false, refusal };
}

async function cardOf(turn: DeskTurn, speaker: Speaker, product: Product, trait: string | null) {
  const { currency } = await readBusiness(turn.tx);
  const list = speaker.actor.kind === 'customer' ? (await customerTerms(turn.tx, speaker.actor.id)).priceList : 'standard';
  const price = (await readPrices(turn.tx, list, currency, [product.sku])).get(product.sku) ?? null;
  const free = (await freeOf(turn.tx, [product.sku])).get(product.sku) ?? null;
  return goodsCard({ product, price, free, trait }, speaker.locale);
}

/** The words as they were typed, where folding moved nothing. */
function asTyped(text: string, folded: string): string {
  const at = fold(text).text.indexOf(folded);
  return at >= 0 && fold(text).text.length === text.length ? text.slice(at, at + folded.length) : folded;
}
