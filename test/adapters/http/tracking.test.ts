import { expect, it } from 'vitest';
import { trackingRoutes } from '#adapters/http/tracking.ts';
import type { Tracked, TrackingCall } from '#core/orders/fulfilling/tracking.act.ts';

const keys = [
  { name: 'carrier', key: 'a-long-secret-of-the-carrier' },
  { name: 'wms', key: 'another-long-secret' },
];
const done: Tracked = { ok: true, orders: [{ number: 'HO-1001', state: 'delivered', already: false }] };

function desk(answer: Tracked = done) {
  const calls: TrackingCall[] = [];
  const logged: unknown[] = [];
  const log = { info() {}, warn: (facts: unknown, event: string) => void logged.push([event, facts]), error() {} };
  let settled = 0;
  const track = (call: TrackingCall): Promise<Tracked> => Promise.resolve((calls.push(call), answer));
  const app = trackingRoutes({ keys, track, settle: () => Promise.resolve(void settled++), log });
  const post = async (body: unknown, authorization: string | null = `Bearer ${keys[0]?.key}`) => {
    const response = await app.request('/api/v1/tracking', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return { post, calls, logged, settledTimes: () => settled };
}

it('passes on what a key-holder reports, and answers with the orders it is about', async () => {
  const { post, calls, settledTimes } = desk();
  const answer = await post({ status: 'delivered', tracking_number: ' SF1234 ', id: 'e1' }, 'bearer another-long-secret');
  expect(answer).toEqual({ status: 200, body: { orders: [{ number: 'HO-1001', state: 'delivered', already: false }] } });
  await post({ status: 'delivered', order: 'HO-1001' });
  expect(calls).toEqual([
    { source: 'wms', id: 'e1', trackingNumber: 'SF1234', order: null },
    { source: 'carrier', id: null, trackingNumber: null, order: 'HO-1001' },
  ]);
  expect(settledTimes()).toBe(2);
});

it.for([null, '', 'Bearer', 'Bearer wrong', 'Basic a-long-secret-of-the-carrier', 'Bearer a-long-secret-of-the-carrier2'])(
  'refuses the key %s and asks nobody',
  async (authorization) => {
    const { post, calls, logged } = desk();
    expect(await post({ status: 'delivered', order: 'HO-1001' }, authorization)).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthorized' } },
    });
    expect(calls).toEqual([]);
    expect(logged).toMatchObject([['api.denied', {}]]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  },
);

it.for([
  ['{', 'not_json', 'The body is not valid JSON.'],
  [{}, 'not_understood', '“status” must be "delivered".'],
  [{ status: 'delivered' }, 'not_understood', 'Give “tracking_number”, “order” or both.'],
  [{ status: 'lost', order: 'HO-1' }, 'not_understood', '“status” must be "delivered".'],
  [{ status: 'delivered', order: 7 }, 'not_understood', '“order” must be an order number such as HO-1001.'],
  [{ status: 'delivered', tracking_number: 'x'.repeat(101) }, 'not_understood', '“tracking_number” is too long.'],
] as const)('says what is wrong with %j', async ([body, code, message]) => {
  expect(await desk().post(body)).toEqual({ status: 400, body: { error: { code, message } } });
});

it.for([
  ['unknown_shipment', 404],
  ['unknown_order', 404],
  ['wrong_state', 409],
] as const)('answers %s with %i', async ([code, status]) => {
  const { post, settledTimes } = desk({ ok: false, code, text: 'No.' });
  expect(await post({ status: 'delivered', order: 'HO-1001' })).toEqual({ status, body: { error: { code, message: 'No.' } } });
  expect(settledTimes()).toBe(0);
});
