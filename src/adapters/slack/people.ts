import type { WebClient } from '@slack/web-api';
import { inTime } from '#adapters/in-time.ts';
import { Recent } from '#adapters/recent.ts';
import type { PersonRef } from '#core/messages/incoming.ts';

/** What the workspace tells of a person. */
interface Known {
  name?: string;
  locale?: string;
  timeZone?: string;
  email?: string;
  phone?: string;
}

const keptMs = 24 * 60 * 60 * 1000;
const keptAfterFaultMs = 10 * 60 * 1000;
const most = 5_000;
/** A first word waits so long for its writer's name; after that it goes on without. */
const patienceMs = 1_000;

/** Remembers what the workspace tells of people, so that the desk greets them by name, in their language and by their clock. */
export interface People {
  /** The same person with what is known of them. */
  introduced(person: PersonRef): Promise<PersonRef>;
  /** Their conversation with us; null where it is not told in time. */
  direct(key: string): Promise<string | null>;
}

export function rememberPeople(client: WebClient): People {
  const people = remembering<Known>(async (key) => {
    const { user } = await client.users.info({ user: key, include_locale: true });
    const name = user?.profile?.display_name || user?.profile?.real_name || user?.name;
    return {
      ...(name ? { name } : {}),
      ...(user?.locale ? { locale: user.locale } : {}),
      ...(user?.tz ? { timeZone: user.tz } : {}),
      // an address only where the app was given the right to it
      ...(user?.profile?.email ? { email: user.profile.email } : {}),
      ...(user?.profile?.phone ? { phone: user.profile.phone } : {}),
    };
  });
  const directs = remembering<string>(async (key) => (await client.conversations.open({ users: key })).channel?.id ?? null);
  return {
    introduced: async (person) => ({ ...person, ...(await people(person.key)) }),
    direct: (key) => directs(key),
  };
}

/** Asks once for each key, and again when the answer is old; null where none comes in time. */
function remembering<T>(ask: (key: string) => Promise<T | null>): (key: string) => Promise<T | null> {
  const kept = new Recent<{ answer: Promise<T | null>; until: number; isTold: boolean }>(most);
  return (key) => {
    const now = Date.now();
    let one = kept.get(key);
    if (!one || one.until < now) {
      const fresh = { answer: ask(key), until: now + keptMs, isTold: false };
      fresh.answer = fresh.answer.catch(() => {
        fresh.until = Date.now() + keptAfterFaultMs;
        return null;
      });
      void fresh.answer.then(() => (fresh.isTold = true));
      kept.put(key, fresh);
      one = fresh;
    }
    // whoever is known waits for nobody: no timer for each of their words
    return one.isTold ? one.answer : inTime(one.answer, { ms: patienceMs }, null);
  };
}
