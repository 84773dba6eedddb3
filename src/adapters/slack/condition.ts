import type { Health } from '#adapters/connection.ts';
import type { Log } from '#core/ports.ts';

/** What the connection stands on. */
export type Footing = 'token' | 'events';

type Standing = { fault: string; remedy: string } | 'well' | 'trying';

/** How the connection is, by what it stands on; each change of the whole is one line in the log. */
export interface Condition {
  set(footing: Footing, standing: Standing): void;
  health(): Health;
}

export function openCondition(log: Log): Condition {
  const standings: Record<Footing, Standing> = { token: 'trying', events: 'trying' };
  let told = 'connecting';

  const health = (): Health => {
    const all = Object.values(standings);
    const down = all.find((one) => typeof one === 'object');
    if (down) return { state: 'down', ...down };
    return { state: all.includes('trying') ? 'connecting' : 'connected' };
  };
  return {
    health,
    set(footing, standing) {
      standings[footing] = standing;
      const now = health();
      // on the way to one or the other
      if (now.state === 'connecting') return;
      const line = now.state === 'down' ? now.fault : now.state;
      if (line === told) return;
      told = line;
      if (now.state === 'down') log.warn({ fault: now.fault, remedy: now.remedy }, 'slack.down');
      else log.info({}, 'slack.connected');
    },
  };
}
