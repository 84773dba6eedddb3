import { sentence } from '../messages/card.ts';
import type { Incoming } from '../messages/incoming.ts';
import { say } from '../messages/outbox.ts';
import { readBusiness } from '../people/business.store.ts';
import { findSpeaker } from '../people/speaker.store.ts';
import type { Job } from '../schedule/jobs.store.ts';
import { words } from '../text/words.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import { threadOf } from './reply.act.ts';
import { tellDesk } from './tell-desk.act.ts';

/** A message that could not be handled: its sender hears so, and staff see that it waits. */
export async function answerParked(turn: DeskTurn, incoming: Incoming): Promise<void> {
  const business = await readBusiness(turn.tx);
  const speaker = await findSpeaker(turn.tx, incoming.from, incoming.address);
  const key = `parked:${incoming.from.platform}:${incoming.from.account}:${incoming.dedupeKey}`;
  const text = words(speaker?.locale ?? business.locale)('desk:parked');
  await say(turn, { to: incoming.address, class: 'transactional', dedupeKey: key, card: sentence(text), ...threadOf(incoming) });
  const name = speaker?.actor.name ?? incoming.from.name ?? incoming.from.key;
  await tellDesk(turn, key, words(business.locale)('desk:parkedDesk', { name }));
}

/** A planned step that failed five times is put before the desk. */
export async function tellStaffOfJob(turn: Turn, job: Job): Promise<void> {
  const business = await readBusiness(turn.tx);
  await tellDesk(turn, `parked:job:${job.id}`, words(business.locale)('desk:parkedJob', { kind: job.kind }));
}
