import type { KnownBlock } from '@slack/types';
import type { Block, Button } from '#core/messages/card.ts';
import { cut, type Cutting } from '#core/messages/runs.ts';

type Chart = Extract<Block<Button>, { kind: 'chart' }>;

/** Slack's native chart: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block. Its published types do not know it yet. */
export interface DataVisualizationBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
}

export type SlackBlock = KnownBlock | DataVisualizationBlock;

const most = { title: 50, label: 20, bars: 20, charts: 2 };
export const mostCharts = most.charts;

/** A chart of one series, where nothing may be empty; a name that occurs twice would be one category. */
export function chartOf({ title, bars }: Chart, cutting: Cutting): DataVisualizationBlock {
  const named = (text: string, length: number): string => cutting.cut(text, length) || '–';
  const labels = new Map(cutting.first(bars, most.bars).map(({ label, value }) => [named(label, most.label), value]));
  // the title says it whole
  const name = cut(title, most.label) || '–';
  return {
    type: 'data_visualization',
    title: named(title, most.title),
    chart: {
      type: 'bar',
      series: [{ name, data: Array.from(labels, ([label, value]) => ({ label, value })) }],
      axis_config: { categories: [...labels.keys()] },
    },
  };
}
