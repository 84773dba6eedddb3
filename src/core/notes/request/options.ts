import type { Option, Product } from '../../stock/catalogue.ts';
import { isHan, namePieces } from '../../stock/wording.ts';
import type { Reading, Span, SpecKey } from '../reading.ts';
import { convert, readMeasure } from './quantity/measures.ts';
import { after } from './mentions.ts';
import { light, lightHan } from './light.data.ts';
import { spanOf, tokenize, type Token, type Tokens } from './tokens.ts';

/** A choice the customer made: the canonical value of the catalogue, or a measure in the option's own unit. */
export interface ChosenOption {
  key: SpecKey;
  value: string;
  unit: string | null;
  evidence: Span;
}

export type FoundOption = ChosenOption & { from: number; to: number };

interface Choice {
  key: SpecKey;
  value: string;
  pieces: string;
  measure: { value: number; unit: string | null } | null;
  unit: string | null;
}

/** Words that say which side of a thing a number measures. */
const sides: [RegExp, SpecKey][] = [
  [/^(?:wide|width|宽)$/, 'width'],
  [/^(?:high|height|tall|高)$/, 'height'],
  [/^(?:long|length|长)$/, 'length'],
  [/^(?:deep|depth|深)$/, 'depth'],
  [/^(?:thick|thickness|厚)$/, 'thickness'],
  [/^(?:diameter|直)$/, 'diameter'],
];
const compiled = new WeakMap<Product, Choice[]>();

function choicesOf(product: Product): Choice[] {
  const known = compiled.get(product);
  if (known) return known;
  const choices = product.options.flatMap((option) => (option.choices ?? []).flatMap((choice) => writtenForms(option, choice)));
  compiled.set(product, choices);
  return choices;
}

function writtenForms(option: Option, choice: NonNullable<Option['choices']>[number]): Choice[] {
  const written = [...new Set([choice.value, ...Object.values(choice.label), ...choice.aliases])];
  const measures = written.map(readMeasure);
  const unit = measures.find((measure) => measure?.unit)?.unit ?? null;
  return written.flatMap((form, at) => {
    const pieces = namePieces(form).join('');
    const measure = measures[at] ? { value: measures[at].value, unit: measures[at].unit ?? unit } : null;
    const same = { key: option.key, value: choice.value, measure, unit };
    // 黑色 is also said as 黑.
    return [
      { ...same, pieces },
      ...(isHan(pieces) && pieces.length === 2 && pieces.endsWith('色') ? [{ ...same, pieces: pieces.slice(0, 1) }] : []),
    ];
  });
}

/** Pieces of every choice in words of these products, so that a colour is not taken for a part of a name. */
export function choiceWords(products: Product[]): Set<string> {
  const words = products.flatMap(choicesOf).filter(({ measure }) => !measure);
  return new Set(words.flatMap(({ pieces }) => (isHan(pieces) ? Array.from(pieces) : [pieces])));
}

/** Choices of a product among tokens `from` up to `to`, one per option; `taken(i)` tells that a token means something else. Two values ("black or blue") are no choice. */
export function optionsIn(product: Product, tokens: Tokens, from: number, to: number, taken: (at: number) => boolean): FoundOption[] {
  const found: FoundOption[] = [];
  for (let at = from; at < to; at += 1) {
    if (taken(at) || refused(tokens.list, at)) continue;
    const option = wordChoice(product, tokens, at, to, taken) ?? measureChoice(product, tokens, at);
    if (!option) continue;
    found.push(option);
    at = option.to - 1;
  }
  const clear = found.filter(({ key, value }) => found.every((other) => other.key !== key || other.value === value));
  return clear.filter(({ key }, place) => clear.findIndex((other) => other.key === key) === place);
}

/** "not black", 不要黑色: the opposite of a choice. */
function refused(list: Token[], at: number): boolean {
  const before = list
    .slice(Math.max(0, at - 2), at)
    .map(({ text }) => text)
    .join('');
  return /(?:not|no|without|except|but|不要|不是|别|不)$/.test(before);
}

function wordChoice(product: Product, tokens: Tokens, at: number, limit: number, taken: (at: number) => boolean): FoundOption | null {
  const choices = choicesOf(product);
  let pieces = '';
  let best: FoundOption | null = null;
  for (let to = at; to < Math.min(limit, at + 8) && !taken(to); to += 1) {
    const token = tokens.list[to];
    if (token?.kind === 'mark' && token.text === '-' && to > at) continue;
    if (token?.kind !== 'word' && token?.kind !== 'han') break;
    pieces += token.stem;
    const choice = choices.find((candidate) => !candidate.measure && candidate.pieces === pieces);
    if (choice && !shaded(tokens.list[at - 1], token) && !ofAnother(tokens.list, to + 1, limit, taken))
      best = { key: choice.key, value: choice.value, unit: choice.unit, evidence: spanOf(tokens, at, to + 1), from: at, to: to + 1 };
  }
  return best;
}

/** 米白色 is no white, and 深灰 no grey. */
const shaded = (before: Token | undefined, token: Token): boolean =>
  before?.kind === 'han' && token.kind === 'han' && !token.spaced && /[深浅暗亮米藏宝天湖墨草军酒粉橘奶银哑]/.test(before.text);

/** "Black cables", 白酒: the colour of a thing that is no part of the product's name. */
function ofAnother(list: Token[], at: number, limit: number, taken: (at: number) => boolean): boolean {
  const [last, next] = [list[at - 1], list[at]];
  if (at >= limit || taken(at) || !next) return false;
  if (next.kind === 'han') return last?.kind === 'han' && last.text !== '色' && !lightHan.has(next.text) && !/[吗么]/.test(next.text);
  return next.kind === 'word' && /[^s]s$/.test(next.text) && !light.has(next.text) && !after.has(next.text);
}

function measureChoice(product: Product, tokens: Tokens, at: number): FoundOption | null {
  const token = tokens.list[at];
  if (token?.kind !== 'measure' && token?.kind !== 'number') return null;
  const side = sideOf(tokens.list, at);
  const typed = { value: token.value, unit: token.kind === 'measure' ? token.unit : null };
  const fits = product.options.filter(({ key }) => side === null || key === side).flatMap((option) => fit(product, option, typed));
  const keys = new Set(fits.map(({ key }) => key));
  const [first] = fits;
  // 120 cm may be the width or the height: then the desk does not choose.
  const to = sides.some(([form]) => form.test(tokens.list[at + 1]?.text ?? '')) ? at + 2 : at + 1;
  return first && keys.size === 1 ? { ...first, evidence: spanOf(tokens, at, to), from: at, to } : null;
}

function sideOf(list: Token[], at: number): SpecKey | null {
  const near = [list[at + 1]?.text ?? '', list[at - 1]?.text ?? '', list[at - 2]?.text ?? ''];
  for (const word of near) {
    const side = sides.find(([form]) => form.test(word));
    if (side) return side[1];
  }
  return null;
}

function fit(
  product: Product,
  option: Option,
  typed: { value: number; unit: string | null },
): { key: SpecKey; value: string; unit: string | null }[] {
  const choice = choicesOf(product).find(({ key, measure }) => key === option.key && measure !== null && same(measure, typed));
  if (choice) return [{ key: option.key, value: choice.value, unit: choice.unit }];
  if (!option.range || typed.unit === null) return [];
  const value = convert(typed.value, typed.unit, option.range.unit);
  return value !== null && value >= option.range.min && value <= option.range.max
    ? [{ key: option.key, value: String(value), unit: option.range.unit }]
    : [];
}

function same(choice: { value: number; unit: string | null }, typed: { value: number; unit: string | null }): boolean {
  const converted = typed.unit === null || choice.unit === null ? typed.value : convert(typed.value, typed.unit, choice.unit);
  return converted === choice.value;
}

/** What a measure is of is written beside it; one that stands alone may be of whatever the product is measured by. */
const unnamed = ({ key, evidence }: Reading['specs'][number]): boolean =>
  key === 'size' || (key === 'length' && !/long|length|长|長/i.test(evidence.text));

/** The option of a product a spec is of: the one it names, or the only one such a measure fits. */
function optionOf(product: Product, spec: Reading['specs'][number]): Option | undefined {
  const named = product.options.find(({ key }) => key === spec.key);
  if (named || spec.unit === null || !unnamed(spec)) return named;
  const fitting = product.options.filter((option) => fit(product, option, { value: Number(spec.value), unit: spec.unit }).length > 0);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A spec the note's reader found, as the product's own choice; null when it is a wish of another kind. */
export function fitSpec(product: Product, spec: Reading['specs'][number]): ChosenOption | null {
  const option = optionOf(product, spec);
  if (!option) return null;
  const kept = { key: option.key, evidence: spec.evidence };
  if (!option.choices && !option.range) {
    const fitting = spec.value !== '' && spec.value.length <= (option.maxLength ?? Infinity);
    return fitting ? { ...kept, value: spec.value, unit: spec.unit } : null;
  }
  const number = Number(spec.value);
  const [measured] = Number.isFinite(number) && spec.value !== '' ? fit(product, option, { value: number, unit: spec.unit }) : [];
  if (measured) return { ...kept, value: measured.value, unit: measured.unit };
  const tokens = tokenize(spec.value);
  const found = optionsIn(product, tokens, 0, tokens.list.length, () => false).find(
    ({ key, from, to }) => key === option.key && from === 0 && to === tokens.list.length,
  );
  return found ? { ...kept, value: found.value, unit: found.unit } : null;
}
