import { Recent } from '#adapters/recent.ts';

/** An interaction that can still be answered, to whoever made it and seen by nobody else. */
export interface Reply {
  application: string;
  token: string;
  /** A command shows its author that we are at it, until something takes the place of that. */
  waiting: boolean;
  until: number;
}

/** A little less than the 15 minutes for which Discord takes answers. */
const freshMs = 14.5 * 60_000;
const most = 5_000;

/**
 * The interactions of the last minutes, so that an answer for one person in a channel of many is shown to that person alone. They
 * live in memory: without them the answer goes to the person's own conversation.
 */
export class Replies {
  readonly #fresh = new Recent<Reply>(most);
  readonly #made = new Recent<Reply>(most);
  readonly #shown = new Recent<Reply>(most);
  #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  remember(channel: string, person: string, reply: Omit<Reply, 'until'>): Reply {
    const fresh = { ...reply, until: this.#now() + freshMs };
    this.#fresh.put(`${channel}:${person}`, fresh);
    this.#made.put(reply.token, fresh);
    return fresh;
  }

  /** The one of this token, where it was delivered before. */
  again(token: string): Reply | null {
    return this.#alive(this.#made.get(token));
  }

  /** The newest one there of this person. */
  find(channel: string, person: string): Reply | null {
    return this.#alive(this.#fresh.get(`${channel}:${person}`));
  }

  /** A message that was shown by it, which only it can change. */
  shown(message: string, reply: Reply): void {
    this.#shown.put(message, reply);
  }

  showing(message: string): Reply | null {
    return this.#alive(this.#shown.get(message));
  }

  #alive(reply: Reply | undefined): Reply | null {
    return reply && reply.until > this.#now() ? reply : null;
  }
}
