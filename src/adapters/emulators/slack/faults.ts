/** What happens to a call instead of its being answered. */
export type Fault =
  | { kind: 'rate_limited'; seconds: number }
  /** `ok: false` with this code. */
  | { kind: 'refused'; code: string }
  /** A server fails: this status, and no JSON. */
  | { kind: 'status'; status: number }
  /** Never answered. */
  | { kind: 'hang' }
  /** Done, and the answer is lost. */
  | { kind: 'accept_then_reset' }
  /** The connection ends before anything is done. */
  | { kind: 'reset' };

interface Scripted {
  method: string | null;
  fault: Fault;
}

/** Faults that were ordered, each for the next call of its method, or of any. */
export interface Faults {
  add(fault: Fault, method?: string): void;
  /** Of every call from now on; null ends it. */
  always(fault: Fault | null): void;
  take(method: string): Fault | null;
}

export function openFaults(): Faults {
  const scripted: Scripted[] = [];
  let lasting: Fault | null = null;
  return {
    add: (fault, method) => void scripted.push({ fault, method: method ?? null }),
    always: (fault) => void (lasting = fault),
    take(method) {
      const at = scripted.findIndex((one) => one.method === null || one.method === method);
      return at < 0 ? lasting : (scripted.splice(at, 1)[0]?.fault ?? null);
    },
  };
}
