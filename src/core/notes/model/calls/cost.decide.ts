import type { ModelQuestion, ModelUsage } from '../../../ports.ts';

/** What a million tokens cost, in units of the budget's currency. */
export interface Prices {
  input: number;
  /** Of input that the server had read before. */
  cached: number;
  output: number;
}

/** Millionths of the currency; null where no price is known. Rounded up: a budget is never overdrawn by rounding. */
export function costOf(prices: Prices | null, { input, cached, output }: ModelUsage): bigint | null {
  if (!prices) return null;
  const fresh = Math.max(0, input - cached);
  return BigInt(Math.ceil(fresh * prices.input + Math.min(cached, input) * prices.cached + output * prices.output));
}

/** A token is never less than a byte of what is sent; what a server adds of its own is little. */
const added = 200;

/** How often a server is asked within one call: it may charge for an answer that was lost on its way. */
const attempts = 2;

/** The most a call may use, before it is made. */
export function worstOf({ messages, mostTokens, schema, shape }: ModelQuestion): ModelUsage {
  const sent = messages.map(({ content }) => content).join('') + (shape === 'json_schema' ? JSON.stringify(schema) : '');
  return { input: attempts * (bytesOf(sent) + added), cached: 0, output: attempts * mostTokens };
}

/** In UTF-8: a Han character is three. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
