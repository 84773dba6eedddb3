import type { Line } from '../order.ts';

/** `SF Express SF1234 CH-ERGO=1`: the carrier, the number that has a digit in it, and how much of a line, by SKU or position. */
export function typedShipment(typed: readonly string[], lines: readonly Pick<Line, 'sku' | 'position'>[]): Record<string, string> {
  const amounts = typed.flatMap((word) => /^([^=]+)=(\d[\d.]*)$/.exec(word)?.slice(1, 3) ?? []);
  const words = typed.filter((word) => !/^[^=]+=\d[\d.]*$/.test(word));
  const first = words.findIndex((word, at) => at > 0 && /\d/.test(word));
  const end = first < 0 ? words.length : first;
  const quantities: Record<string, string> = {};
  for (let at = 0; at < amounts.length; at += 2) {
    const line = lineNamed(amounts[at] ?? '', lines);
    // a line that is not there is refused as such, not left out silently
    quantities[`quantity_${line?.position ?? amounts[at]}`] = amounts[at + 1] ?? '';
  }
  return { carrier: words.slice(0, end).join(' '), tracking_number: words.slice(end).join(' '), ...quantities };
}

/** `CH-ERGO=200 painted by our workshop`: what the wishes of a line cost, by SKU or position, and why it is approved. */
export function typedApproval(typed: readonly string[], lines: readonly Pick<Line, 'sku' | 'position'>[]): Record<string, string> {
  const prices: Record<string, string> = {};
  const reason = typed.filter((word) => {
    const [, name, amount] = /^([^=]+)=(\d[\d.,]*)$/.exec(word) ?? [];
    const line = name === undefined ? undefined : lineNamed(name, lines);
    if (line) prices[`price_${line.position}`] = amount ?? '';
    return !line;
  });
  return { ...prices, reason: reason.join(' ') };
}

/** The line somebody names by its SKU or its position. */
export function lineNamed<L extends Pick<Line, 'sku' | 'position'>>(word: string, lines: readonly L[]): L | undefined {
  const named = word.toUpperCase().replace(/^#/, '');
  return lines.find(({ sku, position }) => sku === named || String(position) === named);
}

/** `2 CH-ERGO SUZHOU 2026-12-04`, in any order: how many of which line are missing where, and when they come. */
export function typedShortage(typed: readonly string[], lines: readonly Pick<Line, 'sku' | 'position'>[]): Record<string, string> {
  const input: Record<string, string> = {};
  for (const word of typed)
    if (/^\d{4}-\d\d-\d\d$/.test(word)) input['expected'] ??= word;
    else if (/^\d/.test(word) && input['quantity'] === undefined) input['quantity'] = word;
    else if (lineNamed(word, lines)) input['line'] ??= word;
    else input['location'] ??= word;
  return input;
}
