import { wording, type Clause, type Parsed } from '../clauses.ts';
import { article, headAfter, isCalled, shownBefore, type Pointer } from './choices.ts';
import { measureWords } from '../quantity/units.data.ts';
import type { Draft } from './work.ts';

type Line = Draft['lines'][number];

const more = /^(?:big|bigger|biggest|large|larger|largest|long|longer|longest|wide|wider|widest|大|长|宽)$/;
const less = /^(?:small|smaller|smallest|short|shorter|shortest|narrow|narrower|little|小|短|窄)$/;

/** "The big desk", 小的那张: the line with the larger or the smaller measure, where one has it alone. */
export function sizePointers(clause: Clause, parsed: Parsed, lines: readonly Line[]): Pointer[] {
  const { list } = parsed.tokens;
  const found: Pointer[] = [];
  for (let at = clause.from; at < clause.to; at += 1) {
    const text = list[at]?.text ?? '';
    const way = more.test(text) ? 1 : less.test(text) ? -1 : 0;
    if (way === 0) continue;
    const isHan = list[at]?.kind === 'han';
    // 大张的那个
    const end = isHan && (list[at + 1]?.text ?? '') in measureWords ? at + 2 : at + 1;
    const { to, isOne, isShown, noun } = headAfter(end, clause, parsed);
    const before = wording(list, clause.from, at);
    const lead = isHan ? (shownBefore.exec(before)?.[0].length ?? 0) : article.test(before) ? 1 : 0;
    const isMeant = isHan ? lead > 0 || isShown : lead > 0 && (isOne || noun !== null);
    const own = isMeant ? extreme(noun ? lines.filter((one) => isCalled(noun, one)) : lines, way) : null;
    if (!own) continue;
    const { line, key } = own;
    found.push({ from: at - lead, to, lineIds: [line.id], key });
    at = to - 1;
  }
  return found;
}

/** The line whose measure is the largest of all (`way` 1) or the smallest; null where two share it, or measures tell nothing. */
function extreme(lines: readonly Line[], way: number): { line: Line; key: string } | null {
  const keys = new Set(lines.flatMap(({ options = [] }) => options.filter(({ value }) => isNumber(value)).map(({ key }) => key)));
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return null;
  const sized = lines.flatMap((line) => {
    const value = line.options?.find((option) => option.key === key)?.value;
    return value !== undefined && isNumber(value) ? [{ line, size: Number(value) * way }] : [];
  });
  const [first, second] = sized.toSorted((one, other) => other.size - one.size);
  return first && second && first.size > second.size ? { line: first.line, key } : null;
}

const isNumber = (value: string): boolean => /^\d+(?:\.\d+)?$/.test(value);
