import { sentence, type Draft } from '../messages/card.ts';
import type { Locale } from '../text/locale.ts';
import { words } from '../text/words.ts';
import type { ListKind, Report } from './lists.ts';

export const listActions = ['list_take', 'list_drop'] as const;
export type ListAction = (typeof listActions)[number];
export const isListAction = (action: string): action is ListAction => listActions.some((known) => known === action);

/** The live card of one file. */
export const liveName = (id: string): string => `list:${id}`;

/** More than so many rows are counted, not listed. */
const mostShown = 10;

/** What became of a list, or would: rows read, taken, unchanged and refused, each refused one with its number and reason. */
export function reportCard(
  about: { id: string; file: string; kind: ListKind; report: Report; ignored: readonly string[]; done: boolean },
  locale: Locale,
): Draft {
  const t = words(locale);
  const { read, taken, unchanged, refused, opened = [] } = about.report;
  const counts = { read: String(read), taken: String(taken), unchanged: String(unchanged), refused: String(refused.length) };
  const more = refused.length - mostShown;
  const lines = [
    t(`lists:kind.${about.kind}`, { file: about.file }),
    t(about.done ? 'lists:done' : 'lists:would', counts),
    ...refused.slice(0, mostShown).map(({ row, reason }) => t('lists:row', { row: String(row), reason })),
    ...(more > 0 ? [t('lists:more', { n: String(more) })] : []),
    ...(opened.length > 0 ? [t(about.done ? 'lists:opened' : 'lists:wouldOpen', { locations: opened.join(', ') })] : []),
    ...(about.ignored.length > 0 ? [t('lists:ignored', { columns: about.ignored.join(', ') })] : []),
    ...(about.done ? [] : [t(taken > 0 ? 'lists:ask' : 'lists:nothing')]),
  ];
  const args = { list: about.id };
  const take = { action: 'list_take', label: t('lists:button.list_take', counts), style: 'primary' as const, args };
  const drop = { action: 'list_drop', label: t('lists:button.list_drop'), args };
  return sentence(lines.join('\n'), about.done || taken === 0 ? [] : [take, drop]);
}
