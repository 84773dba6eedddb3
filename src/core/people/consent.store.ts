import type { Address } from '../messages/incoming.ts';
import type { Query, Tx } from '../ports.ts';
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
    conversation: string;
    source: 'message' | 'button' | 'command' | 'import' | 'staff';
    /** What they said or pressed. */
    evidence: string;
    /** What they had read when they did. */
    wording: string | null;
  },
): Promise<void> {
  await turn.tx`
    insert into consents (id, customer_id, purpose, state, platform, conversation, source, evidence, wording, at)
    values (${turn.ids.uuid()}, ${consent.customerId}, ${consent.purpose}, ${consent.state}, ${consent.platform},
      ${consent.conversation}, ${consent.source}, ${consent.evidence}, ${consent.wording}, ${turn.now})`;
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

/** What somebody said about offers, where and in answer to what. */
export interface Said {
  state: 'given' | 'withdrawn';
  platform: Address['platform'];
  evidence: string;
  at: Temporal.Instant;
}

/** Their newest word about offers; null when they never said anything. */
export async function lastSaidOfOffers(query: Query, customerId: string): Promise<Said | null> {
  const [row] = await query<Said[]>`
    select state, platform, evidence, at
    from consents
    where customer_id = ${customerId}
      and purpose = 'marketing'
    order by at desc, id desc
    limit 1`;
  return row ?? null;
}

/** Where somebody agreed to offers and has not ended it since: a yes counts for its channel, a no for all of them. */
export async function agreedToOffers(query: Query, customerId: string): Promise<Said[]> {
  const rows = await query<Said[]>`
    select distinct on (c.platform) c.state, c.platform, c.evidence, c.at
    from consents c
    where c.customer_id = ${customerId}
      and c.purpose = 'marketing'
      and c.state = 'given'
      and not exists (
        select
        from consents n
        where n.customer_id = c.customer_id
          and n.purpose = c.purpose
          and n.state = 'withdrawn'
          and (n.at, n.id) > (c.at, c.id))
    order by c.platform, c.at desc, c.id desc`;
  return [...rows];
}

/** Customers who have ever agreed to offers, by id; who ended it since is among them. */
export async function everAgreedToOffers(query: Query, after: string, limit: number): Promise<string[]> {
  const rows = await query<{ id: string }[]>`
    select distinct customer_id as id
    from consents
    where purpose = 'marketing'
      and state = 'given'
      and customer_id > ${after}
    order by customer_id
    limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** True the first time: from then on nobody asks this customer of their own accord. */
export async function noteOffersAsked(tx: Tx, customerId: string, now: Temporal.Instant): Promise<boolean> {
  const asked = await tx`
    update customers
    set offers_asked_at = ${now}
    where id = ${customerId}
      and offers_asked_at is null`;
  return asked.count === 1;
}
