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

/**
 * An amount as somebody types it, in minor units of the currency; null where it is none, or could be two. Who writes 5,50 means what
 * others write 5.50, and 1.200,50 is 1,200.50: the last sign is the decimal one where there are two. One comma before three digits parts
 * thousands, as in English and Chinese; one point before three digits does for some and does not for others, so that it is refused where
 * the currency has fewer. No floating point on the way.
 */
export function readAmount(typed: string, currency: string): bigint | null {
  const digits = digitsOf(currency);
  const text = typed.normalize('NFKC').replaceAll(/[\s'’_]/g, '');
  const sign = decimalSign(text, digits);
  if (sign === null) return null;
  const [whole = '', fraction = ''] = sign === '' ? [text] : text.split(sign);
  const plain = sign === ',' ? ungrouped(whole, '.') : ungrouped(whole, ',', '.');
  if (!/^\d{1,15}$/.test(plain) || !/^\d*$/.test(fraction) || (sign !== '' && fraction === '') || fraction.length > digits) return null;
  return BigInt(plain + fraction.padEnd(digits, '0'));
}

/** The sign before the decimals, '' without decimals, null where nobody can know. */
function decimalSign(text: string, digits: number): '.' | ',' | '' | null {
  const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1];
  if (points > 0 && commas > 0) {
    const last = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    return (last === '.' ? points : commas) === 1 ? last : null;
  }
  if (points > 1 || commas > 1) return '';
  const at = Math.max(text.indexOf('.'), text.indexOf(','));
  const isThousands = at <= 3 && text.length - 1 - at === 3;
  if (points === 1) return isThousands && digits < 3 ? null : '.';
  if (commas === 1) return !isThousands ? ',' : digits < 3 ? '' : null;
  return '';
}

/** Without the signs between thousands, where they stand there; else as it is, which is no number. */
function ungrouped(whole: string, ...signs: string[]): string {
  const sign = signs.find((one) => whole.includes(one));
  if (sign === undefined) return whole;
  const [first = '', ...groups] = whole.split(sign);
  // thousands by three; in India all but the last by two
  const isGrouped = /^\d{1,3}$/.test(first) && groups.at(-1)?.length === 3 && groups.every((group) => /^\d{2,3}$/.test(group));
  return isGrouped ? first + groups.join('') : whole;
}
