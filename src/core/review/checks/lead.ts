import { unknownLeadDays } from '../../stock/fulfilability.decide.ts';
import { pass, review, type Check } from './check.ts';

/** LEAD: of what is not in stock, and of which nobody has said how long more takes, a person says whether the promise can be kept. */
export const lead: Check = ({ order, report }) => {
  for (const { lineId, rest } of report.lines) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (rest?.how === 'unknown' && line?.sku)
      return review('LEAD', 'lead_unknown', { product: line.sku, quantity: String(rest.quantity), days: String(unknownLeadDays) });
  }
  return pass('LEAD');
};
