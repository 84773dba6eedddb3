import { expect, it } from 'vitest';
import { untilAsked, type StopSignal, type Surroundings } from '#adapters/signals.ts';

/** A process whose signals and clock the test has in its hand. */
function someProcess() {
  const ears = new Map<StopSignal, () => void>();
  const exits: number[] = [];
  const alarms: { at: number; ring: () => void }[] = [];
  let now = 0;
  const around: Surroundings = {
    on: (signal, heard) => void ears.set(signal, heard),
    elapsed: () => now,
    after: (ms, ring) => void alarms.push({ at: now + ms, ring }),
    exit: (code) => void exits.push(code),
  };
  return {
    around,
    exits,
    send: (signal: StopSignal) => ears.get(signal)?.(),
    pass(ms: number) {
      now += ms;
      for (const alarm of alarms) if (alarm.at <= now) alarm.ring();
    },
  };
}

it.for(['SIGINT', 'SIGTERM'] as const)('%s asks the program to stop', async (signal) => {
  const { around, send, exits } = someProcess();
  const asked = untilAsked(around);
  send(signal);
  expect(await asked).toBe(signal);
  expect(exits).toEqual([]);
});

it('the echo that npm sends does not force the exit', () => {
  const { around, send, pass, exits } = someProcess();
  void untilAsked(around);
  send('SIGINT');
  pass(999);
  send('SIGINT');
  expect(exits).toEqual([]);
});

it('whoever asks again means it', () => {
  const { around, send, pass, exits } = someProcess();
  void untilAsked(around);
  send('SIGTERM');
  pass(1_000);
  send('SIGINT');
  expect(exits).toEqual([130]);
});

it('a program that does not end within ten seconds is ended', () => {
  const { around, send, pass, exits } = someProcess();
  void untilAsked(around);
  pass(60_000);
  send('SIGTERM');
  pass(9_999);
  expect(exits).toEqual([]);
  pass(1);
  expect(exits).toEqual([1]);
});
