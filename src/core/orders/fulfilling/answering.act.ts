import { acceptanceTime } from './acceptance.act.ts';
import { planFulfilment } from '../../stock/fulfilability.decide.ts';
import { lockStock, readStock } from '../../stock/stock.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse, type Decided, type Effect } from '../decision.ts';
import type { Facts } from '../judge.decide.ts';
import { needsOf, whenOf } from '../placing/needs.act.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { chosenShortage, chosenSubstitute, keepWaiting, replaced, takeOff } from './answering.decide.ts';
import { isOpen } from './shortage.ts';

/** The customer waits for the missing goods; so does an order whose customer said nothing in time. */
export function wait(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => {
    const chosen = chosenShortage(facts, asked.input);
    return 'ok' in chosen ? chosen : { ok: true, decision: keepWaiting(chosen, asked.actor.kind === 'system' ? 'default_wait' : 'wait') };
  });
}

/** What is there leaves now, the rest follows. */
export function split(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => {
    const chosen = chosenShortage(facts, asked.input);
    return 'ok' in chosen ? chosen : { ok: true, decision: keepWaiting(chosen, 'split') };
  });
}

export function cancelLine(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts) => {
    const chosen = chosenShortage(facts, asked.input);
    if ('ok' in chosen) return chosen;
    const { products } = await turn.catalogue();
    const decision = takeOff(facts, chosen, products.get(chosen.line.sku ?? ''));
    const acceptBy = turn.now.add(acceptanceTime);
    const delivered: Effect[] = [{ kind: 'plan', job: 'accept_delivery', dueAt: acceptBy }, { kind: 'follow_up' }];
    const after = decision.outcome === 'rest' ? delivered : [];
    return { ok: true, decision: { ...decision, effects: [...decision.effects, ...after] } };
  });
}

export function substitute(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => replace(turn, facts, asked.input));
}

async function replace(turn: DeskTurn, facts: Facts, input: Record<string, string>): Promise<Decided> {
  const sku = input['sku']?.trim() ?? '';
  const offering = facts.shortages.filter((one) => isOpen(one) && chosenSubstitute(one, sku));
  const [only] = offering;
  const named = input['shortage'] || input['line'] || offering.length !== 1 || !only ? input : { ...input, shortage: only.id };
  const chosen = chosenShortage(facts, named);
  if ('ok' in chosen) return chosen;
  const instead = chosenSubstitute(chosen.shortage, sku);
  if (!instead)
    return sku === '' ? refuse('value_missing', { field: 'product' }) : refuse('value_invalid', { field: 'product', value: sku });
  const { products } = await turn.catalogue();
  const product = products.get(chosen.line.sku ?? '');
  if (!product) throw new Error('a line that is short has no product');
  await lockStock(turn.tx, [product.sku, instead.sku]);
  const id = turn.ids.uuid();
  const decision = replaced(facts, chosen, instead, product, id);
  const need = (await needsOf(turn, { ...facts.order, lines: decision.changes?.lines ?? [] })).find(({ lineId }) => lineId === id);
  if (!need) return refuse('substitute_gone');
  const report = planFulfilment([need], await readStock(turn.tx, [instead.sku]), await whenOf(turn));
  // it was offered because it is there: what would come later too is no remedy
  if (report.lines.some(({ verdict }) => verdict !== 'yes')) return refuse('substitute_gone');
  const settled = { kind: 'settle_shortage' as const, id: chosen.shortage.id, end: 'substitute' as const, sku: instead.sku };
  return { ok: true, decision: { ...decision, effects: [...decision.effects, { kind: 'allocate', report }, settled] } };
}
