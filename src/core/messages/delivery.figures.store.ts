import type { Query } from '../ports.ts';

export interface DeliveryFigures {
  /** Messages by state; those that are over and well are not counted. */
  outbox: Record<'queued' | 'sending' | 'failed' | 'unknown', number>;
  inbox: { waiting: number; parked: number };
  jobs: { parked: number };
  /** How long, in business time, the oldest due message has waited; null when none is due. */
  oldestDueSeconds: number | null;
  /** Accounts whose credentials were refused. */
  stopped: { platform: string; account: string; reason: string; since: Temporal.Instant }[];
}

export async function deliveryFigures(query: Query, now: Temporal.Instant): Promise<DeliveryFigures> {
  const [[figures], stopped] = await Promise.all([
    query<Omit<DeliveryFigures, 'stopped'>[]>`
      select
        jsonb_build_object('queued', 0, 'sending', 0, 'failed', 0, 'unknown', 0) || coalesce((
          select jsonb_object_agg(state, messages)
          from (
            select state, count(*) as messages
            from outbox
            where state in ('queued', 'sending', 'failed', 'unknown')
            group by state) s), '{}') as outbox,
        jsonb_build_object(
          'waiting', (select coalesce(sum(pending), 0) from inbox_lanes where pending > 0),
          'parked', (select count(*) from inbox where state = 'parked')) as inbox,
        jsonb_build_object('parked', (select count(*) from jobs where state = 'parked')) as jobs,
        (select extract(epoch from ${now}::timestamptz - min(due_at))::float8
          from outbox
          where state = 'queued'
            and due_at <= ${now}) as "oldestDueSeconds"`,
    query<DeliveryFigures['stopped']>`
      select platform, account, stopped_reason as reason, stopped_at as since
      from channel_accounts
      where stopped_at is not null
      order by platform, account`,
  ]);
  if (!figures) throw new Error('a query without from always has a row');
  return { ...figures, stopped: [...stopped] };
}
