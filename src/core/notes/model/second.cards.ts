import { quantity } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import type { Words } from '../../text/words.ts';
import type { Confidence } from './labels/calibration.decide.ts';
import type { NoAnswer, Saying, Second, SecondItem } from './second.ts';
import { deadlineWords } from '../reading.cards.ts';

/** Who reads, and how days and products are called for them. */
export interface SecondWords {
  t: Words;
  locale: Locale;
  day(iso: string): string;
  product(sku: string): string;
}

/** What a model says is in the note, in a few words. */
export function sayingWords(says: Saying, words: SecondWords): string {
  const { t, locale, day, product } = words;
  switch (says.field) {
    case 'urgent':
      return t(says.value ? 'notes:urgent' : 'notes:notUrgent');
    case 'deadline':
      return says.date === null ? t('model:what.noDate') : deadlineWords(says, t, day);
    case 'spec': {
      const what = t('notes:spec', { key: t(`notes:key.${says.key}`), value: says.unit ? `${says.value} ${says.unit}` : says.value });
      return says.sku ? t('model:what.specOf', { product: product(says.sku), what }) : what;
    }
    case 'no_spec':
    case 'no_flag':
      return t('model:what.notMeant', { what: sayingWords(deniedBy(says) ?? says, words) });
    case 'quantity': {
      const by = says.to === null ? says.delta : null;
      const n = by === null ? quantity(says.to ?? 0, locale) : `${by > 0 ? '+' : ''}${quantity(by, locale)}`;
      const kind = by === null ? ('quantityTo' as const) : ('quantityBy' as const);
      return says.sku ? t(`model:what.${kind}Of`, { product: product(says.sku), n }) : t(`model:what.${kind}`, { n });
    }
    case 'flag':
      return t(`notes:flag.${says.flag}`);
    case 'phone':
      return t('notes:phone', { value: says.e164 });
    case 'address':
      return t('notes:address', { value: says.value });
    case 'injection':
    case 'conflict':
    case 'unread':
    case 'nothing':
      return t(`model:what.${says.field}`);
  }
}

/** What the rules have seen and a model says is not meant; null where it says that something is. */
export function deniedBy(says: Saying): Saying | null {
  if (says.field === 'no_spec') return { ...says, field: 'spec' };
  return says.field === 'no_flag' ? { ...says, field: 'flag' } : null;
}

/** What a model said that was not believed, as it said it: what code made of it may be nothing. */
export function claimWords({ says, said, rejected }: SecondItem, words: SecondWords): string {
  const { t } = words;
  if (rejected === null || rejected === 'by_staff' || !said) return sayingWords(says, words);
  const value = said.value ?? said.quote;
  switch (says.field) {
    case 'deadline':
      return t('model:what.dateSaid', { value });
    case 'quantity':
      return says.sku
        ? t('model:what.quantityToOf', { product: words.product(says.sku), n: value })
        : t('model:what.quantityTo', { n: value });
    case 'phone':
      return t('notes:phone', { value: said.quote });
    case 'address':
      return t('notes:address', { value: said.quote });
    default:
      return sayingWords(says, words);
  }
}

/** A suggestion in a sentence: what, from which words, whether the rules read them otherwise, and how sure it is by experience. */
export function suggestionWords(item: SecondItem, confidence: Confidence, said: SecondWords): string {
  const { t } = said;
  const beside = [...(item.disagrees ? [t('model:otherwise')] : []), ...sureWords(confidence, said)].join(t('model:join'));
  const what = t('model:says', { what: sayingWords(item.says, said), words: item.evidence?.text ?? '' });
  return beside === '' ? what : t('model:beside', { what, more: beside });
}

/** Nothing while nobody has answered anything yet: that there is no experience is no news on every card. */
function sureWords({ share, n }: Confidence, { t, locale }: SecondWords): string[] {
  if (n === 0) return [];
  if (share === null) return [t('model:tooFew', { n: quantity(n, locale) })];
  return [t('model:sure', { share: String(Math.round(share * 100)), n: quantity(n, locale) })];
}

/** A model as people read of it; answers that were recorded are said to be. */
export const modelWords = (model: string | null, t: Words): string =>
  model === 'replay' ? t('model:recorded') : (model ?? t('model:nobody'));

/** Why no model read along; of one that is given a rest also what it had failed by. */
export function degradedWords({ reason, because = null }: NoAnswer, t: Words): string {
  const why = t(`model:degraded.${reason}`);
  return because === null ? why : t('model:because', { why, last: t(`model:degraded.${because}`) });
}

/** Who read the note: the rules alone, and why, or a model with them; null where nobody else was to. */
export function readerWords(second: Second | undefined, t: Words): string | null {
  if (!second) return null;
  if (second.degraded) return t('model:byRules', { why: degradedWords({ reason: second.degraded, because: second.because ?? null }, t) });
  return t('model:byBoth', { model: modelWords(second.model, t) });
}
