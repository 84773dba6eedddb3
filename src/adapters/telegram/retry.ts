import { GrammyError } from 'grammy';
import type { Fault } from './fault.ts';

/** So long at first, then twice as long each time up to half a minute; as long as Telegram says where it says so. */
export function backoffMs(firstMs: number, failures: number, error?: unknown): number {
  const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
  return Math.max(asked, Math.min(firstMs * 2 ** failures, 30_000));
}

export const notStored: Fault = {
  fault: 'What Telegram delivers cannot be stored.',
  remedy: 'Look at the database; Telegram delivers it again, and nothing is lost for a day.',
};
