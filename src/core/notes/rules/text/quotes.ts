import { pattern } from '../../../text/pattern.ts';

export interface Quote {
  start: number;
  end: number;
  /** The quoted words without their marks. */
  inner: { start: number; end: number };
}

const pairs: Record<string, string> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '「': '」',
  '『': '』',
  '《': '》',
  '【': '】',
  '‘': "'",
  '«': '»',
  '”': '”',
};
/** Longer than any text to be printed: an opening mark without its partner must not swallow the note. */
const longest = 200;

/** Quoted stretches, in order. An apostrophe opens one only after a space and closes one only before a space or mark. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    const end =
      mark === "'" ? apostropheEnd(text, at) : pairs[mark] === undefined || isInch(text, at) ? -1 : closing(text, at, pairs[mark]);
    if (end <= at + 1) continue;
    quotes.push({ start: at, end: end + 1, inner: { start: at + 1, end } });
    at = end;
  }
  return quotes;
}

/** "A card reading: Ninety and still beating me. All my love, Tess": what a card is to say stands in no marks, and raises nothing. */
const message = pattern('gu')`
  (?:
    \b(?:its|their|a|an|the|with|gift|birthday|little|small|short|own) (?:card|tag)s?
    |\b(?:note|slip|message|line|words?)(?=
      [ ](?:tucked |popped |slipped )?(?:inside|in the (?:box|parcel)|reading|saying|to say|that (?:says|reads)|for the card)
    )
  )\b[^.!?。\n:;"“'\ufffc]{0,36}: ?(?=[\p{L}\d])(
    [^.!?。\n]{2,120}(?:[.!?,]+ ?(?:all (?:my|our) love|lots of love|much love|with love|love|hugs|yours|from|your)\b[^.!?。\n]{0,30})?
  )
`;

export function findMessages(text: string, quotes: Quote[]): Quote[] {
  return Array.from(text.matchAll(message)).flatMap((match) => {
    const words = match[1] ?? '';
    const end = match.index + match[0].length;
    const start = end - words.length;
    return quotes.some((quote) => start < quote.end && quote.start < end) ? [] : [{ start, end, inner: { start, end } }];
  });
}

function closing(text: string, at: number, mark: string): number {
  const window = text.slice(at + 1, at + 1 + longest);
  const found = window.indexOf(mark);
  return found < 0 ? -1 : at + 1 + found;
}

/** 24" is a measure unless a quotation is open. */
function isInch(text: string, at: number): boolean {
  return text[at] === '"' && /\d/.test(text[at - 1] ?? '') && !/[\p{L}]/u.test(text[at + 1] ?? '');
}

function apostropheEnd(text: string, at: number): number {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return -1;
  const window = text.slice(at + 1, at + 1 + longest);
  const found = /'(?![\p{L}\p{N}])/u.exec(window);
  return found ? at + 1 + found.index : -1;
}
