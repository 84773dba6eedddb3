import type { Block } from './card.ts';
import { Cutting } from './runs.ts';

/** One bar of a chart: what it stands for, how long it is, and the figure as its reader writes it. */
export interface Bar {
  label: string;
  value: number;
  shown: string;
}

type Chart = Extract<Block<unknown>, { kind: 'chart' }>;

const most = { bars: 20, label: 30 };
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** How many columns a text takes where every character has its own: Chinese ones take two. */
export const columnsOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);

/**
 * A chart where only characters of one width can draw it: a line for each of at most twenty bars, with its label, a bar of at most
 * `width` columns, and its figure.
 */
export function barLines({ bars }: Pick<Chart, 'bars'>, width: number, cutting = new Cutting()): string[] {
  const inLine = (text: string): string => cutting.cut(text.replaceAll(/\s+/g, ' '), most.label);
  const shown = cutting.first(bars, most.bars).map((bar) => ({ ...bar, label: inLine(bar.label), shown: inLine(bar.shown) }));
  const longest = Math.max(0, ...shown.map(({ value }) => value));
  const margin = Math.max(0, ...shown.map(({ label }) => columnsOf(label)));
  return shown.map(({ label, value, shown: figure }) => {
    const bar = value > 0 ? barOf((value / longest) * width) : '';
    return [label + ' '.repeat(margin - columnsOf(label)), bar, figure].filter((part) => part !== '').join(' ');
  });
}

/** As long as asked, to an eighth of a column; what is more than nothing is seen. */
function barOf(columns: number): string {
  const parts = Math.max(1, Math.round(columns * 8));
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}
