import type { Block } from '../messages/card.ts';
import { cut } from '../messages/runs.ts';
import type { Words } from '../text/words.ts';
import type { Reading, Span } from './reading.ts';
import { together } from './together.ts';

/** One thing that was read, or that was not understood or not followed, and the words it came from. */
export interface ReadItem {
  what: string;
  from: Span;
  kind: 'read' | 'instructs' | 'unread';
}

/**
 * What was read in the note, each item with the words it came from, and what was not understood. `chosen` are the wishes
 * that became options of a line.
 */
export function readItems(
  reading: Reading,
  t: Words,
  day: (iso: string) => string,
  chosen: Pick<ReadItem, 'what' | 'from'>[],
  audience: 'customer' | 'desk',
): ReadItem[] {
  const items: ReadItem[] = [];
  const isDesk = audience === 'desk';
  const item = (what: string, from: Span, kind: ReadItem['kind'] = 'read'): void => void items.push({ what, from, kind });
  if (reading.urgent) item(t(reading.urgent.value ? 'notes:urgent' : 'notes:notUrgent'), reading.urgent.evidence);
  if (reading.deadline) item(deadlineWords(reading.deadline, t, day), reading.deadline.evidence);
  for (const { what, from } of chosen) item(what, from);
  for (const spec of reading.specs)
    item(t('notes:spec', { key: t(`notes:key.${spec.key}`), value: spec.unit ? `${spec.value} ${spec.unit}` : spec.value }), spec.evidence);
  for (const { flag, evidence, also = [], message } of reading.flags) {
    const what = t(`notes:flag.${flag}`);
    item(message ? t('notes:message', { what, message: message.text }) : what, evidence);
    for (const span of also) item(what, span);
  }
  if (reading.phone) item(t('notes:phone', { value: reading.phone.e164 }), reading.phone.evidence);
  if (reading.address) item(t('notes:address', { value: reading.address.value }), reading.address.evidence);
  for (const span of reading.injection) item(t(isDesk ? 'notes:injectionDesk' : 'notes:injection'), span, 'instructs');
  for (const span of reading.unread) item(t(isDesk ? 'notes:unreadDesk' : 'notes:unread'), span, 'unread');
  return items;
}

/** The same as a part of a card; null where nothing was read. `around`: the words of a wish with all that belongs to them, instead of those that raised it. */
export function readingBlock(
  reading: Reading,
  t: Words,
  day: (iso: string) => string,
  chosen: Pick<ReadItem, 'what' | 'from'>[] = [],
  audience: 'customer' | 'desk' = 'customer',
  most: { lines: number; words: number } = mostAgain,
  around?: (wish: Span) => string,
): Block<never> | null {
  const items = readItems(reading, t, day, chosen, audience);
  const wishes = around ? [...reading.flags.flatMap(({ evidence, also = [] }) => [evidence, ...also]), reading.phone?.evidence] : [];
  const isWish = ({ from }: ReadItem): boolean => wishes.includes(from);
  const whole = together(
    items.filter(isWish).map(({ what, from }) => ({ what, words: around?.(from) ?? from.text })),
    t('orders:card.listJoin'),
  );
  const bare = items.filter((item) => !isWish(item)).map(({ what, from, kind }) => ({ what, words: from.text, kind }));
  const asked = [...bare.filter(({ kind }) => kind === 'read'), ...whole, ...bare.filter(({ kind }) => kind !== 'read')];
  const lines = [...new Set(asked.map(({ what, words }) => t('notes:from', { what, words: cut(words, most.words) })))];
  if (lines.length === 0) return null;
  const shown = lines.slice(0, lines.length > most.lines ? most.lines - 1 : most.lines);
  const more = lines.length > shown.length ? [t('notes:more', { count: lines.length - shown.length })] : [];
  const title = t(audience === 'desk' ? 'notes:titleDesk' : 'notes:title');
  return { kind: 'note', text: [title, ...[...shown, ...more].map((line) => `• ${line}`)].join('\n') };
}

/** Nobody reads a long letter twice: so much of it is said again, and the whole of it stands with the order. */
const mostAgain = { lines: 12, words: 200 };

/** Not even a letter is longer: all of it. */
export const allOfIt = { lines: Infinity, words: Infinity };

/** Whether so much may have been read in a note that not all of it is said again. */
export const isLetter = (note: string): boolean => note.length > mostAgain.words;

export function deadlineWords(
  deadline: { date: string | null; time: string | null; strict: boolean },
  t: Words,
  day: (iso: string) => string,
): string {
  if (deadline.date === null) return t('notes:deadlineUnclear');
  const when = { date: deadline.time ? `${day(deadline.date)} ${deadline.time}` : day(deadline.date) };
  return deadline.strict ? t('notes:deadlineStrict', when) : t('notes:deadline', when);
}
