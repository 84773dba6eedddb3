/** An error in a line that may be stored and shown: its code and what failed, without the values, which may be personal. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const constraint = 'constraint_name' in error && typeof error.constraint_name === 'string' ? ` (${error.constraint_name})` : '';
  const message = error.message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|\S+@\S+|\+?\d[\d ()-]{5,}\d/g, '…');
  return `${error.name}${code}: ${message}${constraint}`.slice(0, 300);
}

/** Nothing is ever made to wait longer than this before it is tried again, not even by a platform. */
export const longestWaitSeconds = 900;

/** Doubles with every attempt up to five minutes; the id spreads rows that failed together. */
export function backoffSeconds(attempt: number, id: string): number {
  const spread = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.min(2 ** (attempt - 1), 300) * (0.75 + 0.5 * (Number.isNaN(spread) ? 0.5 : spread));
}
