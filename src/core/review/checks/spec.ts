import { pass, review, type Check } from './check.ts';

/** SPEC: a wish without a price rule is priced by a person. */
export const spec: Check = ({ order }) => {
  const line = order.lines.find(({ specs }) => specs.length > 0);
  if (!line) return pass('SPEC');
  const wishes = [...new Set(line.specs.map(({ key }) => key))].join(',');
  return review('SPEC', 'spec_without_price', { product: line.sku ?? line.words, wishes });
};
