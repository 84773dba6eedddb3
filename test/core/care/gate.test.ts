import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate, type Known, type Verdict } from '#core/care/gate.decide.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
/** A Wednesday noon in Shanghai. */
const noon = at('2026-11-25T04:00:00Z');

function known(changes: Partial<Known> = {}): Known {
  const now = changes.now ?? noon;
  return {
    purpose: 'survey',
    now,
    expiresAt: now.add({ hours: 24 }),
    consent: null,
    reachable: true,
    timeZone: 'Asia/Shanghai',
    open: null,
    sent: [],
    spreadSeconds: 0,
    ...changes,
  };
}

const verdictOf = (changes: Partial<Known>): string => {
  const verdict = gate(known(changes));
  return verdict.kind === 'send' ? 'send' : `${verdict.kind} ${verdict.reason}`;
};
const hoursAgo = (hours: number) => noon.subtract({ hours });

describe('whether a planned message goes out', () => {
  it.for<[string, Partial<Known>, string]>([
    ['in the middle of the day', {}, 'send'],
    ['after its time', { expiresAt: noon }, 'withhold expired'],
    ['after STOP', { consent: 'withdrawn' }, 'withhold opted_out'],
    ['after STOP, when it is about the order itself', { purpose: 'transactional', consent: 'withdrawn' }, 'send'],
    ['to somebody who never asked for offers', { purpose: 'marketing' }, 'withhold no_consent'],
    ['to somebody who took their consent back', { purpose: 'marketing', consent: 'withdrawn' }, 'withhold opted_out'],
    ['to somebody who asked for offers', { purpose: 'marketing', consent: 'given' }, 'send'],
    ['to somebody who hears us nowhere', { purpose: 'transactional', reachable: false }, 'withhold unreachable'],
    ['while something is not settled', { open: 'exception' }, 'withhold open_exception'],
    ['while they talk with a colleague', { purpose: 'service', open: 'case' }, 'withhold open_case'],
    ['while something is not settled, when it is about the order itself', { purpose: 'transactional', open: 'exception' }, 'send'],
    ['a second survey within 30 days', { sent: [{ purpose: 'survey', at: hoursAgo(719), sameOrder: false }] }, 'withhold cap_survey'],
    ['a second survey after 30 days', { sent: [{ purpose: 'survey', at: hoursAgo(720), sameOrder: false }] }, 'send'],
    ['tips after a survey', { purpose: 'service', sent: [{ purpose: 'survey', at: hoursAgo(1), sameOrder: true }] }, 'send'],
  ])('%s', ([, changes, expected]) => {
    expect(verdictOf(changes)).toBe(expected);
  });

  it('sends at most three services about an order in 72 hours, whatever was sent about others', () => {
    const sent = [1, 30, 71].map((hours) => ({ purpose: 'service' as const, at: hoursAgo(hours), sameOrder: true }));
    const others = sent.map((one) => ({ ...one, sameOrder: false }));
    expect(verdictOf({ purpose: 'service', sent: [...sent, ...others] })).toBe('withhold cap_service');
    expect(verdictOf({ purpose: 'service', sent: [...sent.slice(1), ...others] })).toBe('send');
    expect(verdictOf({ purpose: 'service', sent: sent.map((one) => ({ ...one, at: one.at.subtract({ hours: 2 }) })) })).toBe('send');
  });

  it('never sends more offers than one a day, two a week and four in thirty days, whatever came before', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 40 * 24 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(hours, (wanted) => {
        const sent: Known['sent'][number][] = [];
        const begin = at('2026-01-01T04:00:00Z');
        for (const hour of wanted.toSorted((a, b) => a - b)) {
          const now = begin.add({ hours: hour });
          if (gate(known({ purpose: 'marketing', consent: 'given', now, sent })).kind === 'send')
            sent.push({ purpose: 'marketing', at: now, sameOrder: false });
        }
        for (const { at: end } of sent)
          for (const [most, within] of [
            [1, 24],
            [2, 168],
            [4, 720],
          ] as const)
            // prettier-ignore
            expect(sent.filter((one) => end.since(one.at).total('hours') >= 0 && end.since(one.at).total('hours') < within).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('the hours in which people are written to', () => {
  it.for<[Known['purpose'], string, string]>([
    ['survey', '2026-11-25T08:59:59+08:00', '2026-11-25T09:00:00+08:00'],
    ['survey', '2026-11-25T20:00:00+08:00', '2026-11-26T09:00:00+08:00'],
    ['service', '2026-11-25T07:59:59+08:00', '2026-11-25T08:00:00+08:00'],
    ['service', '2026-11-25T21:00:00+08:00', '2026-11-26T08:00:00+08:00'],
    ['transactional', '2026-11-25T23:30:00+08:00', '2026-11-26T08:00:00+08:00'],
    ['marketing', '2026-12-31T22:00:00+08:00', '2027-01-01T09:00:00+08:00'],
  ])('%s at %s waits until %s', ([purpose, now, until]) => {
    const verdict = gate(known({ purpose, consent: 'given', now: at(now) }));
    expect(verdict).toEqual({ kind: 'defer', until: at(until), reason: 'quiet_hours' });
  });

  it.for<[Known['purpose'], string]>([
    ['survey', '2026-11-25T09:00:00+08:00'],
    ['survey', '2026-11-25T19:59:59+08:00'],
    ['service', '2026-11-25T20:59:59+08:00'],
    ['transactional', '2026-11-25T08:00:00+08:00'],
  ])('%s at %s goes out', ([purpose, now]) => {
    expect(gate(known({ purpose, now: at(now) })).kind).toBe('send');
  });

  it('does not wait for an hour that comes too late', () => {
    const now = at('2026-11-25T20:30:00+08:00');
    expect(verdictOf({ now, expiresAt: at('2026-11-26T09:00:00+08:00') })).toBe('withhold expired');
    expect(verdictOf({ now, expiresAt: at('2026-11-26T09:00:01+08:00') })).toBe('defer quiet_hours');
  });

  it('spreads what waited for the same hour', () => {
    const verdict = gate(known({ now: at('2026-11-25T20:30:00+08:00'), spreadSeconds: 599 }));
    expect(verdict).toMatchObject({ until: at('2026-11-26T09:09:59+08:00') });
  });
});

/** Both weekends of each zone on which the clocks change, from Friday noon to Monday noon. */
const weekends = [
  ['Europe/Berlin', '2026-03-27T12:00[Europe/Berlin]', '2026-03-30T12:00[Europe/Berlin]'],
  ['Europe/Berlin', '2026-10-23T12:00[Europe/Berlin]', '2026-10-26T12:00[Europe/Berlin]'],
  ['America/New_York', '2026-03-06T12:00[America/New_York]', '2026-03-09T12:00[America/New_York]'],
  ['America/New_York', '2026-10-30T12:00[America/New_York]', '2026-11-02T12:00[America/New_York]'],
  ['Australia/Lord_Howe', '2026-04-03T12:00[Australia/Lord_Howe]', '2026-04-06T12:00[Australia/Lord_Howe]'],
  ['Australia/Lord_Howe', '2026-10-02T12:00[Australia/Lord_Howe]', '2026-10-05T12:00[Australia/Lord_Howe]'],
] as const;
const hours = { transactional: [8, 21], service: [8, 21], survey: [9, 20], marketing: [9, 20] } as const;

describe.each(weekends)('when the clocks change in %s (%s)', (timeZone, from, to) => {
  const begin = Temporal.ZonedDateTime.from(from).toInstant();
  const seconds = Temporal.ZonedDateTime.from(to).toInstant().since(begin).total('seconds');
  const verdictAt = (now: Temporal.Instant, purpose: Known['purpose']): Verdict =>
    gate(known({ purpose, consent: 'given', now, timeZone, expiresAt: now.add({ hours: 48 }) }));

  it('is a weekend of another length than three days', () => {
    expect([71, 71.5, 72.5, 73]).toContain(seconds / 3600);
  });

  it('speaks only in the local hours, and waits for the first moment of the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Math.floor(seconds) }),
        fc.constantFrom(...(Object.keys(hours) as Known['purpose'][])),
        (second, purpose) => {
          const now = begin.add({ seconds: second });
          const [opens, closes] = hours[purpose];
          const local = now.toZonedDateTimeISO(timeZone);
          const inside = local.hour >= opens && local.hour < closes;
          const verdict = verdictAt(now, purpose);
          expect(verdict.kind).toBe(inside ? 'send' : 'defer');
          if (verdict.kind !== 'defer') return;
          const until = verdict.until.toZonedDateTimeISO(timeZone);
          expect(until.toPlainTime().toString()).toBe(`${String(opens).padStart(2, '0')}:00:00`);
          expect(Temporal.Instant.compare(verdict.until, now)).toBe(1);
          // never a night longer than a night
          expect(verdict.until.since(now).total('hours')).toBeLessThanOrEqual(24 - (closes - opens) + 1);
          expect(verdictAt(verdict.until, purpose).kind).toBe('send');
          expect(verdictAt(verdict.until.subtract({ nanoseconds: 1 }), purpose).kind).toBe('defer');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reaches every day of the weekend', () => {
    const openings = new Set<string>();
    for (let second = 0; second < seconds; second += 1800) {
      const verdict = verdictAt(begin.add({ seconds: second }), 'survey');
      if (verdict.kind === 'defer') openings.add(verdict.until.toZonedDateTimeISO(timeZone).toPlainDate().toString());
    }
    expect(openings.size).toBe(3);
  });
});
