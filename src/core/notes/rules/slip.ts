import { spanOf } from './plain.ts';
import type { Scene } from './scene.ts';

/** "Sorry, wrong day, by noon on Thursday", "urgent was my last order, not this one": what is corrected is read beside it. */
export function isSlip({ plain, clauses, words }: Scene, start: number, end: number, read: Uint8Array): boolean {
  const text = plain.text.slice(start, end);
  if (
    /^[\s\p{P}]*(?:(?:that's|that was|i got|got|i put|put|i gave|gave) )?(?:the |a )?wrong (?:day|date|time|week|month)[\s\p{P}]*$/u.test(
      text,
    )
  ) {
    const next = clauses.find((clause) => clause.start >= end);
    return (
      /(?:sorry|oops|whoops|wait|hang on|apologies|my mistake|argh|doh)[\s\p{P}]*$/u.test(
        plain.text.slice(Math.max(0, start - 24), start),
      ) &&
      next !== undefined &&
      read.subarray(next.start, next.end).includes(1)
    );
  }
  return (
    /^[\s\p{P}]*(?:and |but )?not (?:this one|this order|this time)[\s\p{P}]*$/u.test(text) &&
    /\b(?:was|were) (?:[a-z]+ ){0,3}?(?:last|previous|other|earlier) (?:order|one|time)[\s\p{P}]*$/u.test(
      words.slice(Math.max(0, start - 60), start),
    )
  );
}

/** "Many thanks, Dan": a name or two at the very end, behind words of parting. */
export const isSignature = ({ plain }: Scene, start: number, end: number): boolean =>
  /^[^\p{L}]*$/u.test(plain.text.slice(end)) &&
  /(?:thanks?|thank you|thx|cheers|regards|wishes|best|sincerely|ta)[^\p{L}]*$/u.test(plain.text.slice(0, start)) &&
  /^[^\p{L}]*\p{Lu}\p{Ll}{1,12}(?: \p{Lu}\p{Ll}{0,14}\.?)?[^\p{L}]*$/u.test(spanOf(plain, start, end).text);
