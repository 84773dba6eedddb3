import type { Turn } from '../../turn.ts';
import { codeFrom } from './code.decide.ts';
import { putCode } from './code.store.ts';
import { livesOfCodes, type CodeKind } from './code.ts';

export interface GivenCode {
  code: string;
  expiresAt: Temporal.Instant;
}

/** A fresh code for somebody, or to claim the desk; the one they had before is worth nothing any more. */
export async function giveCode(
  turn: Turn,
  kind: CodeKind,
  owner: { customerId?: string; staffId?: string } = {},
  lives: Temporal.DurationLike = livesOfCodes[kind],
): Promise<GivenCode> {
  const code = codeFrom(turn.ids.token());
  const expiresAt = turn.now.add(lives);
  await putCode(turn.tx, { code, kind, customerId: owner.customerId ?? null, staffId: owner.staffId ?? null, expiresAt }, turn.now);
  return { code, expiresAt };
}
