import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '#core/desk.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Clock } from '#core/ports.ts';
import type { Heart } from './heart.ts';

interface SinkParts {
  desk: Pick<Desk, 'quick' | 'whyOver' | 'receive' | 'suggest' | 'home' | 'outcomeOf'>;
  heart: Heart;
  clock: Clock;
}

/** Between two looks whether another process has handled it. */
const lookMs = 50;

/** The desk for the ears of a platform: what was received is handled at once, and what came of it can be waited for. */
export function sinkOf({ desk, heart, clock }: SinkParts): Sink {
  return {
    now: () => clock.now(),
    quick: desk.quick,
    whyOver: desk.whyOver,
    suggest: desk.suggest,
    home: desk.home,
    async receive(incoming) {
      const stored = await desk.receive(incoming);
      heart.wake();
      return stored;
    },
    async outcome(incoming, ms) {
      const until = performance.now() + ms;
      while (performance.now() < until) {
        const outcome = await desk.outcomeOf(incoming).catch(() => null);
        if (outcome) return outcome;
        await pause(lookMs);
      }
      return null;
    },
  };
}
