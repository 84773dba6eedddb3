import { findBusiness } from '#core/people/business.store.ts';
import type { PlaygroundState } from './answers.ts';
import { allConversations } from './conversations.ts';
import type { PlaygroundParts } from './parts.ts';

export async function readState({ db, clock, timeZone, demo, people, orders, nextDue }: PlaygroundParts): Promise<PlaygroundState> {
  const now = clock.now();
  const [everyone, all, next] = await Promise.all([people(), orders(), nextDue(now)]);
  const business = await findBusiness(db.sql);
  const conversations = await allConversations(db.sql, everyone);
  return {
    demo,
    now: now.toString(),
    moved: clock.isMoved,
    timeZone,
    language: business?.locale ?? null,
    next: next?.toString() ?? null,
    people: everyone,
    conversations,
    orders: all,
  };
}
