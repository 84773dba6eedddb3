/** What happens to a call instead of its being answered. */
export type Fault =
  | { kind: 'rate_limited'; seconds: number; scope?: 'user' | 'shared' | 'global' }
  /** Refused with this status and Discord's own code. */
  | { kind: 'refused'; status: number; code: number }
  /** A server fails: this status, and no JSON. */
  | { kind: 'status'; status: number }
  /** Never answered. */
  | { kind: 'hang' }
  /** Done, and the answer is lost. */
  | { kind: 'accept_then_reset' };

interface Scripted {
  route: string | null;
  fault: Fault;
}

/** Faults that were ordered, each for the next call of a route ("POST /channels/:id/messages"), or for any that writes a message. */
export interface Faults {
  add(fault: Fault, route?: string): void;
  /** Of every call from now on; null ends it. */
  always(fault: Fault | null): void;
  take(route: string): Fault | null;
}

const writing = /^(?:POST|PATCH) \/(?:channels|webhooks)\//;

export function openFaults(): Faults {
  const scripted: Scripted[] = [];
  let lasting: Fault | null = null;
  return {
    add: (fault, route) => void scripted.push({ fault, route: route ?? null }),
    always: (fault) => void (lasting = fault),
    take(route) {
      const at = scripted.findIndex((one) => (one.route === null ? writing.test(route) : one.route === route));
      return at < 0 ? lasting : (scripted.splice(at, 1)[0]?.fault ?? null);
    },
  };
}
