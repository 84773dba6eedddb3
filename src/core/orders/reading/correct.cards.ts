import type { Offer } from '../../messages/card.ts';
import type { Field, Form } from '../../messages/form.ts';
import { meanings, readableIn, type Correction, type Meaning } from '../../notes/correct.ts';
import { sayingWords } from '../../notes/model/second.cards.ts';
import type { Words } from '../../text/words.ts';
import { freeWords, wordsOf, type OrderView } from '../cards/view.ts';
import { secondWordsOf, shortened } from './second.cards.ts';

/** More would be a list to search; what is left is put right once these are. */
const most = 6;

/** For each thing that was read in a note, that it was not meant; for what was not understood, what it means; the words for a gift's card. */
export function correctionOffers(view: OrderView, t: Words): Offer[] {
  const { reading } = view.facts.order;
  if (!reading || !view.offered.includes('correct')) return [];
  const offers = readableIn(reading).map(({ id: item, says, evidence }): Offer =>
    says.field === 'unread'
      ? { action: 'correct', label: t('notes:correct.means', { words: shortened(freeWords(view, evidence.text)) }), args: { item } }
      : {
          action: 'correct',
          label: t('notes:correct.notMeant', { what: shortened(freeWords(view, sayingWords(says, secondWordsOf(view)))) }),
          args: { item, as: 'nothing' satisfies Meaning },
        },
  );
  const isCard = reading.flags.some(({ flag }) => flag === 'gift_message');
  const card: Offer = { action: 'correct', label: t('notes:correct.card'), args: { item: 'flag:gift_message', as: 'gift_message' } };
  const unread = offers.slice(0, reading.unread.length);
  return [...unread, ...(isCard ? [card] : []), ...offers.slice(unread.length)].slice(0, most);
}

/** What the press on such a button still has to ask: what unread words mean, or the text of a card; null where it says all. */
export function correctionForm(view: OrderView, id: string, args: Record<string, string>): Form | null {
  const { reading } = view.facts.order;
  const item = reading && readableIn(reading).find((one) => one.id === args['item']);
  const t = wordsOf(view);
  if (!item) return null;
  const message = reading.flags.find(({ flag }) => flag === 'gift_message')?.message?.text ?? '';
  const text: Field = { name: 'message', kind: 'long_text', label: t('notes:correct.message'), required: false };
  if (args['as'] === 'gift_message') return { id, title: t('notes:correct.card'), fields: [{ ...text, required: true, value: message }] };
  if (item.says.field !== 'unread') return null;
  const options = meanings.map((value) => ({ value, label: meaningWords(value, t) }));
  const label = t('notes:correct.which', { words: shortened(freeWords(view, item.evidence.text)) });
  return { id, title: t('notes:correct.title'), fields: [{ name: 'as', kind: 'select', label, required: true, options }, text] };
}

const meaningWords = (meaning: Meaning, t: Words): string =>
  meaning === 'nothing' ? t('notes:correct.nothing') : meaning === 'urgent' ? t('notes:urgent') : t(`notes:flag.${meaning}`);

/** What a colleague put right, for the history of the order. */
export function correctionWords(view: OrderView, { was, becomes, evidence, message }: Correction): string {
  const t = wordsOf(view);
  const said = secondWordsOf(view);
  const words = evidence.text;
  if (message !== null) return t('notes:correct.toldMessage', { message });
  if (was.field === 'unread')
    return becomes.field === 'nothing'
      ? t('notes:correct.toldNothing', { words })
      : t('notes:from', { what: sayingWords(becomes, said), words });
  return t('notes:correct.toldNotMeant', { what: sayingWords(was, said), words });
}
