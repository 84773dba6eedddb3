import { calledAs, outcomeWords, purposeWords } from '../notes/model/calls/calls.cards.ts';
import { notMade } from '../notes/model/calls/outcomes.ts';
import type { CallCount, Meant } from '../notes/model/calls/figures.store.ts';
import type { Corrected } from '../notes/model/labels/label.store.ts';
import type { Reader } from '../orders/cards/view.ts';
import type { Locale } from '../text/locale.ts';
import { quantity } from '../text/format.ts';
import type { Words } from '../text/words.ts';
import { sumOf, type Digest } from './digest.ts';

/** What was answered or refused without a call. */
const uncalled: ReadonlySet<string> = new Set(['cached', ...notMade]);

/**
 * How many notes a model has read and how many not and why, what it was called for and what that cost, how often its suggestions were right,
 * and how often what the rules read was not.
 */
export function readingWords(
  { n, read, parts, calls, accuracy, corrected, meant }: Digest['reading'],
  { locale }: Reader,
  t: Words,
): string {
  const part = (what: string, count: number): string => t('insight:part', { what, n: quantity(count, locale) });
  const reasons = parts.filter(({ outcome }) => outcome !== 'read').map((one) => part(outcomeWords(one.outcome, t), one.n));
  const right = accuracy.map((one) =>
    t(one.share === null ? 'model:accurateFew' : 'model:accurate', {
      what: t(`model:field.${one.field}`),
      right: quantity(one.right, locale),
      n: quantity(one.n, locale),
    }),
  );
  const known = sumOf(
    calls.filter(({ outcome }) => outcome === 'cached'),
    'n',
  );
  return [
    ...(n > 0 ? [t('model:digestRead', { read: quantity(read, locale), n: quantity(n, locale) })] : []),
    ...(reasons.length > 0 ? [t('model:digestNot', { n: quantity(n - read, locale), parts: reasons.join(t('insight:join')) })] : []),
    ...callWords(calls, locale, t, part),
    ...(known > 0 ? [part(t('model:outcome.cached'), known)] : []),
    ...right,
    ...correctedWords(corrected, locale, t, part),
    ...meantWords(meant, locale, t),
  ].join(t('model:join'));
}

function correctedWords({ notes, n, fields }: Corrected, locale: Locale, t: Words, part: (what: string, n: number) => string): string[] {
  if (n === 0) return [];
  const parts = fields.map(({ field, n: times }) => part(t(`model:field.${field}`), times)).join(t('model:join'));
  return [t('model:corrected', { n: quantity(n, locale), notes: quantity(notes, locale), parts })];
}

function meantWords({ n, rules, asked, model }: Meant, locale: Locale, t: Words): string[] {
  if (n === 0) return [];
  const byRules = t('model:meantRules', { right: quantity(rules, locale), n: quantity(n, locale) });
  return asked === 0 ? [byRules] : [byRules, t('model:meantModel', { right: quantity(model, locale), n: quantity(asked, locale) })];
}

/** The calls that were made, by what they were for, with what they cost in each currency. */
function callWords(calls: readonly CallCount[], locale: Locale, t: Words, part: (what: string, n: number) => string): string[] {
  const made = calls.filter(({ outcome }) => !uncalled.has(outcome));
  if (made.length === 0) return [];
  const costs = [...new Set(made.map(({ currency }) => currency))].flatMap((currency) => {
    const known = made.filter((one) => one.currency === currency && one.cost !== null);
    const sum = known.reduce((total, { cost }) => total + (cost ?? 0n), 0n);
    return known.length > 0 ? [calledAs(sum, currency, locale)] : [];
  });
  const purposes = Map.groupBy(made, ({ purpose }) => purpose);
  const parts = [...purposes].map(([purpose, those]) => part(purposeWords(purpose, t), sumOf(those, 'n'))).join(t('model:join'));
  const n = quantity(sumOf(made, 'n'), locale);
  return [costs.length > 0 ? t('model:calls', { n, parts, cost: costs.join(t('insight:join')) }) : t('model:callsFree', { n, parts })];
}
