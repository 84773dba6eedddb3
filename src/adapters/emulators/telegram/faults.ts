/** What the next call gets instead of its answer. */
export type Fault =
  | { refuse: { code: number; description: string; parameters?: { retry_after?: number; migrate_to_chat_id?: number } } }
  /** Not the Bot API but the server before it answers, in HTML. */
  | 'bad_gateway'
  /** The same in JSON, in a shape of its own. */
  | 'strange'
  /** The connection breaks before anything was done. */
  | 'reset'
  /** It is done, and the connection breaks before the answer. */
  | 'accept_then_reset'
  /** No answer ever. */
  | 'hang';

export interface Faults {
  /** Of the next calls of a method, or of any where it is `*`. */
  add(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | undefined;
  clear(): void;
}

export function scriptFaults(): Faults {
  let scripted: { method: string; fault: Fault; left: number }[] = [];
  return {
    add: (method, fault, times = 1) => void scripted.push({ method, fault, left: times }),
    take(method) {
      const found = scripted.find((one) => one.method === method || one.method === '*');
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) scripted = scripted.filter((one) => one !== found);
      return found.fault;
    },
    clear: () => void (scripted = []),
  };
}
