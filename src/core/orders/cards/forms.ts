import type { Field, Form } from '../../messages/form.ts';
import { holdRules, type HoldKind } from '../../review/hold.ts';
import { plainAmount } from '../../text/format.ts';
import type { Words } from '../../text/words.ts';
import type { AskableAction } from '../capabilities.ts';
import { shipFields, shortageFields } from '../fulfilling/forms.cards.ts';
import { correctionForm } from '../reading/correct.cards.ts';
import { orderedOf } from '../order.ts';
import { wishfulLines, wishPrice } from '../placing/wish-price.decide.ts';
import { actionWord, lineName, wordsOf, type OrderView } from './view.ts';

/** The form an action opens before it acts, or null where a press is enough. `id` is the button's token. */
export function formOf(view: OrderView, action: AskableAction, id: string, args: Record<string, string> = {}): Form | null {
  const t = wordsOf(view);
  const { order } = view.facts;
  const text = (name: string, label: string, required = true): Field => ({ name, kind: 'text', label, required });
  const long = (name: string, label: string): Field => ({ name, kind: 'long_text', label, required: true });
  switch (action) {
    case 'confirm':
      if (order.kind !== 'goods' || order.address) return null;
      return { id, title: t('reviewing:form.address'), fields: [long('address', t('orders:form.address'))] };
    case 'edit':
      return { id, title: t('orders:form.edit'), fields: editFields(view, t) };
    case 'approve':
      return wishfulLines(order).length > 0 ? { id, title: t('orders:form.approve'), fields: wishFields(view, t) } : null;
    case 'reject':
      return { id, title: t('orders:form.reject'), fields: [long('reason', t('orders:form.reason'))] };
    case 'ask':
      return { id, title: t('orders:form.ask'), fields: [long('question', t('orders:form.question'))] };
    case 'answer': {
      const title = t(view.own ? 'orders:form.answer' : 'orders:form.answerFor');
      return { id, title, fields: [long('answer', title)] };
    }
    case 'escalate':
      return { id, title: t('orders:form.escalate'), fields: [roleField(t), long('reason', t('orders:form.reason'))] };
    case 'forward':
      return { id, title: t('orders:form.forward'), fields: [colleagueField(view, t), long('reason', t('orders:form.reason'))] };
    case 'undo':
      if (order.state !== 'confirmed') return null;
      return { id, title: t('reviewing:undoApproval'), fields: [long('reason', t('orders:form.reason'))] };
    case 'hold':
      return { id, title: t('orders:form.hold'), fields: [holdField(t, holdKinds), long('reason', t('orders:form.reason'))] };
    case 'release_hold':
      return {
        id,
        title: t('orders:form.release_hold'),
        fields: [
          ...(view.facts.holds.length > 1
            ? [
                holdField(
                  t,
                  view.facts.holds.map(({ kind }) => kind),
                ),
              ]
            : []),
          long('reason', t('orders:form.reason')),
        ],
      };
    case 'paid':
      return {
        id,
        title: t('orders:form.paid'),
        fields: [
          {
            ...text('amount', t('orders:form.amount', { currency: order.currency })),
            value: plainAmount(order.total - view.facts.paid, order.currency),
          },
          text('reference', t('orders:form.reference')),
        ],
      };
    case 'ship':
      return { id, title: actionWord(t, order, 'ship', false), fields: shipFields(view, t) };
    case 'shortage':
      return { id, title: t('fulfilling:form.shortage'), fields: shortageFields(view, t) };
    case 'reschedule':
      return { id, title: t('orders:form.reschedule'), fields: [dateField(view, t)] };
    case 'change_address':
      return {
        id,
        title: t('orders:form.change_address'),
        fields: [{ ...long('address', t('orders:form.address')), value: order.address ?? '' }],
      };
    case 'change_items':
      return { id, title: t('orders:form.change_items'), fields: itemFields(view, t) };
    case 'request_cancel':
      return { id, title: t('orders:form.request_cancel'), fields: [{ ...long('reason', t('orders:form.reason')), required: false }] };
    case 'correct':
      return correctionForm(view, id, args);
    case 'refuse_proposal':
      return { id, title: t('orders:form.refuse_proposal'), fields: [long('reason', t('orders:form.reason'))] };
    default:
      return null;
  }
}

function editFields(view: OrderView, t: Words): Field[] {
  const { order } = view.facts;
  return [
    ...order.lines.slice(0, 20).map((line): Field => ({
      name: `quantity_${line.position}`,
      kind: 'number',
      label: t('orders:form.quantityOf', { product: lineName(view, line) }),
      required: true,
      value: String(line.quantity),
    })),
    {
      name: 'requested_date',
      kind: 'date',
      label: t('orders:form.requestedDate'),
      required: false,
      value: order.requestedDate?.toString() ?? '',
    },
    { name: 'address', kind: 'long_text', label: t('orders:form.address'), required: false, value: order.address ?? '' },
  ];
}

/** A wish that no price rule covers may cost something: left empty it costs nothing. */
function wishFields(view: OrderView, t: Words): Field[] {
  const { order } = view.facts;
  return wishfulLines(order)
    .slice(0, 20)
    .map((line): Field => {
      const price = wishPrice(line, view.products.get(line.sku ?? ''));
      return {
        name: `price_${line.position}`,
        kind: 'text',
        label: t('orders:form.wishPrice', { product: lineName(view, line), currency: order.currency }),
        required: false,
        ...(price > 0n ? { value: plainAmount(price, order.currency) } : {}),
      };
    });
}

function dateField({ facts: { order } }: OrderView, t: Words): Field {
  const value = order.requestedDate ?? order.promisedLatest;
  return { name: 'date', kind: 'date', label: t('orders:form.newDate'), required: true, value: value?.toString() ?? '' };
}

/** What is on the order now, and room for what is to come on it; a modal holds few fields. */
function itemFields(view: OrderView, t: Words): Field[] {
  const lines = view.facts.order.lines.filter((line) => orderedOf(line) > 0);
  return [
    ...lines.slice(0, 20).map((line): Field => ({
      name: `quantity_${line.position}`,
      kind: 'number',
      label: t('orders:form.quantityOf', { product: lineName(view, line) }),
      required: true,
      value: String(orderedOf(line)),
    })),
    { name: 'add', kind: 'text', label: t('orders:form.add'), required: false },
  ];
}

function roleField(t: Words): Field {
  const options = (['sales', 'legal', 'manager'] as const).map((value) => ({ value, label: t(`orders:role.${value}`) }));
  return { name: 'role', kind: 'select', label: t('orders:form.role'), required: true, options };
}

const holdKinds = Object.keys(holdRules) as HoldKind[]; // the keys of a record are its kinds

function holdField(t: Words, kinds: readonly HoldKind[]): Field {
  const options = kinds.map((value) => ({ value, label: t(`orders:hold.${value}`) }));
  return { name: 'kind', kind: 'select', label: t('orders:form.kind'), required: true, options };
}

function colleagueField({ colleagues }: OrderView, t: Words): Field {
  const options = colleagues.map(({ id: value, name: label }) => ({ value, label }));
  return { name: 'colleague', kind: 'select', label: t('orders:form.role'), required: true, options };
}
