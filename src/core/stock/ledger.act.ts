import type { Turn } from '../turn.ts';
import {
  exact,
  planFulfilment,
  type FulfilabilityReport,
  type LineReport,
  type Need,
  type StockAt,
  type When,
} from './fulfilability.decide.ts';
import { giveBack, keep, takeAway, writeOff, type Handover } from './ledger.store.ts';
import { lockGiven, lockStock, readStock, readWaiting, type Given } from './stock.store.ts';

/** What can be promised now, without keeping anything: for a draft's card and for the checks. */
export async function planOrder(turn: Turn, orderId: string, needs: readonly Need[], when: When): Promise<FulfilabilityReport> {
  const skus = goodsOf(needs);
  const stock = await readStock(turn.tx, skus);
  const plan = planFulfilment(needs, stock, when);
  // who waits already matters only to an order that must wait too
  const short = plan.lines.some(({ verdict }) => verdict !== 'yes');
  return short ? planFulfilment(needs, stock, { ...when, waiting: await readWaiting(turn.tx, orderId, skus) }) : plan;
}

/**
 * Plans again with the stock locked and keeps what the plan takes, so that whoever was slower gets a later promise and
 * never an error. Answers with the report that was acted on; what the order was given before stays its own.
 */
export async function planAndAllocate(turn: Turn, orderId: string, needs: readonly Need[], when: When): Promise<FulfilabilityReport> {
  const { given, more, whole } = await planAnew(turn, orderId, needs, when);
  await keep(turn, handovers(more.lines, given));
  return whole;
}

/**
 * What can be promised when an order asks for something else than before, with the stock locked and nothing kept yet: `more`
 * is what its lines take beyond what was given to them, `whole` is all of it.
 */
export async function planAnew(
  turn: Turn,
  orderId: string,
  needs: readonly Need[],
  when: When,
): Promise<{ given: Given[]; more: FulfilabilityReport; whole: FulfilabilityReport }> {
  const given = await lockGiven(turn.tx, orderId);
  await lockStock(turn.tx, [...new Set([...goodsOf(needs), ...given.map(({ sku }) => sku)])]);
  const more = await planOpen(turn, orderId, needs, given, when);
  return { given, more, whole: { ...more, lines: more.lines.map((line, at) => withGiven(line, needs[at], given)) } };
}

/** What an order could be given now beyond what it has, with the stock locked; nothing is kept yet. */
export async function planMore(turn: Turn, orderId: string, needs: readonly Need[], when: When): Promise<FulfilabilityReport> {
  const given = await lockGiven(turn.tx, orderId);
  await lockStock(turn.tx, goodsOf(needs));
  return planOpen(turn, orderId, needs, given, when);
}

function planOpen(turn: Turn, orderId: string, needs: readonly Need[], given: readonly Given[], when: When): Promise<FulfilabilityReport> {
  const open = needs.map((need) => (need.kind === 'service' ? need : { ...need, quantity: openOf(given, need) }));
  return planOrder(turn, orderId, open, when);
}

/** What of which location a report keeps for each line. */
export interface Keeping {
  lines: Pick<LineReport, 'lineId' | 'takes'>[];
}

/**
 * Keeps what a report took, as far as it is still free, and answers with what each line got. Asking again keeps no more.
 */
export async function allocate(turn: Turn, orderId: string, report: Keeping): Promise<Handover[]> {
  const given = await lockGiven(turn.tx, orderId);
  const skus = [...new Set(given.map(({ sku }) => sku))];
  await lockStock(turn.tx, skus);
  const wanted = handovers(report.lines, given);
  const got = clamp(wanted, given, await readStock(turn.tx, skus));
  await keep(turn, got);
  return got;
}

/** So many units of a line: those of `location` alone, or those of `spare` last, where one is named. */
export interface Portion {
  lineId: string;
  quantity: number;
  location?: string;
  spare?: string;
}

/** Gives back what an order keeps and has not left the house, or a portion of it; nothing to give back is no error. */
export async function release(turn: Turn, orderId: string, portions?: readonly Portion[]): Promise<Handover[]> {
  const kept = portioned(await lockKept(turn, orderId), portions);
  await giveBack(turn, kept);
  return kept;
}

/** Gives back what lines keep beyond so much, from the places that were asked last; what has left the house stays counted. */
export async function keepAtMost(turn: Turn, orderId: string, lines: ReadonlyMap<string, number>): Promise<Handover[]> {
  const given = await lockGiven(turn.tx, orderId);
  const freed = given.flatMap(({ lineId, sku, takes, shipped }) => {
    const most = lines.get(lineId);
    if (most === undefined) return [];
    let left = exact(Math.max(0, most - shipped));
    return takes.flatMap(({ location, quantity }) => {
      const stays = Math.min(left, quantity);
      left = exact(left - stays);
      return quantity > stays ? [{ lineId, sku, location, quantity: exact(quantity - stays) }] : [];
    });
  });
  await lockStock(turn.tx, [...new Set(freed.map(({ sku }) => sku))]);
  await giveBack(turn, freed);
  return freed;
}

/** What is kept for an order leaves the house, or a portion of it; what left, by line and location. */
export async function shipKept(turn: Turn, orderId: string, portions?: readonly Portion[]): Promise<Handover[]> {
  const kept = portioned(await lockKept(turn, orderId), portions);
  await takeAway(turn, kept);
  return kept;
}

/** Goods that were kept at a location and are not there: given back, and the count put right. */
export async function loseKept(turn: Turn, orderId: string, portion: Portion): Promise<void> {
  await writeOff(turn, await release(turn, orderId, [portion]));
}

/** Units of a line are not wanted any more: first those it still waits for, then kept ones. What was given back. */
export async function dropKept(turn: Turn, orderId: string, portion: Portion): Promise<Handover[]> {
  const given = await lockGiven(turn.tx, orderId);
  const waitedFor = given.find(({ lineId }) => lineId === portion.lineId)?.open ?? 0;
  const kept = exact(portion.quantity - waitedFor);
  return kept > 0 ? release(turn, orderId, [{ ...portion, quantity: kept }]) : [];
}

/** What the portions take of what is kept; never more than there is. */
function portioned(kept: readonly Handover[], portions: readonly Portion[] | undefined): Handover[] {
  if (!portions) return [...kept];
  return portions.flatMap(({ lineId, quantity, location, spare }) => {
    const own = kept.filter((handover) => handover.lineId === lineId && (location === undefined || handover.location === location));
    let missing = quantity;
    return own
      .toSorted((one, other) => Number(one.location === spare) - Number(other.location === spare))
      .flatMap((handover) => {
        const taken = exact(Math.min(handover.quantity, missing));
        missing = exact(missing - taken);
        return taken > 0 ? [{ ...handover, quantity: taken }] : [];
      });
  });
}

async function lockKept(turn: Turn, orderId: string): Promise<Handover[]> {
  const given = await lockGiven(turn.tx, orderId);
  const kept = given.flatMap(({ lineId, sku, takes }) => takes.map((take) => ({ lineId, sku, ...take })));
  await lockStock(turn.tx, [...new Set(kept.map(({ sku }) => sku))]);
  return kept;
}

/** Never more than a line may still be given, and never more than is free. */
function clamp(wanted: readonly Handover[], given: readonly Given[], stock: readonly StockAt[]): Handover[] {
  const free = new Map(stock.map(({ location, sku, free: left }) => [`${location} ${sku}`, left]));
  const open = new Map(given.map(({ lineId, open: left }) => [lineId, left]));
  return wanted.flatMap((handover) => {
    const shelf = `${handover.location} ${handover.sku}`;
    const [inStock, wantedYet] = [free.get(shelf) ?? 0, open.get(handover.lineId) ?? 0];
    const quantity = exact(Math.min(handover.quantity, inStock, wantedYet));
    if (quantity <= 0) return [];
    free.set(shelf, exact(inStock - quantity));
    open.set(handover.lineId, exact(wantedYet - quantity));
    return [{ ...handover, quantity }];
  });
}

function handovers(lines: Keeping['lines'], given: readonly Given[]): Handover[] {
  return lines.flatMap(({ lineId, takes }) => {
    const line = given.find((candidate) => candidate.lineId === lineId);
    return line ? takes.map((take) => ({ lineId, sku: line.sku, ...take })) : [];
  });
}

/** The plan of what was missing, with what the line had already. */
function withGiven(line: LineReport, need: Need | undefined, given: readonly Given[]): LineReport {
  const before = given.find(({ lineId }) => lineId === line.lineId);
  if (!before || !need || need.kind === 'service') return line;
  const nowQuantity = exact(need.quantity - (line.rest?.quantity ?? 0));
  let left = exact(Math.max(0, need.quantity - before.shipped));
  const takes = [...before.takes, ...line.takes].reduce<LineReport['takes']>((sum, { location, quantity: taken }) => {
    const quantity = exact(Math.min(left, taken));
    left = exact(left - quantity);
    if (quantity === 0) return sum;
    const known = sum.find((one) => one.location === location);
    return known
      ? sum.map((one) => (one === known ? { ...one, quantity: exact(one.quantity + quantity) } : one))
      : [...sum, { location, quantity }];
  }, []);
  return { ...line, nowQuantity, takes, verdict: nowQuantity >= need.quantity ? 'yes' : nowQuantity > 0 ? 'partial' : 'no' };
}

const goodsOf = (needs: readonly Need[]): string[] => [...new Set(needs.filter(({ kind }) => kind === 'goods').map(({ sku }) => sku))];

/** What a line lacks of what it asks for: it may ask for more now than when it was given something. */
const openOf = (given: readonly Given[], need: Need): number => {
  const line = given.find(({ lineId }) => lineId === need.lineId);
  return exact(Math.max(0, need.quantity - (line?.allocated ?? 0)));
};
