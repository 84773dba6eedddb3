import { z } from 'zod';
import type { Saying } from '../../notes/model/second.ts';

const text = z.string().optional().catch(undefined);
const textOrNull = z.string().nullable().optional().catch(undefined);
const textOf = z.record(z.string(), z.string()).catch({});

const line = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  words: z.string(),
  quantity: z.number().nullable(),
  options: z.array(z.object({ key: z.string(), value: z.string(), unit: z.string().nullable() })),
});

const reason = z.object({ key: z.string(), params: textOf });

const touch = z.object({
  step: z.string(),
  at: z.string().optional(),
  reason: z.string().optional(),
  answer: z.string().optional(),
});

/** As the desk itself wrote it; whether it still means something is seen where it is told. */
const saying = z.custom<Saying>((said) => z.object({ field: z.string() }).safeParse(said).success);
const span = z.object({ start: z.number(), end: z.number(), text: z.string() });

const effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask_approval'), role: z.string(), reasons: z.array(reason) }),
  z.object({ kind: z.literal('forward_approval'), role: z.string(), to: z.string().nullish() }),
  z.object({ kind: z.literal('label_note'), says: saying, words: z.string(), right: z.boolean() }),
  z.object({
    kind: z.literal('label_reading'),
    correction: z.object({ id: z.string(), was: saying, evidence: span, becomes: saying, message: z.string().nullable() }),
  }),
  z.object({ kind: z.literal('place_hold'), hold: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('lift_hold'), holds: z.array(z.string()) }),
  z.object({ kind: z.literal('record_payment'), amount: z.string().regex(/^\d+$/), reference: z.string() }),
  z.object({
    kind: z.enum(['propose_change', 'settle_change']),
    change: z.string(),
    state: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  }),
  z.object({ kind: z.literal('refund'), amount: z.string().regex(/^\d+$/) }),
  z.object({
    kind: z.literal('ship_goods'),
    carrier: z.string(),
    trackingNumber: z.string().nullable(),
    parts: z.array(z.object({ lineId: z.string(), quantity: z.number() })).catch([]),
  }),
  z.object({ kind: z.literal('open_shortage'), lineId: z.string(), missing: z.number(), location: z.string() }),
]);

/** What an event may have kept; one of an earlier version of the program, or of another feature, has less or other things. */
const remembered = z.object({
  state: text,
  total: z.string().regex(/^\d+$/).optional().catch(undefined),
  requestedDate: textOrNull,
  address: textOrNull,
  promise: textOrNull,
  payment: text,
  coupon: textOrNull,
  urgent: z.boolean().optional().catch(undefined),
  lines: z.array(line).optional().catch(undefined),
  said: text,
  effects: z.array(effect.nullable().catch(null)).catch([]),
  touches: z.array(touch.nullable().catch(null)).catch([]),
  enrolment: z
    .object({
      arm: z.enum(['treated', 'holdout']),
      silent: z.number().optional(),
      allowed: z.number().optional(),
      because: z.string().optional(),
    })
    .optional()
    .catch(undefined),
  trouble: z
    .object({ code: z.string(), grade: z.string(), by: z.string().optional(), why: z.string().optional() })
    .optional()
    .catch(undefined),
  /** Why no model read a note, and which model was asked. */
  degraded: textOrNull,
  action: text,
  code: text,
  params: textOf,
  input: textOf,
});

export type Remembered = z.infer<typeof remembered>;
export type RememberedLine = z.infer<typeof line>;

/** One side of an event, whatever it holds; never throws. */
export function remember(side: unknown): Remembered {
  return remembered.safeParse(side).data ?? remembered.parse({});
}
