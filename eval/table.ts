import type { Figures } from './score.ts';
import { languages, type Answers, type GoldenNote } from './note.ts';
import { score } from './score.ts';

const columns: [keyof Figures, string][] = [
  ['notes', 'notes'],
  ['urgent', 'urgent'],
  ['deadlineDate', 'date'],
  ['deadlineStrict', 'strict'],
  ['specsStrict', 'specs'],
  ['specsLenient', 'lenient'],
  ['flags', 'flags'],
  ['quantities', 'qty'],
  ['phone', 'phone'],
  ['address', 'addr'],
  ['injectionPrecision', 'inj P'],
  ['injectionRecall', 'inj R'],
  ['humanRecall', 'human R'],
  ['exact', 'exact'],
  ['silentMisses', 'silent'],
  ['readWithoutHuman', 'alone'],
];

export type Slices = Record<string, Figures>;

/** The figures of all notes, of each language and of each slice that has notes. */
export function slicesOf(notes: GoldenNote[], answers: Answers): Slices {
  const tags = [...new Set(notes.flatMap((note) => note.tags))].toSorted();
  const groups: [string, GoldenNote[]][] = [
    ['all', notes],
    ...languages.map((lang): [string, GoldenNote[]] => [lang, notes.filter((note) => note.lang === lang)]),
    ...tags.map((tag): [string, GoldenNote[]] => [`#${tag}`, notes.filter((note) => note.tags.includes(tag))]),
  ];
  return Object.fromEntries(groups.filter(([, group]) => group.length > 0).map(([name, group]) => [name, score(group, answers)]));
}

export function table(title: string, slices: Slices): string {
  const head = [title.padEnd(14), ...columns.map(([, name]) => name.padStart(8))].join('');
  const rows = Object.entries(slices).map(([name, figures]) =>
    [name.padEnd(14), ...columns.map(([key]) => String(figures[key] ?? '-').padStart(8))].join(''),
  );
  return [head, ...rows, ''].join('\n');
}
