import type { Degraded } from '../../model/second.ts';
import { openLookup } from '../../model/verify/locate.ts';
import type { Span } from '../../reading.ts';
import type { Wish } from '../wish.ts';
import type { WishesAnswer } from './question.ts';

/** One wish that a model reads in a message, and why nothing is made of it. There is no `confirmed`: only the customer's press says what they want. */
export interface WishItem {
  wish: Wish;
  /** Null for words that do not stand in the message. */
  evidence: Span | null;
  status: 'suggested' | 'rejected';
  rejected: 'not_in_note' | 'too_many' | null;
  /** What the model quoted, shortened, where it is not believed. */
  said: string | null;
}

/** What a model read in a message that was not clear, or why it read nothing. */
export interface SecondOfMessage {
  model: string | null;
  prompt: string;
  degraded: Degraded | null;
  items: WishItem[];
  /** The answer came while the buttons could still be changed. */
  inTime: boolean;
}

/** More is no answer but a guess at everything. */
const mostWishes = 3;

const mostSaid = 200;

/** What of a model's answer may choose buttons: a wish of the list, once, whose quoted words stand in the message. */
export function verifyWishes(text: string, { wishes }: WishesAnswer): WishItem[] {
  const lookup = openLookup(text);
  const taken = new Set<Wish>();
  return wishes.slice(0, 20).flatMap(({ wish, quote }): WishItem[] => {
    const evidence = lookup.find(quote)?.span ?? null;
    const said = quote.slice(0, mostSaid).toWellFormed();
    if (!evidence) return [{ wish, evidence, status: 'rejected', rejected: 'not_in_note', said }];
    if (taken.has(wish)) return [];
    if (taken.size >= mostWishes) return [{ wish, evidence, status: 'rejected', rejected: 'too_many', said }];
    taken.add(wish);
    return [{ wish, evidence, status: 'suggested', rejected: null, said: null }];
  });
}

export const suggestedWishes = (second: Pick<SecondOfMessage, 'items'>): Wish[] =>
  second.items.filter(({ status }) => status === 'suggested').map(({ wish }) => wish);
