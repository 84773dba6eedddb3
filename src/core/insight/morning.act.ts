import { record } from '../events/event.store.ts';
import { laneOf, type Address } from '../messages/incoming.ts';
import { say, withhold, type Say } from '../messages/outbox.ts';
import type { Reader } from '../orders/cards/view.ts';
import { deskConversations, readBusiness, type Business } from '../people/business.store.ts';
import { managers } from '../people/manager.store.ts';
import type { Query } from '../ports.ts';
import type { Job } from '../schedule/jobs.store.ts';
import type { Schedule } from '../schedule/slots.decide.ts';
import type { Turn } from '../turn.ts';
import { digestCard } from './digest.cards.ts';
import { readDigest } from './reading.act.ts';

/** In the time zone of the business. After the working day nobody wants to read about yesterday any more. */
export const morning: Schedule = { name: 'digest', times: ['09:00'], staleAfterHours: 9 };

/** Where a digest goes, and who reads it there. */
interface Place {
  to: Address;
  reader: Reader;
  /** Unique for the day: whoever runs the job again says nothing. */
  key: string;
  /** Why it is not said; null when it is. */
  unreachable: string | null;
}

/** Tells yesterday to the digest conversations, or, without any, to each manager in their own messages; once a day. */
export async function sendDigests(turn: Turn, job: Job): Promise<void> {
  const business = await readBusiness(turn.tx);
  const today = job.dueAt.toZonedDateTimeISO(business.timeZone).toPlainDate();
  const digest = await readDigest(turn.tx, today.subtract({ days: 1 }), business.timeZone, turn.now);
  const places = await placesOf(turn.tx, business);
  for (const { to, reader, key, unreachable } of places) {
    const message: Say = {
      to,
      class: 'transactional',
      dedupeKey: `digest:${today.toString()}:${key}`,
      card: digestCard(digest, business.name, reader),
      expiresAt: job.dueAt.add({ hours: morning.staleAfterHours }),
    };
    await (unreachable === null ? say(turn, message) : withhold(turn, message, unreachable));
  }
  const told = places.filter(({ unreachable }) => unreachable === null).length;
  await record(turn, {
    kind: told > 0 ? 'digest.sent' : 'digest.withheld',
    actor: { kind: 'system' },
    via: null,
    after: { day: digest.day.toString(), told, unreachable: places.length - told },
    reason: told > 0 ? null : 'nobody_reachable',
  });
}

/** Many read a channel: it is spoken to in the language of the business. */
async function placesOf(query: Query, business: Business): Promise<Place[]> {
  const channels = await deskConversations(query, 'digest');
  if (channels.length > 0)
    return channels.map((to) => ({
      to,
      reader: { locale: business.locale, timeZone: business.timeZone },
      key: laneOf(to),
      unreachable: null,
    }));
  const all = await managers(query);
  return all.flatMap(({ id, address, unreachable, ...reader }) =>
    address ? [{ to: address, reader, key: `staff:${id}`, unreachable }] : [],
  );
}
