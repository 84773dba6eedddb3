import type { Clause, Parsed } from '../clauses.ts';
import type { Range } from '../found.ts';
import type { Mention } from '../mentions.ts';
import type { Count } from '../quantity/count.ts';
import { measureWords } from '../quantity/units.data.ts';
import { choicePointers, isCalled, nounAt, type Pointer } from './choices.ts';
import { ordinalsIn, type Ordinal } from './ordinals.ts';
import { sizePointers } from './sizes.ts';
import type { Draft } from './work.ts';

type Line = Draft['lines'][number];

/** A text in which mentions point at lines, which they are, and what they explain beside themselves. */
export interface Pointed {
  clauses: Clause[];
  pointed: Map<Mention, string[]>;
  beside: Range[];
}

/** The clauses with a mention in place of every pointer, so that what points is neither a count nor a choice. */
export function withPointers(clauses: Clause[], parsed: Parsed, { lines }: Draft): Pointed {
  const pointed = new Map<Mention, string[]>();
  const beside: Range[] = [];
  const shown = clauses.map((clause): Clause => {
    const pointers = pointersIn(clause, parsed, lines);
    if (pointers.length === 0) return clause;
    const isFree = (part: Range): boolean => pointers.every(({ from, to }) => part.to <= from || part.from >= to);
    // "the 160 cm desk to 180" speaks of widths
    const isOther = ({ value, to }: Count): boolean =>
      pointers.some(({ lineIds, key }) => {
        const product = parsed.products.get(lines.find(({ id }) => id === lineIds[0])?.sku ?? '');
        // "the oak desk for a 180 one": whatever is chosen so
        const isOne = /^(?:ones?|的|cm)$/.test(parsed.tokens.list[to]?.text ?? '');
        const options = product?.options.filter((one) => one.key === key || isOne) ?? [];
        return options.some(({ choices = [] }) => choices.some((choice) => choice.value === String(value)));
      });
    const mentions = pointers.map(({ from, to, lineIds }): Mention => {
      const sku = lines.find(({ id }) => id === lineIds[0])?.sku ?? '';
      const mention: Mention = { from, to, match: { kind: 'exact', sku, score: 1 }, generic: false, weak: false };
      pointed.set(mention, lineIds);
      return mention;
    });
    // "the desk from 120 to 140": the desk is the one of 120
    const shownTwice = (mention: Mention): boolean =>
      mentions.some((one) => pointed.get(one)?.some((lineId) => lines.some((line) => line.id === lineId && isCalled(mention, line))));
    const own = clause.mentions.filter(isFree);
    beside.push(...own.filter(shownTwice));
    const all = [...own.filter((mention) => !shownTwice(mention)), ...mentions].toSorted((one, other) => one.from - other.from);
    return { ...clause, mentions: all, counts: clause.counts.filter((count) => isFree(count) && !isOther(count)) };
  });
  return { clauses: shown, pointed, beside };
}

function pointersIn(clause: Clause, parsed: Parsed, lines: readonly Line[]): Pointer[] {
  const byPlace = ordinalsIn(clause, parsed).flatMap((ordinal) => placed(ordinal, clause, parsed, lines) ?? []);
  const isFree = ({ from, to }: Range): boolean => byPlace.every((other) => to <= other.from || from >= other.to);
  const byChoice = [...byPlace, ...choicePointers(clause, parsed, lines).filter(isFree)];
  const isLeft = ({ from, to }: Range): boolean => byChoice.every((other) => to <= other.from || from >= other.to);
  return [...byChoice, ...sizePointers(clause, parsed, lines).filter(isLeft)];
}

/** "The second desk" is the second of the desks, 第二张 of what is counted in 张; where there are fewer, of all lines. */
function placed(ordinal: Ordinal, clause: Clause, parsed: Parsed, lines: readonly Line[]): Pointer | null {
  const noun = nounAt(ordinal.to, clause);
  const named = noun ? lines.filter((line) => isCalled(noun, line)) : lines;
  const counted = named.filter((line) => ordinal.measure !== null && isCountedIn(ordinal.measure, line, parsed));
  const whole = pick(lines, ordinal);
  const line = pick(counted, ordinal) ?? pick(named, ordinal) ?? (whole && named.includes(whole) ? whole : undefined);
  return line ? { from: ordinal.from, to: noun?.to ?? ordinal.to, lineIds: [line.id] } : null;
}

const pick = (lines: readonly Line[], { place }: Ordinal): Line | undefined => (place === 'last' ? lines.at(-1) : lines[place - 1]);

function isCountedIn(measure: string, { sku, names }: Line, { products }: Parsed): boolean {
  const last = measureWords[measure] ?? '';
  return products.get(sku)?.unit === measure || names.some((name) => last.includes(name.at(-1) ?? ' '));
}
