import type { PersonRef } from '../../messages/incoming.ts';
import type { Query, Tx } from '../../ports.ts';
import { lockedFor, mostWrong, type CodeKind } from './code.ts';

export interface NewCode {
  code: string;
  kind: CodeKind;
  customerId: string | null;
  staffId: string | null;
  expiresAt: Temporal.Instant;
}

export interface KnownCode extends Omit<NewCode, 'code'> {
  usedAt: Temporal.Instant | null;
}

const digest = (query: Query, code: string) => query`encode(sha256(convert_to(${code}, 'UTF8')), 'hex')`;

/** A code in place of those that the same person, or the desk, was given for this before and nobody used. */
export async function putCode(tx: Tx, { code, kind, customerId, staffId, expiresAt }: NewCode, now: Temporal.Instant): Promise<void> {
  const theirs =
    customerId !== null
      ? tx`customer_id = ${customerId}`
      : staffId !== null
        ? tx`staff_id = ${staffId}`
        : tx`customer_id is null and staff_id is null`;
  await tx`
    delete from codes
    where kind = ${kind}
      and used_at is null
      and ${theirs}`;
  await tx`
    insert into codes (digest, kind, customer_id, staff_id, created_at, expires_at)
    values (${digest(tx, code)}, ${kind}, ${customerId}, ${staffId}, ${now}, ${expiresAt})`;
}

/** Locked, so that of two who use it at once the second finds it used. */
export async function lockCode(tx: Tx, code: string): Promise<KnownCode | null> {
  const [row] = await tx<KnownCode[]>`
    select kind, customer_id as "customerId", staff_id as "staffId", expires_at as "expiresAt", used_at as "usedAt"
    from codes
    where digest = ${digest(tx, code)}
    for update`;
  return row ?? null;
}

/** Whether there is a code by which the desk can be claimed. */
export async function claimStands(query: Query, now: Temporal.Instant): Promise<boolean> {
  const rows = await query`select from codes where kind = 'claim' and used_at is null and expires_at > ${now} limit 1`;
  return rows.length > 0;
}

export async function useCode(tx: Tx, code: string, now: Temporal.Instant): Promise<void> {
  await tx`update codes set used_at = ${now} where digest = ${digest(tx, code)}`;
}

/** Nobody can use it any more. */
export async function dropCode(tx: Tx, code: string): Promise<void> {
  await tx`delete from codes where digest = ${digest(tx, code)}`;
}

/** Until when this sender is not heard; null while they are. */
export async function lockedUntil(query: Query, from: PersonRef, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const [row] = await query<{ since: Temporal.Instant }[]>`
    select since
    from code_guesses
    where platform = ${from.platform}
      and account = ${from.account}
      and user_key = ${from.key}
      and wrong >= ${mostWrong}
      and since > ${now.subtract(lockedFor)}`;
  return row ? row.since.add(lockedFor) : null;
}

/** One more wrong code of this sender; what was long ago counts no more. */
export async function countWrong(tx: Tx, from: PersonRef, now: Temporal.Instant): Promise<void> {
  await tx`
    insert into code_guesses as known (platform, account, user_key, wrong, since)
    values (${from.platform}, ${from.account}, ${from.key}, 1, ${now})
    on conflict (platform, account, user_key) do update
    set wrong = case when known.since > ${now.subtract(lockedFor)} then known.wrong + 1 else 1 end,
      since = ${now}`;
}

export async function forgetWrong(tx: Tx, from: PersonRef): Promise<void> {
  await tx`
    delete from code_guesses
    where platform = ${from.platform}
      and account = ${from.account}
      and user_key = ${from.key}`;
}

/** Codes that nobody can use any more, and guesses that count no more. */
export async function forgetCodes(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx`delete from codes where expires_at < ${before}`;
  await tx`delete from code_guesses where since < ${before}`;
}
