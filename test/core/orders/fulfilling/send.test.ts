import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, readAmount, readyParts } from '#core/orders/fulfilling/parts.decide.ts';
import { decideDelivery, decideShipment } from '#core/orders/fulfilling/send.decide.ts';
import { typedShipment, typedShortage } from '#core/orders/fulfilling/typed.decide.ts';
import type { Shipment } from '#core/orders/fulfilling/shipment.store.ts';
import { aLine, anOrder, factsOf, noon } from '../order.builder.ts';

const two = [aLine({ id: 'a', position: 1 }), aLine({ id: 'b', position: 2, sku: 'LT-DESK', quantity: 3, allocated: 1 })];
const facts = factsOf({ state: 'preparing', lines: two });
const kinds = (decided: ReturnType<typeof decideShipment>) =>
  decided.ok ? decided.decision.effects.map((effect) => (effect.kind === 'say' ? effect.about : effect.kind)) : decided.refusal.code;
const parcel = (
  id: string,
  trackingNumber: string | null,
  lines: Shipment['lines'],
  deliveredAt: Temporal.Instant | null = null,
): Shipment => ({
  id,
  carrier: 'SF',
  trackingNumber,
  lines,
  shippedAt: noon,
  deliveredAt,
});

describe('what leaves the house', () => {
  it('is everything that is ready, unless quantities are named', () => {
    expect(decideShipment(facts, { carrier: 'SF' })).toMatchObject({
      decision: {
        effects: [
          {
            kind: 'ship_goods',
            carrier: 'SF',
            trackingNumber: null,
            parts: [
              { lineId: 'a', quantity: 2 },
              { lineId: 'b', quantity: 1 },
            ],
          },
          {},
        ],
      },
    });
    expect(decideShipment(facts, { carrier: 'SF', tracking_number: ' T1 ', quantity_1: '１', quantity_2: '' })).toMatchObject({
      decision: { effects: [{ trackingNumber: 'T1', parts: [{ lineId: 'a', quantity: 1 }] }, {}] },
    });
  });

  it('tells the customer whether it is all, a part or the rest', () => {
    expect(kinds(decideShipment(factsOf({ state: 'preparing' }), { carrier: 'SF' }))).toEqual(['ship_goods', 'shipped']);
    expect(kinds(decideShipment(facts, { carrier: 'SF' }))).toEqual(['ship_goods', 'shipped_part']);
    const rest = factsOf({ state: 'in_transit', lines: [aLine({ shipped: 1, delivered: 1 })] });
    expect(kinds(decideShipment(rest, { carrier: 'SF' }))).toEqual(['ship_goods', 'shipped_rest']);
    expect(kinds(decideShipment(factsOf({ kind: 'service', state: 'preparing' }), { carrier: 'Kim' }))).toEqual(['ship_goods']);
  });

  it.for([
    [{}, 'value_missing'],
    [{ carrier: ' ' }, 'value_missing'],
    [{ carrier: 'SF', quantity_1: '3' }, 'more_than_ready'],
    [{ carrier: 'SF', quantity_2: '1.5' }, 'more_than_ready'],
    [{ carrier: 'SF', quantity_1: '-1' }, 'value_invalid'],
    [{ carrier: 'SF', quantity_1: '1e3' }, 'value_invalid'],
    [{ carrier: 'SF', quantity_1: '0', quantity_2: '0' }, 'value_missing'],
    [{ carrier: 'SF', quantity_9: '1' }, 'value_invalid'],
  ] as const)('is refused for %j', ([input, code]) => {
    expect(kinds(decideShipment(facts, { ...input }))).toBe(code);
  });

  it('is never more than is ready, and of every line at most what was named', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (one, other) => {
        const decided = decideShipment(facts, { carrier: 'SF', quantity_1: String(one), quantity_2: String(other) });
        expect(decided.ok).toBe(one <= 2 && other <= 1 && one + other > 0);
      }),
    );
  });
});

describe('what has arrived', () => {
  const order = anOrder({ state: 'in_transit', lines: [aLine({ id: 'a', quantity: 3, allocated: 3, shipped: 3, delivered: 1 })] });
  const shipments = [
    parcel('s1', 'T1', [{ id: 'a', quantity: 1 }], noon),
    parcel('s2', 'T2', [{ id: 'a', quantity: 1 }]),
    parcel('s3', null, [{ id: 'a', quantity: 1 }]),
  ];
  const decide = (input: Record<string, string>, byCustomer = false) => decideDelivery(order, shipments, { input, byCustomer }, noon);

  it('is everything under way, or one shipment by its id or number', () => {
    expect(decide({})).toMatchObject({
      decision: { outcome: 'all', effects: [{ shipmentId: null }, { kind: 'plan' }, { about: 'arrived' }, { kind: 'follow_up' }] },
    });
    expect(decide({ shipment: 't2' })).toMatchObject({
      decision: { outcome: 'part', effects: [{ shipmentId: 's2' }, { about: 'arrived_part' }] },
    });
    expect(decide({ shipment: 's3' }, true)).toMatchObject({ decision: { outcome: 'part', effects: [{ shipmentId: 's3' }] } });
  });

  it('is refused for a shipment that has arrived or that nobody knows', () => {
    expect(decide({ shipment: 'T1' })).toMatchObject({ refusal: { code: 'already_delivered' } });
    expect(decide({ shipment: 'T9' })).toMatchObject({ refusal: { code: 'value_invalid', params: { field: 'shipment' } } });
  });

  it('is the whole order only when every unit that was not cancelled has', () => {
    const part = anOrder({ state: 'in_transit', lines: [aLine({ quantity: 3, allocated: 2, shipped: 2 })] });
    expect(decideDelivery(part, [], { input: {}, byCustomer: true }, noon)).toMatchObject({ decision: { outcome: 'part' } });
    const less = anOrder({ state: 'in_transit', lines: [aLine({ quantity: 3, allocated: 2, shipped: 2, cancelled: 1 })] });
    expect(decideDelivery(less, [], { input: {}, byCustomer: true }, noon)).toMatchObject({ decision: { outcome: 'all' } });
  });
});

describe('what people type', () => {
  it.for([
    ['SF', { carrier: 'SF', tracking_number: '' }],
    ['SF Express SF1234', { carrier: 'SF Express', tracking_number: 'SF1234' }],
    ['4PX 4PX1 99', { carrier: '4PX', tracking_number: '4PX1 99' }],
    ['Own van CH-ERGO=1 2=0.5', { carrier: 'Own van', tracking_number: '', quantity_1: '1', quantity_2: '0.5' }],
    ['SF T1 XX=1', { carrier: 'SF', tracking_number: 'T1', quantity_XX: '1' }],
  ] as const)('is read as a shipment: %s', ([typed, input]) => {
    expect(typedShipment(typed.split(' '), two)).toEqual(input);
  });

  it.for([
    ['2', { quantity: '2' }],
    ['2 ch-ergo 2026-12-04', { quantity: '2', line: 'ch-ergo', expected: '2026-12-04' }],
    ['#2 suzhou 1', { line: '#2', location: 'suzhou', quantity: '1' }],
  ] as const)('is read as a shortage: %s', ([typed, input]) => {
    expect(typedShortage(typed.split(' '), two)).toEqual(input);
  });

  it.for([
    ['2', 2],
    [' ２.5 ', 2.5],
    ['-1', null],
    ['1e3', null],
    ['0.0001', null],
    ['12345678', null],
    ['', null],
  ] as const)('is a quantity or none: %s', ([typed, read]) => {
    expect(readAmount(typed)).toBe(read);
  });
});

it('counts what is ready: goods that are kept, and work whatever is kept', () => {
  const work = aLine({ id: 'w', sku: 'SV', quantity: 1, allocated: 0 });
  expect(readyParts([...two, work], (sku) => sku === 'SV')).toEqual([
    { lineId: 'a', quantity: 2 },
    { lineId: 'b', quantity: 1 },
    { lineId: 'w', quantity: 1 },
  ]);
  expect(counted(two)).toEqual({ sent: 0, delivered: 0, all: 5 });
});
