import { readBusiness } from '../../people/business.store.ts';
import { findReader } from '../../people/speaker.store.ts';
import type { DeskTurn } from '../../turn.ts';
import { refuse } from '../decision.ts';
import { readingContext } from '../placing/words.act.ts';
import { takeStep, type Asked, type Taken } from '../step.act.ts';
import { isEmpty, itemsOfForm, itemsOfWords, readDay } from './asked.decide.ts';
import { decideBy, decideChange, propose } from './outcome.act.ts';

/** Another day, as the form gives it or in words. */
export function reschedule(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts) => {
    const { timeZone } = await readBusiness(turn.tx);
    const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate();
    const typed = asked.input['date'] ?? '';
    if (typed.trim() === '') return refuse('value_missing', { field: 'date' });
    const day = readDay(typed, today, timeZone);
    if (!day || Temporal.PlainDate.compare(day, today.add({ years: 1 })) > 0)
      return refuse('value_invalid', { field: 'date', value: typed.slice(0, 40) });
    if (Temporal.PlainDate.compare(day, today) < 0) return refuse('date_past', { date: day.toString() });
    if (facts.order.requestedDate?.equals(day) && !facts.change) return refuse('nothing_changed');
    return decideChange(turn, asked, facts, { date: day.toString() });
  });
}

export function changeAddress(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, (facts) => {
    const address = asked.input['address']?.trim().slice(0, 500) ?? '';
    if (address === '') return refuse('value_missing', { field: 'address' });
    if (address === facts.order.address && !facts.change) return refuse('nothing_changed');
    return decideChange(turn, asked, facts, { address });
  });
}

/** Other quantities, choices or products: by the form, or in words. */
export function changeItems(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts) => {
    const context = await readingContext(turn);
    const words = asked.input['words']?.trim() ?? '';
    const reader = asked.via && (await findReader(turn.tx, asked.via));
    const read = words
      ? itemsOfWords(facts.order, words.slice(0, 2000), context, {
          locale: reader?.locale ?? facts.order.locale,
          nextId: () => turn.ids.uuid(),
          line: asked.input['line'] ?? null,
        })
      : itemsOfForm(facts.order, asked.input, context, () => turn.ids.uuid());
    if (!read.ok) return read;
    // a command with nothing behind it, where the form would have had its fields
    if (isEmpty(read.value))
      return Object.keys(asked.input).some(isOfForm) || words ? refuse('nothing_changed') : refuse('value_missing', { field: 'change' });
    return decideChange(turn, asked, facts, { items: read.value });
  });
}

const isOfForm = (name: string): boolean => name === 'add' || name.startsWith('quantity_');

/** After the warehouse began nobody cancels alone: a colleague decides. */
export function requestCancel(turn: DeskTurn, asked: Asked): Promise<Taken> {
  return takeStep(turn, asked, async (facts) => {
    if (facts.change?.kind === 'cancel') return refuse('already_asked');
    const reason = asked.input['reason']?.trim().slice(0, 500) || null;
    const { order } = facts;
    const dueAt = await decideBy(turn, order);
    return {
      ok: true,
      decision: propose(
        asked,
        { order, change: null },
        { cancel: true },
        { before: { total: order.total.toString() }, after: {}, priceDelta: -order.total, earliest: null, reasons: [], refund: 0n },
        dueAt,
        reason,
      ),
    };
  });
}
