import { fold } from '../../../text/fold.ts';
import type { Span } from '../../reading.ts';
import { plainText, spanOf, type Plain } from '../../rules/text/plain.ts';

/** No wish is longer: whoever quotes more has quoted the note. */
const longest = 500;

/** A note in which quotes are looked up. */
export interface Located {
  span: Span;
  /** Character for character, and once only. */
  sure: boolean;
}

export interface Lookup {
  plain: Plain;
  /** Where words that were quoted stand; null where they do not. The first place outside `blocked` counts. */
  find(quote: string, blocked?: readonly Span[]): Located | null;
}

/** Quotes are found character for character, or as the rules compare texts; what is found is cut from the note itself. */
export function openLookup(text: string): Lookup {
  const plain = plainText(text);
  return {
    plain,
    find(quote, blocked = []) {
      const words = quote.trim();
      if (words === '' || words.length > longest) return null;
      const exact = placesOf(text, words).map((start): Span => ({ start, end: start + words.length, text: words }));
      const loose =
        exact.length > 0
          ? []
          : placesOf(plain.text, fold(words).text.trim()).map((start) => spanOf(plain, start, start + fold(words).text.trim().length));
      const places = [...exact, ...loose].filter(({ text }) => text !== '');
      const span = places.find((place) => !blocked.some((other) => overlap(place, other))) ?? places[0];
      return span ? { span, sure: exact.length === 1 } : null;
    },
  };
}

/** More places than this say nothing of where the words stand. */
const mostPlaces = 20;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = words === '' ? -1 : text.indexOf(words); at >= 0 && places.length < mostPlaces; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

export const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;
