import { refuse, type Refusal } from '../decision.ts';
import { chosenShortage } from '../fulfilling/answering.decide.ts';
import { isOpen } from '../fulfilling/shortage.ts';
import type { Facts } from '../judge.decide.ts';
import type { Wish } from './wish.ts';

/**
 * Two questions about the same units have one answer: a line whose missing goods the customer was asked about is changed once
 * they chose. What else is on the order may change meanwhile.
 */
export function besideShortage(facts: Facts, { items }: Wish): { ok: false; refusal: Refusal } | null {
  if (!items) return null;
  const touched = new Set([...items.lines, ...items.options].map(({ lineId }) => lineId));
  const asked = facts.shortages.find((one) => isOpen(one) && touched.has(one.lineId ?? ''));
  if (!asked) return null;
  const chosen = chosenShortage(facts, { shortage: asked.id });
  return 'ok' in chosen ? null : refuse('shortage_asked', { words: chosen.line.words, missing: String(chosen.missing) });
}
