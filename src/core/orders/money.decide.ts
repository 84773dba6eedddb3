/** How many decimals an amount of a currency may have. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** A decimal amount as minor units, or null; no floating point on the way. */
export function readMoney(typed: string, digits: number): bigint | null {
  const text = typed.normalize('NFKC').replaceAll(/[\s,]/g, '');
  const found = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(text);
  if (!found?.[1]) return null;
  const fraction = found[2] ?? '';
  return fraction.length > digits ? null : BigInt(found[1] + fraction.padEnd(digits, '0'));
}
