import { describe, expect, it } from 'vitest';
import { sinkOf } from '#adapters/sink.ts';
import type { Incoming, Outcome } from '#core/messages/incoming.ts';

const place = { platform: 'slack', account: 'T1', key: 'D1' } as const;
const incoming: Incoming = {
  kind: 'message',
  text: 'hello',
  dedupeKey: 'E1',
  at: '2026-11-25T04:00:00Z',
  from: { ...place, key: 'U1' },
  address: { ...place, kind: 'dm' },
};

/** A desk that answers as it is told, and a heart that counts. */
function wired(parts: { receive?: () => Promise<'stored'>; outcomeOf?: () => Promise<Outcome | null> }) {
  const heart = { beats: 0, beat: async () => {}, wake: () => void heart.beats++, stop: async () => {} };
  const desk = {
    quick: async () => ({}),
    whyOver: async () => null,
    suggest: async () => [],
    home: async () => null,
    receive: parts.receive ?? (async () => 'stored' as const),
    outcomeOf: parts.outcomeOf ?? (async () => null),
  };
  return { heart, sink: sinkOf({ desk, heart, clock: { now: () => Temporal.Instant.from(incoming.at) } }) };
}

describe('what a platform hands over', () => {
  it('wakes the desk once it is stored', async () => {
    const { heart, sink } = wired({});
    expect(await sink.receive(incoming)).toBe('stored');
    expect(heart.beats).toBe(1);
  });

  it('that is not stored wakes nobody, and whoever handed it over is told', async () => {
    const { heart, sink } = wired({ receive: () => Promise.reject(new Error('the database is away')) });
    await expect(sink.receive(incoming)).rejects.toThrow('the database is away');
    expect(heart.beats).toBe(0);
  });

  it('is waited for until something has come of it', async () => {
    let looks = 0;
    const { sink } = wired({ outcomeOf: async () => (++looks < 3 ? null : { ok: true }) });
    expect(await sink.outcome(incoming, 10_000)).toEqual({ ok: true });
    expect(looks).toBe(3);
  });

  it('is not waited for beyond what the platform grants, nor where the database is away', async () => {
    const { sink } = wired({ outcomeOf: () => Promise.reject(new Error('the database is away')) });
    expect(await sink.outcome(incoming, 1)).toBeNull();
  });
});
