import type { RehearsedMessage } from '../../../rehearsal.ts';

/** As a reader finds it: what stands in a thread, or answers a message, right below that, oldest first; all else in its order. */
export function threaded(messages: readonly RehearsedMessage[]): RehearsedMessage[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const first = (message: RehearsedMessage): RehearsedMessage => {
    let root = message;
    for (let hops = 0; hops < messages.length; hops++) {
      const above = root.under === null ? undefined : byId.get(root.under);
      if (!above) break;
      root = above;
    }
    return root;
  };
  // what hangs on a message was said after it
  return [...Map.groupBy(messages, first).values()].flat();
}
