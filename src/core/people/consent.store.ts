import type { Turn } from '../turn.ts';

export const purposes = ['service', 'survey', 'marketing'] as const;
export type ConsentPurpose = (typeof purposes)[number];

/** One more word of the customer about what may be sent to them; the newest counts. */
export async function putConsent(
  turn: Turn,
  consent: {
    customerId: string;
    purpose: ConsentPurpose;
    state: 'given' | 'withdrawn';
    platform: string;
    source: 'message' | 'button' | 'command' | 'import' | 'staff';
    evidence: string;
  },
): Promise<void> {
  await turn.tx`
    insert into consents (id, customer_id, purpose, state, platform, source, evidence, at)
    values (${turn.ids.uuid()}, ${consent.customerId}, ${consent.purpose}, ${consent.state}, ${consent.platform},
      ${consent.source}, ${consent.evidence}, ${turn.now})`;
}

/** What was last said for a purpose; null when nothing was ever said. */
export async function consentState(turn: Turn, customerId: string, purpose: ConsentPurpose): Promise<'given' | 'withdrawn' | null> {
  const [row] = await turn.tx<{ state: 'given' | 'withdrawn' }[]>`
    select state
    from consents
    where customer_id = ${customerId}
      and purpose = ${purpose}
    order by at desc, id desc
    limit 1`;
  return row?.state ?? null;
}
