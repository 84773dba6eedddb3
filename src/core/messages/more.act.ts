import type { Turn } from '../turn.ts';
import type { BoundButton } from './buttons.ts';
import { laneOf, type Incoming } from './incoming.ts';
import { cardOver, findSaid, insertMessage } from './outbox.store.ts';

/** Whether a button opens the further ones of its card, or leads back from them. */
export const turnsButtons = (action: string): boolean => action === 'more' || action === 'less';

/**
 * Where a platform has no menu, the further buttons of a card take the place of the others and give it back: an edit of the message in
 * which they stand, with the buttons it has. False where its words are not kept any more.
 */
export async function turnButtons(turn: Turn, incoming: Incoming, { action, saidBy, superseded }: BoundButton): Promise<boolean> {
  const said = saidBy === null ? null : await findSaid(turn.tx, saidBy);
  if (!said || saidBy === null) return false;
  // what was said since takes the place of all of it
  if (superseded) return true;
  const { opened: _, ...card } = said.card;
  const more = card.blocks.flatMap((block) => (block.kind === 'actions' && block.more ? [block.more] : []));
  const open = action === 'more' ? more.find(({ open: { token } }) => 'token' in incoming && token === incoming.token) : undefined;
  await insertMessage(turn.tx, {
    ...said,
    id: turn.ids.uuid(),
    dedupeKey: `${action}:${laneOf(said.to)}:${incoming.dedupeKey}`,
    state: 'queued',
    reason: null,
    card: open ? { ...card, opened: open.open.token } : card,
    cardId: said.cardId ?? (await cardOver(turn.tx, { id: turn.ids.uuid(), of: saidBy })),
    underCard: null,
    underMessage: null,
    saidAt: turn.now,
    dueAt: turn.now,
    expiresAt: null,
  });
  return true;
}
