import type { MessageClass } from '../messages/delivery.decide.ts';
import { lockCustomer } from '../people/customer.store.ts';
import type { Turn } from '../turn.ts';
import { campaigns } from './campaigns.act.ts';
import { longestCap } from './gate.decide.ts';
import { saidTouches } from './touch.store.ts';
import { withdrawTouches } from './withdrawing.act.ts';

/** A customer wants no more messages of these classes: what was queued for them before they said so does not go out after it. */
export async function withdrawOptedOut(turn: Turn, customerId: string, classes: readonly MessageClass[]): Promise<void> {
  await lockCustomer(turn.tx, customerId);
  const said = await saidTouches(turn.tx, customerId, classes, turn.now.subtract(longestCap));
  for (const touch of await withdrawTouches(turn, said, 'opted_out')) await campaigns[touch.campaign].settled(turn, touch);
}
