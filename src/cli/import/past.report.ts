import type { PastReport } from './past.ts';
import { mostShown } from './report.ts';

/** The same report for a person. */
export function pastInWords(report: PastReport & { dryRun: boolean; ignored: string[] }): string {
  const { orders, refused, sums, customers, products, answers, ignored, dryRun } = report;
  const taken = dryRun ? 'would be taken' : 'taken';
  return [
    `${orders.read} orders in ${report.read} rows: ${orders.taken} ${taken}, ${orders.unchanged} there already, ${orders.refused} refused.`,
    ...sums.map(
      ({ currency, file, ...of }) =>
        `${currency} ${file} in the file: ${of.taken} ${taken}, ${of.unchanged} there already, ${of.refused} refused.`,
    ),
    ...(refused.length > 0 ? [`Rows that were refused: ${refused.length}`] : []),
    ...refused.slice(0, mostShown).map(({ file, row, reason }) => `  ${file ? `${file}, ` : ''}row ${row}: ${reason}`),
    ...(refused.length > mostShown ? [`  and ${refused.length - mostShown} more; --json lists all of them`] : []),
    ...(customers > 0 ? [`New customers: ${customers}.`] : []),
    ...(products > 0 ? [`New products: ${products}.`] : []),
    ...(answers > 0 ? [`New answers about satisfaction: ${answers}.`] : []),
    ...(orders.straightened > 0
      ? [`Steps told in an order in which they cannot have happened, and put in turn: ${orders.straightened} orders.`]
      : []),
    ...(ignored.length > 0 ? [`Columns that were not read: ${ignored.join(', ')}.`] : []),
    ...(dryRun ? ['Nothing was written.'] : []),
    '',
  ].join('\n');
}
