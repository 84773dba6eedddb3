import type { ListReport } from '#core/stock/list.ts';

export interface Report extends ListReport {
  file: string;
  dryRun: boolean;
  /** Columns of the file that nobody reads. */
  ignored: string[];
  opened?: string[];
}

/** More than so many rows are counted, not listed. */
export const mostShown = 20;

/** A report for a person. */
export function inWords({ read, taken, unchanged, refused, ignored, opened, dryRun }: Report): string {
  const shown = refused.slice(0, mostShown).map(({ row, reason }) => `  row ${row}: ${reason}`);
  return [
    `${read} ${read === 1 ? 'row' : 'rows'} read: ${taken} ${dryRun ? 'would be taken' : 'taken'}, ${unchanged} unchanged, ${refused.length} refused.`,
    ...shown,
    ...(refused.length > mostShown ? [`  and ${refused.length - mostShown} more; --json lists all of them`] : []),
    ...(opened && opened.length > 0 ? [`New locations: ${opened.join(', ')}.`] : []),
    ...(ignored.length > 0 ? [`Columns that were not read: ${ignored.join(', ')}.`] : []),
    ...(dryRun ? ['Nothing was written.'] : []),
    '',
  ].join('\n');
}
