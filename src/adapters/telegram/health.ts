import type { Health } from '#adapters/connection.ts';
import type { Log } from '#core/ports.ts';
import type { Fault } from './fault.ts';

/** How the connection is; each change is one line in the log, however often it is found out again. */
export interface Condition {
  now(): Health;
  well(): void;
  ill(fault: Fault): void;
}

export function watchCondition(log: Log, account: string): Condition {
  let health: Health = { state: 'connecting' };
  return {
    now: () => health,
    well() {
      if (health.state === 'connected') return;
      health = { state: 'connected' };
      log.info({ platform: 'telegram', account }, 'platform.connected');
    },
    ill({ fault, remedy }) {
      if (health.state === 'down' && health.fault === fault) return;
      health = { state: 'down', fault, remedy };
      log.error({ platform: 'telegram', account, reason: fault, remedy }, 'platform.down');
    },
  };
}
