/** How many decimals an amount of a currency may have. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The amount as people copy it from a statement, without the sign or code of this one currency: ¥1,200, CN¥1,200, 1200 CNY. */
export function bareAmount(typed: string, currency: string): string {
  const signs = (['symbol', 'narrowSymbol', 'code'] as const).flatMap((currencyDisplay) =>
    ['en', 'zh-CN', 'zh-TW'].flatMap((locale) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .flatMap(({ type, value }) => (type === 'currency' ? value.normalize('NFKC') : [])),
    ),
  );
  const text = typed.normalize('NFKC').trim();
  const sign = signs.toSorted((one, other) => other.length - one.length).find((one) => text.startsWith(one) || text.endsWith(one));
  if (sign === undefined) return text;
  return text.startsWith(sign) ? text.slice(sign.length) : text.slice(0, -sign.length);
}

/** A decimal amount as minor units, or null; no floating point on the way. */
export function readMoney(typed: string, digits: number): bigint | null {
  const text = typed.normalize('NFKC').replaceAll(/[\s,]/g, '');
  const found = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(text);
  if (!found?.[1]) return null;
  const fraction = found[2] ?? '';
  return fraction.length > digits ? null : BigInt(found[1] + fraction.padEnd(digits, '0'));
}
