import type { Incoming } from '../messages/incoming.ts';
import { readIntent, type Intent } from '../notes/intent/intent.ts';

/** Whoever says so changes nothing by it, whenever it arrives. */
const harmless: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'status',
  'orders',
  'help',
  'greeting',
  'thanks',
  'catalogue',
  'never_mind',
  'nothing_readable',
  'talk_to_person',
  'complaint',
]);
const asking: ReadonlySet<string> = new Set(['help', 'start', 'orders', 'status', 'person', 'people', 'cases', 'review', 'digest']);

/** Whether it may change what stands, and so may be undone by older words, or undo newer ones. */
export function isWish(incoming: Incoming): boolean {
  switch (incoming.kind) {
    case 'message':
      return !harmless.has(readIntent(incoming.text).kind);
    case 'command':
      return !asking.has(incoming.command.toLowerCase());
    case 'press':
    case 'form':
    case 'message_edited':
    case 'message_deleted':
      return true;
    case 'reachable':
    case 'moved':
    case 'left':
      return false;
  }
}
