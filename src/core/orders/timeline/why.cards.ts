import { careWords } from '../../care/timeline.cards.ts';
import { reasonWords } from '../../review/reason.cards.ts';
import { money, quantity } from '../../text/format.ts';
import texts from '../../text/en/orders.json' with { type: 'json' };
import timelineTexts from '../../text/en/timeline.json' with { type: 'json' };
import { roles } from '../actions.ts';
import { refusalText } from '../cards/refusal.cards.ts';
import { sayingWords } from '../../notes/model/second.cards.ts';
import { correctionWords } from '../reading/correct.cards.ts';
import { secondWordsOf } from '../reading/second.cards.ts';
import { lineName, wordsOf } from '../cards/view.ts';
import type { Refusal } from '../decision.ts';
import { changeWords } from './change.cards.ts';
import type { TimelineView } from './entry.cards.ts';
import { remember, type Remembered } from './remembered.decide.ts';

type Told = NonNullable<Remembered['effects'][number]>;

/** What followed from a step and why it was taken: reasons, holds, money, parcels, and the words of a refusal. */
export function reasonDetails(
  view: TimelineView,
  { kind, reason }: { kind: string; reason: string | null },
  after: Remembered,
  free: (text: string) => string,
): string[] {
  if (kind === 'order.denied') return refused(view, after, free);
  const t = wordsOf(view.order);
  if (/^(?:touch|exception|campaign)\./.test(kind)) return careWords(after, view.order);
  const followed = after.effects.flatMap((effect) => (effect ? effectWords(view, kind, effect, free) : []));
  const label = kind === 'order.ask' ? 'question' : kind === 'order.answer' ? 'answer' : 'reason';
  // a payment's reason is its reference, which stands with the amount
  const isSaid = reason !== null && reason !== '' && kind !== 'order.paid';
  return [...followed, ...(isSaid ? [t('timeline:quote', { label: t(`timeline:field.${label}`), text: free(reason) })] : [])];
}

function effectWords(view: TimelineView, kind: string, effect: Told, free: (text: string) => string): string[] {
  const t = wordsOf(view.order);
  const { desk } = view.sight;
  const set = (field: keyof typeof timelineTexts.field, value: string): string =>
    t('timeline:set', { label: t(`timeline:field.${field}`), value });
  switch (effect.kind) {
    case 'ask_approval': {
      const reasons = effect.reasons.map((reason) => reasonWords(view.order, desk ? 'desk' : 'customer', reason));
      return [...(desk ? [set('decides', roleWords(view, effect.role))] : []), ...[...new Set(reasons)].slice(0, 6).map(free)];
    }
    case 'forward_approval':
      return [set('to', effect.to ?? roleWords(view, effect.role))];
    case 'label_note': {
      const what = free(t('notes:from', { what: sayingWords(effect.says, secondWordsOf(view.order)), words: effect.words }));
      return [effect.right ? t('timeline:saidYes', { what }) : t('timeline:saidNo', { what })];
    }
    case 'label_reading':
      return [free(correctionWords(view.order, effect.correction))];
    case 'place_hold':
      return desk ? [set(kind === 'order.hold' ? 'holdKind' : 'hold', holdWords(view, effect.hold))] : [];
    case 'lift_hold':
      return desk ? effect.holds.map((hold) => set(kind === 'order.release_hold' ? 'holdKind' : 'lifted', holdWords(view, hold))) : [];
    case 'record_payment':
      return [
        set('amount', money(BigInt(effect.amount), view.order.facts.order.currency, view.order.locale)),
        set('reference', free(effect.reference)),
      ];
    case 'propose_change':
    case 'settle_change':
      return proposalWords(view, effect, free);
    case 'refund':
      return [set('refund', money(BigInt(effect.amount), view.order.facts.order.currency, view.order.locale))];
    case 'ship_goods':
      return [
        set(view.order.facts.order.kind === 'service' ? 'worker' : 'carrier', free(effect.carrier)),
        ...(effect.trackingNumber ? [set('tracking', effect.trackingNumber)] : []),
        ...effect.parts.flatMap(({ lineId, quantity: count }) => unitsOf(view, lineId, count)),
      ];
    case 'open_shortage': {
      const place = view.order.places.get(effect.location) ?? effect.location;
      return [
        ...unitsOf(view, effect.lineId, effect.missing).map((units) => set('missing', units)),
        ...(desk ? [set('missingAt', place)] : []),
      ];
    }
  }
}

/** So many of a line, as the timeline names products; nothing where the line is gone. */
function unitsOf({ order }: TimelineView, lineId: string, count: number): string[] {
  const line = order.facts.order.lines.find(({ id }) => id === lineId);
  return line ? [wordsOf(order)('timeline:line.one', { count: quantity(count, order.locale), product: lineName(order, line) })] : [];
}

/** A change that waits, or what became of one; what was accepted stands among the changes already. */
function proposalWords(view: TimelineView, effect: Extract<Told, { change: string }>, free: (text: string) => string): string[] {
  const t = wordsOf(view.order);
  const { state } = effect;
  if (state === 'accepted' || !Object.hasOwn(timelineTexts.proposal, state)) return [];
  const head = t(`timeline:proposal.${state as Exclude<keyof typeof timelineTexts.proposal, 'cancel'>}`); // the line above looked it up
  if (effect.change === 'cancel') return [head, t('timeline:proposal.cancel')];
  return [head, ...changeWords(view, remember(effect.before), remember(effect.after), free)];
}

/** What the person was told, so that a colleague can explain it. */
function refused(view: TimelineView, { code = '', params }: Remembered, free: (text: string) => string): string[] {
  const t = wordsOf(view.order);
  // what everybody is told of an order that is not theirs says nothing
  if (code === 'unknown_order' || !Object.hasOwn(texts.refused, code)) return [];
  const replace = { ...params, orderKind: view.order.facts.order.kind };
  const told = refusalText({ code: code as Refusal['code'], params: replace }, view.order); // the line above looked it up
  return [t('timeline:quote', { label: t('timeline:field.told'), text: free(told) })];
}

function roleWords(view: TimelineView, stored: string): string {
  const role = roles.find((known) => known === stored);
  return role ? wordsOf(view.order)(`timeline:role.${role}`) : stored;
}

function holdWords(view: TimelineView, stored: string): string {
  const hold = (['credit', 'fraud', 'address', 'stock', 'legal', 'document', 'customer'] as const).find((known) => known === stored);
  return hold ? wordsOf(view.order)(`orders:hold.${hold}`) : stored;
}
