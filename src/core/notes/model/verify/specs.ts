import { fold } from '../../../text/fold.ts';
import type { Reading } from '../../reading.ts';
import { units } from '../../rules/specs/measures.data.ts';
import { numbersIn, sameText, wordsWithin } from './alike.ts';
import { overlap } from './locate.ts';
import type { Chosen, NoteAnswer, NoteToRead } from '../question.ts';
import type { Rejection, Saying } from '../second.ts';
import { claim, type Claim, type Court } from './court.ts';

type SaidSpec = NoteAnswer['specs'][number];
type SaidQuantity = NoteAnswer['quantity_changes'][number];

/** What the goods shall be, and how many. */
export function verifySpecs(court: Court, { specs, quantity_changes }: NoteAnswer): Claim[] {
  return [...specs.slice(0, 40).map((said) => spec(court, said)), ...quantity_changes.slice(0, 40).map((said) => quantity(court, said))];
}

function spec(court: Court, said: SaidSpec): Claim {
  const { rules, note } = court;
  // a property is of the only line there is; a count without a line is of something that is on none
  const line = lineOf(note, note.lines.length === 1 ? (said.line ?? 0) : said.line);
  const sku = line?.sku ?? null;
  const value = valueIn(court, said);
  const written = said.unit === null ? said.value : `${said.value} ${said.unit}`;
  const key = said.key === 'capacity' && ofData.has(value?.unit ?? '') ? 'storage' : said.key;
  const says: Saying = { field: 'spec', sku, key, value: value?.value ?? said.value.slice(0, 200), unit: value?.unit ?? null };
  if (!value || line === undefined)
    return claim(court, says, said.quote, { rejected: value ? 'no_such_line' : 'value_not_in_quote', value: written });
  const same = (other: { key: string; value: string; unit: string | null }): boolean =>
    other.key === key && sameText(other.value, value.value) && (other.unit === value.unit || other.unit === null || value.unit === null);
  // the rules know no line in words that the model has one for: a colleague is asked
  const ofLine = (other: string | null): boolean => other === sku || sku === null || (other === null && note.lines.length === 1);
  const agrees =
    rules.specs.some((other) => ofLine(other.sku) && same(other)) ||
    inPieces(rules, says) ||
    isBesideUnnamed(rules, says) ||
    note.lines.some((other) => ofLine(other.sku) && other.chosen.some((chosen) => isChosen(chosen, value.value)));
  const claimed = claim(court, says, said.quote, { agrees, parsed: value.parsed, value: written });
  const beside = claimed.found ? readBeside(rules, claimed.found.span) : false;
  return { ...claimed, disagrees: !agrees && beside };
}

/** What is held in these is data, whatever a model calls that. */
const ofData = new Set(['GB', 'TB']);

/** "5 in M, 7 in L" in one piece, of which the rules have read both; "cobalt blue", with nothing between, is one. */
function inPieces({ specs }: Reading, { key, sku, value }: { key: string; sku: string | null; value: string }): boolean {
  const pieces = specs.filter((other) => other.key === key && other.sku === sku && wordsWithin(value, other.value) !== null);
  const between = pieces.reduce((rest, piece) => rest.replace(piece.value, ' '), value);
  return pieces.length > 1 && /[\p{L}\p{N},、;]/u.test(between);
}

/** 雙面磨砂 in one piece, of which the rules have read 磨砂 by its name and 雙面 without one: nothing is lost of it. */
function isBesideUnnamed({ specs }: Reading, { key, sku, value }: { key: string; sku: string | null; value: string }): boolean {
  const pieces = specs.filter((other) => other.sku === sku && wordsWithin(value, other.value) !== null);
  const [named, unnamed] = [key, 'other'].map((wanted) => pieces.filter((piece) => piece.key === wanted && piece.unit === null));
  const left = [...(named ?? []), ...(unnamed ?? [])].reduce((rest, piece) => rest.replace(piece.value, ' '), value);
  return named?.length === 1 && unnamed?.length !== 0 && key !== 'other' && !/[\p{L}\p{N}]/u.test(left);
}

/** A choice of the line already, as the catalogue calls it or as the customer did; under which name of a property is no matter. */
const isChosen = (chosen: Chosen, value: string): boolean =>
  sameText(chosen.value, value) || (chosen.words !== null && wordsWithin(chosen.words, value) !== null);

/** Undefined: no such line. What is of all lines or of none has none. */
function lineOf({ lines }: NoteToRead, at: number | null): { sku: string | null } | undefined {
  return at === null ? { sku: null } : lines[at];
}

/** Where on the goods, without the words that lead to it: "in a corner", "across the front", 笔杆上. */
const around = /^(?:(?:in|on|at|to|across|along|over) )?(?:(?:the|a|an|its|one|each) )?|(?<=\p{Script=Han}{2})[上里处]$/giu;

/** A taste or smell without the word that says that it is one, or the part that has it; 原味 is a taste by its whole name, and 無香味 a smell. */
const taste =
  /^(?![無无沒没])(.{2,}?)(?:口味|香味|味道|味| (?:flavou?r(?:ed)?|scent(?:ed)?|sponge|filling|icing|frosting|buttercream))$/isu;
/** Both ways from a measure: a tolerance is nothing else. */
const eitherWay = /^(?:±|\+ ?\/? ?-|正负|正負|plus or minus )\s*(?=\d)/i;
/** What a measure is of, before its number: the DC of "DC 24 V". */
const kind = /^[A-Za-z]{1,4}[ .]?(?=\d+(?:\.\d+)?$)/;

/** Whom a size is for and that it is one: the "age" of "age 5-6". */
const wearer = /^(?:(?:sizes?|ages?|aged|men'?s|women'?s|ladies'?|kids'?) )+(?=\S)/i;

/** The value without what its property or its unit says already. */
function bareValue({ key, value, unit }: SaidSpec): string {
  const written = value.trim();
  if (key === 'position') return written.replace(around, '');
  if (key === 'flavor' || key === 'scent') return written.replace(taste, '$1');
  if (key === 'tolerance') return written.replace(eitherWay, '');
  if (key === 'size') return written.replace(wearer, '');
  return unit === null ? written : written.replace(kind, '');
}

/** The value as code reads it from the quoted words: by the rules, or letter by letter. Null where it is not in them. */
function valueIn({ reader, note }: Court, said: SaidSpec): { value: string; unit: string | null; parsed: boolean } | null {
  const quote = said.quote.slice(0, 500);
  const alone = reader.read({ text: quote, orderDate: note.orderDate, timeZone: note.timeZone, lines: [] });
  const read = alone.specs.find(({ value }) => sameText(value, said.value));
  if (read) return { value: read.value, unit: read.unit, parsed: true };
  const written = said.unit !== null ? wordsWithin(quote, said.unit) : null;
  const unit = written && storedUnit(written);
  // 42U is a size, and U no unit of measure
  const whole = written !== null && unit === null ? wordsWithin(quote, `${said.value}${written}`) : null;
  if (whole !== null) return { value: whole, unit: null, parsed: false };
  const words = wordsWithin(quote, bareValue(said));
  if (words !== null) return { value: words, unit, parsed: false };
  // 一米二 is 1.2: a number that is written otherwise
  const number = Number(said.value);
  return Number.isFinite(number) && numbersIn(quote).includes(number) ? { value: said.value.trim(), unit, parsed: false } : null;
}

/** A unit as readings have it; null for one that is on no list. */
function storedUnit(written: string): string | null {
  const plain = fold(written.slice(0, 20)).text.trim();
  return units.find((known) => new RegExp(`^(?:${known.written})$`, 'i').test(plain))?.unit ?? null;
}

/** The rules made something else of these words. */
const readBeside = ({ specs, flags }: Reading, span: { start: number; end: number }): boolean =>
  specs.some(({ evidence }) => overlap(evidence, span)) || flags.some(({ flag, evidence }) => flag === 'other' && overlap(evidence, span));

/** No order changes a line to more than this in words. */
const mostUnits = 1_000_000;

function quantity(court: Court, said: SaidQuantity): Claim {
  const line = lineOf(court.note, said.line);
  const says: Saying = { field: 'quantity', sku: line?.sku ?? null, to: said.to, delta: said.delta };
  const rejected = faultOf(said, line);
  if (rejected) return claim(court, { ...says, to: null, delta: null }, said.quote, { rejected, value: writtenCount(said) });
  const changes = court.rules.quantityChanges.filter(({ sku }) => sku === says.sku || says.sku === null || sku === null);
  const agrees = changes.some(({ sku, to, delta }) => (sku === says.sku || says.sku === null) && to === said.to && delta === said.delta);
  return claim(court, says, said.quote, { agrees, disagrees: !agrees && changes.length > 0, parsed: true, value: writtenCount(said) });
}

/** A total, a difference, or both. */
function writtenCount({ to, delta }: SaidQuantity): string | null {
  const by = delta === null ? null : `${delta > 0 ? '+' : ''}${delta}`;
  return [to, by].filter((part) => part !== null).join(', ') || null;
}

/** A count must be whole, be one of a kind, and stand in the words; nothing of a line needs no number. */
function faultOf({ to, delta, quote }: SaidQuantity, line: object | undefined): Rejection | null {
  if (!line) return 'no_such_line';
  const written = to ?? delta;
  if (written === null || (to !== null && delta !== null)) return 'not_a_count';
  if (!Number.isInteger(written) || Math.abs(written) > mostUnits || (to !== null && to < 0) || delta === 0) return 'not_a_count';
  return to === 0 || numbersIn(quote.slice(0, 500)).includes(Math.abs(written)) ? null : 'value_not_in_quote';
}
