import { readIntent } from './intent.ts';
import { isWish, type Wish } from './wish.ts';
import { pattern } from '../../text/pattern.ts';

/** Where one wish may end and another begin: at the end of a sentence, and at words that say "and another thing". */
const between = pattern('i')`
  (?<=[.!?;。！？；\n])\s*(?:also|plus|besides|另外|还有|還有|顺便|順便)?
  |\s*[,，]?\s*\b(?:
    and(?: then)? also
    |and(?=
      [ ](?:
        can|could|would|will|please|i|we|also|what|where|when|how|why|is|are|cancel|change|move|send|deliver|stop|return|let|call|tell|order
        |reorder|don'?t
      )\b
    )
    |by the way|oh and
  )\b
  |\s*[,，]?\s*(?:另外|还有|還有|顺便|順便|同时|同時|以及|并且|並且|仲有|同埋|而且)
  |\s*[,，]\s*(?:also\b|plus\b|besides\b|then\b)?
`;

/** One thing that a message says, and what it wants where that is clear. */
interface Part {
  text: string;
  wish: Wish | null;
}

/** A part that asks for something, though not clearly: no "thanks", no "I am in a hurry". */
const asks =
  /\b(?:can|could|would|will|please|want|need|cancel|change|move|send|return|refund|add|remove|call|order)\b|\?|请|請|能|可以|帮|幫|要|取消|改|换|換|退|加|唔该/i;

const courtesy: ReadonlySet<string> = new Set(['thanks', 'greeting', 'confirm', 'nothing_readable', 'never_mind', 'help']);

export function partsOf(text: string): Part[] {
  if (text.length > 2000) return [];
  return text.split(between).flatMap((part): Part[] => {
    const said = part.trim();
    if (!/[\p{L}\p{N}]/u.test(said)) return [];
    const { kind } = readIntent(said);
    return courtesy.has(kind) ? [] : [{ text: said, wish: isWish(kind) ? kind : null }];
  });
}

/** These are done together, by whoever changes orders. */
const changes: ReadonlySet<Wish> = new Set<Wish>(['reschedule', 'change_address', 'change_items']);

/** The wishes of a message that has several which are not done at once; empty where it has one, or none. */
export function severalWishes(text: string): Wish[] {
  const found = [...new Set(partsOf(text).flatMap(({ wish }) => wish ?? []))];
  return found.length > 1 && !found.every((wish) => changes.has(wish)) ? found : [];
}

/** What a message wants beside the one thing that is answered; null where that is all of it. */
export function besideWish(text: string, answered: Wish): Part | null {
  const parts = partsOf(text);
  if (!parts.some(({ wish }) => wish === answered)) return null;
  return parts.find(({ text: said, wish }) => wish !== answered && (wish !== null || asks.test(said))) ?? null;
}
