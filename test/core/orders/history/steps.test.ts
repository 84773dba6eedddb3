import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impossible, stepsOf, type Ending, type Times } from '#core/orders/history/steps.decide.ts';
import { everyTransition } from '#core/orders/table/tables.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}Z`);
const now = at('2026-11-25T04:00');
const terms = { now, acceptedAfter: Temporal.Duration.from({ hours: 7 * 24 }) };
const placed = at('2018-05-01T10:00');
const walk = (ending: Ending, times: Omit<Times, 'placed'>) =>
  stepsOf(ending, { placed, ...times }, terms).steps.map(({ action, to, at: when }) => `${action} ${to} ${when.toString().slice(0, 16)}`);

describe('the steps of a past order', () => {
  it('stand at their own times, and what was delivered and not complained about is completed by the desk', () => {
    expect(
      walk('delivered', { confirmed: at('2018-05-02T09:00'), shipped: at('2018-05-03T08:00'), delivered: at('2018-05-06T17:00') }),
    ).toEqual([
      'create draft 2018-05-01T10:00',
      'confirm submitted 2018-05-01T10:00',
      'verify confirmed 2018-05-02T09:00',
      'prepare preparing 2018-05-02T09:00',
      'ship in_transit 2018-05-03T08:00',
      'deliver delivered 2018-05-06T17:00',
      'accept completed 2018-05-13T17:00',
    ]);
  });

  it('end with the delivery while the customer may still complain', () => {
    expect(walk('delivered', { delivered: now.subtract({ hours: 24 }) }).at(-1)).toBe('deliver delivered 2026-11-24T04:00');
  });

  it('of an order that ended stand at the last time that is told', () => {
    expect(walk('cancelled', { confirmed: at('2018-05-02T09:00'), shipped: at('2018-05-03T08:00') })).toEqual([
      'create draft 2018-05-01T10:00',
      'confirm submitted 2018-05-01T10:00',
      'verify confirmed 2018-05-02T09:00',
      'cancel cancelled 2018-05-03T08:00',
    ]);
    expect(walk('cancelled', {}).at(-1)).toBe('cancel cancelled 2018-05-01T10:00');
    expect(walk('rejected', { confirmed: at('2018-05-02T09:00') }).at(-1)).toBe('verify rejected 2018-05-02T09:00');
  });

  it('are put in turn where the file tells them out of turn; when it was ordered and when it arrived stay', () => {
    const times = { placed, confirmed: at('2018-05-04T00:00'), shipped: at('2018-04-30T00:00'), delivered: at('2018-05-03T00:00') };
    const { steps, straightened } = stepsOf('delivered', times, terms);
    expect(straightened).toBe(true);
    expect(steps.map(({ at: when }) => when.toString().slice(0, 10))).toEqual([
      ...Array.from({ length: 5 }, () => '2018-05-01'),
      '2018-05-03',
      '2018-05-10',
    ]);
  });

  it('cannot lie in the future, nor end before they began', () => {
    const named = (moment: string): string => `${moment}_at`;
    expect(impossible({ placed, shipped: now.add({ hours: 1 }) }, now, named)).toBe('shipped_at lies in the future');
    expect(impossible({ placed, delivered: placed.subtract({ hours: 1 }) }, now, named)).toBe('delivered_at lies before placed_at');
    expect(impossible({ placed, shipped: placed.subtract({ hours: 1 }), delivered: null }, now, named)).toBeNull();
  });

  it('are rows of the table, one after the other in time, whatever a file tells', () => {
    const rows = new Set(everyTransition().map(({ kind, from, action, to }) => [kind, from, action, to].join(' ')));
    const time = fc.option(fc.integer({ min: 0, max: 400 }).map((hours) => placed.add({ hours })));
    const endings = ['in_review', 'confirmed', 'preparing', 'in_transit', 'delivered', 'completed', 'cancelled', 'rejected'] as const;
    const told = fc.record({ confirmed: time, prepared: time, shipped: time, delivered: time, completed: time, ended: time });
    fc.assert(
      fc.property(fc.constantFrom(...endings), told, (ending, times) => {
        const { steps } = stepsOf(ending, { placed, ...times }, terms);
        let before: (typeof steps)[number] | undefined;
        for (const step of steps) {
          expect(step.from).toBe(before?.to ?? '-');
          expect(['goods', 'service'].every((kind) => rows.has([kind, step.from, step.action, step.to].join(' ')))).toBe(true);
          expect(before === undefined || Temporal.Instant.compare(before.at, step.at) <= 0).toBe(true);
          before = step;
        }
        const end = { delivered: times.delivered, completed: times.completed }[ending as 'delivered'];
        if (end) expect(steps.some(({ at: when }) => when.equals(end))).toBe(true);
      }),
    );
  });
});
