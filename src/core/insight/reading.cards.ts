import { calledAs, outcomeWords } from '../notes/model/calls/calls.cards.ts';
import type { Reader } from '../orders/cards/view.ts';
import { quantity } from '../text/format.ts';
import type { Words } from '../text/words.ts';
import type { Digest } from './digest.ts';

/** Outcomes that are no failure. */
const fine: ReadonlySet<string> = new Set(['answered', 'cached', 'asking']);
/** What was not asked at all. */
const unasked: ReadonlySet<string> = new Set(['cached', 'over_budget', 'breaker_open']);

/** How often a model was asked and what that cost, what it did not read and why, and how often its suggestions were right. */
export function readingWords({ parts, accuracy }: Digest['reading'], { locale }: Reader, t: Words): string {
  const made = parts.filter(({ outcome }) => !unasked.has(outcome)).reduce((sum, { n }) => sum + n, 0);
  const costs = [...new Set(parts.map(({ currency }) => currency))].flatMap((currency) => {
    const known = parts.filter((part) => part.currency === currency && part.cost !== null);
    const sum = known.reduce((total, { cost }) => total + (cost ?? 0n), 0n);
    return known.length > 0 ? [calledAs(sum, currency, locale)] : [];
  });
  const n = quantity(made, locale);
  const failed = parts.filter(({ outcome }) => !fine.has(outcome));
  const reasons = failed.map((part) => t('insight:part', { what: outcomeWords(part.outcome, t), n: quantity(part.n, locale) }));
  const degraded = quantity(
    failed.reduce((sum, part) => sum + part.n, 0),
    locale,
  );
  const right = accuracy.map((one) =>
    t(one.share === null ? 'model:accurateFew' : 'model:accurate', {
      what: t(`model:field.${one.field}`),
      right: quantity(one.right, locale),
      n: quantity(one.n, locale),
    }),
  );
  return [
    costs.length > 0 ? t('model:calls', { n, cost: costs.join(t('insight:join')) }) : t('model:callsFree', { n }),
    ...(failed.length > 0 ? [t('model:digestDegraded', { n: degraded, parts: reasons.join(t('insight:join')) })] : []),
    ...right,
  ].join(t('model:join'));
}
