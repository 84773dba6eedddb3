import { date, moneyWords, moment, quantity } from '../../text/format.ts';
import type { Locale } from '../../text/locale.ts';
import type { Words } from '../../text/words.ts';
import { words } from '../../text/words.ts';
import { actionIds, roles } from '../actions.ts';
import type { Refusal } from '../decision.ts';
import { states, type OrderKind } from '../states.ts';
import { actionWord, stateWord, type Reader } from './view.ts';

/** The "no" in the words of the person who asked: why, who was faster, and who may. */
export function refusalText({ code, params }: Refusal, reader: Reader): string {
  const t = words(reader.locale);
  const said = { ...params, ...named(params, t, reader.locale) };
  if ((code === 'wrong_state' || code === 'old_card') && params['lastBy'] && params['lastAt']) {
    const at = moment(Temporal.Instant.from(params['lastAt']), reader.timeZone, reader.locale);
    const action = actionIds.find((id) => id === params['lastAction']);
    const from = states.find((known) => known === params['lastFrom']);
    const done = action ? actionWord(t, { kind: kindOf(params), ...(from ? { state: from } : {}) }, action, false) : '';
    return t(`orders:refused.${code}_by`, { ...said, by: params['lastBy'], at, action: done });
  }
  const first = actionIds.find((id) => id === params['first']);
  if (code === 'wrong_state' && first) {
    const command = `/${first} ${params['number'] ?? ''}`.trim();
    return t('orders:refused.wrong_state_first', { ...said, action: actionWord(t, { kind: kindOf(params) }, first, false), command });
  }
  // nothing of a service lies in a warehouse
  if (code === 'nothing_ready' && kindOf(params) === 'service') return t('fulfilling:nothingReadyService');
  if (code === 'on_hold' && params['kind'] === 'customer') return t('orders:refused.on_hold_customer', { replace: said });
  // `replace`: a record of any names is no set of options to i18next
  return t(`orders:refused.${code}`, { replace: said });
}

/** Codes become words: states, roles and fields as the reader calls them. */
function named(params: Record<string, string>, t: Words, locale: Locale): Record<string, string> {
  const state = states.find((known) => known === params['state']);
  const who = params['who']
    ?.split(',')
    .map((one) => roleWord(one, t))
    .join(t('orders:card.listJoin'));
  const fields = [
    'carrier', 'worker', 'reason', 'question', 'answer', 'reference', 'amount', 'role', 'kind', 'date', 'address', 'quantity', 'shipment', 'line', 'product', 'colleague', 'price', 'change', 'item', 'wish',
  ] as const; // prettier-ignore
  const field = fields.find((known) => known === params['field']);
  const holds = ['credit', 'fraud', 'address', 'stock', 'legal', 'document', 'customer'] as const;
  const day = params['date'] && /^\d{4}-\d\d-\d\d$/.test(params['date']) ? Temporal.PlainDate.from(params['date']) : null;
  const hold = holds.find((known) => known === params['kind']);
  return {
    ...(state ? { state: stateWord(t, { kind: kindOf(params), state }) } : {}),
    ...(who ? { who } : {}),
    ...(params['role'] ? { role: roleWord(params['role'], t) } : {}),
    ...(params['target'] ? { target: roleWord(params['target'], t) } : {}),
    ...(params['limit'] ? { limit: moneyWords(params['limit'], locale) } : {}),
    ...(params['most'] ? { most: quantity(Number(params['most']), locale) } : {}),
    ...(params['open'] ? { open: moneyWords(params['open'], locale) } : {}),
    ...(field ? { field: t(`orders:field.${field}`) } : {}),
    ...(day ? { date: date(day, locale) } : {}),
    ...(hold ? { kind: t(`orders:hold.${hold}`) } : {}),
  };
}

const kindOf = (params: Record<string, string>): OrderKind => (params['orderKind'] === 'service' ? 'service' : 'goods');

function roleWord(role: string, t: Words): string {
  const known = [...roles, 'customer', 'system', 'api'] as const;
  const found = known.find((one) => one === role);
  return found ? t(`orders:role.${found}`) : role;
}
