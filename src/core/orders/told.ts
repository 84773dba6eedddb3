import type { Correction } from '../notes/correct.ts';
import type { Saying } from '../notes/model/second.ts';
import type { Effect } from './decision.ts';
import type { Part } from './fulfilling/parts.decide.ts';
import type { Side, WishKind } from './changing/wish.ts';
import type { Facts } from './judge.decide.ts';
import { orderedOf, type Order } from './order.ts';

/** What an event keeps of an order, as plain JSON: money in minor units and dates as text. */
export interface Told {
  state: string;
  version: number;
  total: string;
  requestedDate: string | null;
  address: string | null;
  promise: string | null;
  payment: string;
  /** The code of the coupon it spends. */
  coupon: string | null;
  urgent: boolean;
  lines: ToldLine[];
  /** The newest words of the note. */
  said?: string;
}

export interface ToldLine {
  id: string;
  sku: string | null;
  words: string;
  /** Null where nobody has said how many. */
  quantity: number | null;
  options: { key: string; value: string; unit: string | null }[];
}

/** A note may be as long as a chat message; the timeline needs the beginning. */
const longestWords = 500;

export function toldOf(order: Order): Told {
  const { note } = order;
  return { ...fieldsOf(order), ...(note === '' ? {} : { said: note.slice(0, longestWords) }) };
}

/** State, version and total of both sides, and whatever else the step changed: before and after. */
export function differenceOf(before: Order, after: Order): { before: Partial<Told>; after: Partial<Told> } {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const always = ['state', 'version', 'total'];
  const kept = new Set(Object.entries(is).flatMap(([name, value]) => (always.includes(name) || differs(value, was, name) ? [name] : [])));
  const keep = (told: Told): Partial<Told> => Object.fromEntries(Object.entries(told).filter(([name]) => kept.has(name)));
  const added = after.note.startsWith(before.note) ? after.note.slice(before.note.length).trim() : '';
  return { before: keep(was), after: { ...keep(is), ...(added === '' ? {} : { said: added.slice(0, longestWords) }) } };
}

const differs = (value: unknown, was: object, name: string): boolean =>
  JSON.stringify(value) !== JSON.stringify(new Map(Object.entries(was)).get(name));

function fieldsOf(order: Order): Told {
  return {
    state: order.state,
    version: order.version,
    total: order.total.toString(),
    requestedDate: order.requestedDate?.toString() ?? null,
    address: order.address,
    promise: order.promisedLatest?.toString() ?? null,
    payment: order.payment,
    coupon: order.discount?.code ?? null,
    urgent: order.urgent,
    lines: order.lines
      .filter((line) => orderedOf(line) > 0)
      .map((line) => ({
        id: line.id,
        sku: line.sku,
        words: line.words,
        quantity: line.quantityUnclear ? null : orderedOf(line),
        options: line.options.map(({ key, value, unit }) => ({ key, value, unit })),
      })),
  };
}

/** The effects of a step that people will want to read about, as plain JSON. */
export type ToldEffect =
  | { kind: 'ask_approval'; role: string; reasons: { key: string; params: Record<string, string> }[] }
  | { kind: 'forward_approval'; role: string; to: string | null }
  | { kind: 'label_note'; says: Saying; words: string; right: boolean }
  | { kind: 'label_reading'; correction: Correction }
  | { kind: 'place_hold'; hold: string; reason: string }
  | { kind: 'lift_hold'; holds: string[] }
  | { kind: 'record_payment'; amount: string; reference: string }
  | { kind: 'ship_goods'; carrier: string; trackingNumber: string | null; parts: Part[] }
  | { kind: 'open_shortage'; lineId: string; missing: number; location: string }
  | { kind: 'propose_change' | 'settle_change'; change: WishKind; before: Side; after: Side; state: string }
  | { kind: 'refund'; amount: string };

export function tellingEffects(effects: Effect[], { holds, change, order }: Pick<Facts, 'holds' | 'change' | 'order'>): ToldEffect[] {
  return effects.flatMap((effect): ToldEffect[] => {
    switch (effect.kind) {
      case 'ask_approval':
      case 'ship_goods':
        return [effect];
      case 'open_shortage': {
        const { missing, location } = effect.shortage;
        return [{ kind: effect.kind, lineId: effect.lineId, missing, location }];
      }
      case 'forward_approval':
        return [{ kind: effect.kind, role: effect.role, to: effect.assignee?.name ?? null }];
      case 'place_hold':
        return [{ kind: effect.kind, hold: effect.hold, reason: effect.reason }];
      case 'label_note': {
        const item = order.reading?.second?.items.find(({ id }) => id === effect.item);
        return item ? [{ kind: effect.kind, says: item.says, words: item.evidence?.text ?? '', right: effect.right }] : [];
      }
      case 'label_reading':
        return [{ kind: effect.kind, correction: effect.correction }];
      case 'lift_hold': {
        const lifted = holds.filter(({ kind }) => effect.hold === null || effect.hold === kind).map(({ kind }) => kind);
        return lifted.length > 0 ? [{ kind: effect.kind, holds: lifted }] : [];
      }
      case 'record_payment':
        return [{ kind: effect.kind, amount: effect.amount.toString(), reference: effect.reference }];
      case 'propose_change':
        return [
          { kind: effect.kind, change: effect.change.kind, before: effect.change.before, after: effect.change.after, state: 'pending' },
        ];
      case 'settle_change':
        return change ? [{ kind: effect.kind, change: change.kind, before: change.before, after: change.after, state: effect.state }] : [];
      case 'supersede_approval':
        return [{ kind: 'ask_approval', role: effect.role, reasons: effect.reasons }];
      case 'tell_change':
        return effect.told.refund > 0n ? [{ kind: 'refund', amount: effect.told.refund.toString() }] : [];
      default:
        return [];
    }
  });
}
