import type { NoteInput } from '../reading.ts';
import { plainText } from './text/plain.ts';
import type { Quote } from './text/quotes.ts';
import { matchesOf } from './text/matches.ts';

/** A place where the note names a line: by name, alias, head noun or ordinal. */
export interface Mention {
  start: number;
  end: number;
  sku: string;
  by: 'name' | 'noun' | 'ordinal';
}

/** Finds the lines a note speaks of, also inside the order lines themselves; the longest name wins. */
export function findMentions(words: string, text: string, quotes: Quote[], lines: NoteInput['lines']): Mention[] {
  const found: Mention[] = [];
  const free = (start: number, end: number) =>
    !quotes.some((quote) => start < quote.end && quote.start < end) && !found.some((other) => start < other.end && other.start < end);
  for (const { name, sku, by } of calls(lines)) {
    let at = text.indexOf(name);
    for (let guard = 0; at >= 0 && guard < 50; guard += 1) {
      const end = at + name.length + plural(text, at + name.length, name);
      if (bounded(text, at, end) && free(at, end)) found.push({ start: at, end, sku, by });
      at = text.indexOf(name, at + 1);
    }
  }
  for (const mention of shortNames(text, lines)) if (free(mention.start, mention.end)) found.push(mention);
  for (const mention of openings(text, lines)) if (free(mention.start, mention.end)) found.push(mention);
  for (const mention of ordinals(words, lines)) if (free(mention.start, mention.end)) found.push(mention);
  return found.sort((a, b) => a.start - b.start);
}

type Call = Pick<Mention, 'sku' | 'by'> & { name: string };

/** What each line answers to, longest first; a head noun only when no other line has it. */
function calls(lines: NoteInput['lines']): Call[] {
  const names: Call[] = lines.flatMap(({ sku, names }) =>
    [...names.flatMap((name) => [name, ...byScript(plainText(name).text)]), sku]
      .map((name): Call => ({ name: plainText(name).text.trim(), sku, by: 'name' }))
      .filter(({ name }) => name.length > 1),
  );
  const nouns: Call[] = names.flatMap(({ name, sku }) => headNouns(name).map((noun): Call => ({ name: noun, sku, by: 'noun' })));
  const own = nouns.filter((noun) => !nouns.some((other) => other.name === noun.name && other.sku !== noun.sku));
  return [...names, ...own]
    .flatMap((call) => [call, ...irregular(call.name).map((name) => ({ ...call, name }))])
    .sort((a, b) => b.name.length - a.name.length);
}

/** "Mesh chair 网椅" is called by either name. */
function byScript(name: string): string[] {
  const [latin, han] = [/[a-z][a-z '-]{2,}[a-z]/.exec(name)?.[0], /\p{Script=Han}{2,}/u.exec(name)?.[0]];
  return latin && han ? [latin, han] : [];
}

/** Shelves are a shelf, and batteries a battery. */
const irregular = (name: string): string[] =>
  /(?:[^aeiou]f|[ei]f|ea?f|fe)$/.test(name)
    ? [name.replace(/fe?$/, 'ves')]
    : /[a-z]{2}[^aeiou]y$/.test(name)
      ? [name.replace(/y$/, 'ies')]
      : [];

function headNouns(name: string): string[] {
  const bare = name
    .replace(/\([^)]{0,60}\)/g, '')
    .replace(/[\s,]+(?:\d\S*(?: (?:in|ft|cm|mm|m|l|kg|g|ml|oz|lb|pk|pc|ct))?|[a-z]?\d\S*)\s*$/, '')
    .trim();
  const english = /(?:^|[\s-])([a-z]{3,})$/.exec(bare)?.[1];
  // "totes" are a "canvas tote bag"
  const beforeLast =
    /(?:^|[\s-])(?!(?:ceramic|canvas|cotton|steel|leather|wooden|glass|metal|paper|standing|dining|office|desk|floor|table|wall|hex|celebration|birthday)\b)([a-z]{4,}) [a-z]{3,}$/.exec(
      bare,
    )?.[1];
  const han = /(\p{Script=Han}{2,})[^\p{Script=Han}]*$/u.exec(bare)?.[1];
  return [
    ...(english && english !== name ? [english] : []),
    ...(beforeLast ? [beforeLast] : []),
    ...(han ? [han.slice(-3), han.slice(-2), `${han.slice(-1)}子`].filter((noun) => noun !== name && noun.length > 1) : []),
  ];
}

/** 帽要黑色, 灯用白光: the last character of a name stands for the thing where it opens a phrase and no other line has it. */
function shortNames(text: string, lines: NoteInput['lines']): Mention[] {
  const last = lines.flatMap(({ sku, names }) => {
    const han = names.map((name) => /(\p{Script=Han})[^\p{Script=Han}]*$/u.exec(plainText(name).text)?.[1]).find(Boolean);
    return han && '椅桌杯灯帽衫衣裤袋包瓶壶盒笔伞柜床台架锅碗盘刀枕被帘门表鞋袜巾牌饼糕酒茶垫'.includes(han) ? [{ sku, han }] : [];
  });
  const own = last.filter(({ han }) => last.filter((other) => other.han === han).length === 1);
  return own.flatMap(({ sku, han }) =>
    Array.from(
      matchesOf(
        text,
        new RegExp(
          `(?<=^|[^\\p{Script=Han}]|[个张把件只顶条支盏套的啲])${han}(?=[要用改加嘅的身盖底都选做换腿面架罩布先也请芯杆,: ]|上[刻印绣写])`,
          'gu',
        ),
      ),
      ({ index }) => ({
        start: index,
        end: index + 1,
        sku,
        by: 'noun' as const,
      }),
    ),
  );
}

/** 客厅那盏要4000K，卧室的要3000K: what a name begins with, where no other line's name has it. */
function openings(text: string, lines: NoteInput['lines']): Mention[] {
  if (lines.length < 2) return [];
  const all = lines.map(({ sku, names }) => ({ sku, names: names.map((name) => plainText(name).text) }));
  const opens = all.flatMap(({ sku, names }) =>
    names.flatMap((name) => {
      const opening = /^\p{Script=Han}{2}(?=\p{Script=Han}{2})/u.exec(name)?.[0];
      return opening && !all.some((other) => other.sku !== sku && other.names.some((own) => own.includes(opening)))
        ? [{ sku, opening }]
        : [];
    }),
  );
  return opens.flatMap(({ sku, opening }) =>
    matchesOf(
      text,
      new RegExp(
        `(?<!\\p{Script=Han})${opening}(?=(?:那|的|嘅|嗰)?(?:个|盏|张|把|台|件|条|只|款|套|种|盒|箱|瓶|部)?(?:要|改|换|减|加|各|不变|不动|就|先|得|也|请))`,
        'gu',
      ),
    ).map(({ index }) => ({ start: index, end: index + opening.length, sku, by: 'noun' as const })),
  );
}

function plural(text: string, end: number, name: string): number {
  if (!/[a-z]$/.test(name)) return 0;
  return /^(?:es|s)(?![a-z])/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
}

function bounded(text: string, start: number, end: number): boolean {
  const latin = /[a-z0-9]/;
  return (
    !(latin.test(text[start] ?? '') && latin.test(text[start - 1] ?? '')) &&
    !(latin.test(text[end - 1] ?? '') && latin.test(text[end] ?? ''))
  );
}

/** "The dark ones": a word that only one line's name has. */
function distinguished(words: string, lines: NoteInput['lines']): Mention[] {
  const own = lines.map(
    ({ names }) =>
      new Set(
        names.flatMap((name) =>
          name
            .toLowerCase()
            .split(/[^a-z]+/)
            .filter((word) => word.length > 2),
        ),
      ),
  );
  return Array.from(matchesOf(words, byAdjective)).flatMap((match): Mention[] => {
    const having = lines.filter((_, at) => own[at]?.has(match[1] ?? match[2] ?? ''));
    return having.length === 1 && having[0]
      ? [{ start: match.index, end: match.index + match[0].length, sku: having[0].sku, by: 'ordinal' }]
      : [];
  });
}

const byAdjective = /\b(?:the )?([a-z]{3,14}) (?:ones?|kind|type)\b|(?<=\bof (?:the |those )?)([a-z]{4,14})(?=[.,;!?\n]|$| please| and)/g;

const englishOrdinals = ['first', 'second', 'third', 'fourth', 'fifth'];

function ordinals(words: string, lines: NoteInput['lines']): Mention[] {
  if (lines.length < 2) return [];
  const found: Mention[] = distinguished(words, lines);
  const add = (match: RegExpExecArray, number: number) => {
    const line = lines[number - 1];
    if (line) found.push({ start: match.index, end: match.index + match[0].length, sku: line.sku, by: 'ordinal' });
  };
  for (const match of matchesOf(words, /\b(?:the )?(first|second|third|fourth|fifth)(?: (?:one|item|line|product|row))\b/g))
    add(match, englishOrdinals.indexOf(match[1] ?? '') + 1);
  for (const match of matchesOf(words, /\b(?:line|item)(?: no\.?)? ?#?(\d)\b/g)) add(match, Number(match[1]));
  if (lines.length === 2)
    for (const match of matchesOf(words, /\bthe (?:former|(latter))\b|前者|(后者)/g)) add(match, match[1] || match[2] ? 2 : 1);
  for (const match of matchesOf(words, /\bthe last (?:one|item|line|product)\b|最后(?:那|这)?一?(?:个|款|项|样|种|件|条|行)/g))
    add(match, lines.length);
  for (const match of matchesOf(words, /第([一二三四五1-5])(?:个|行|款|项|样|种|件|条)/g)) {
    const digit = match[1] ?? '';
    add(match, '一二三四五'.indexOf(digit) + 1 || Number(digit));
  }
  return found;
}
