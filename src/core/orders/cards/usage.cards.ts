import type { Locale } from '../../text/locale.ts';
import { words } from '../../text/words.ts';
import type { AskableAction } from '../capabilities.ts';
import type { Refusal } from '../decision.ts';

const shown = [
  'reject', 'ask', 'answer', 'escalate', 'forward', 'hold', 'release_hold', 'paid', 'ship', 'shortage', 'substitute', 'reschedule', 'change_address', 'change_items', 'refuse_proposal', 'undo', 'reopen',
] as const satisfies readonly AskableAction[]; // prettier-ignore

/** The way out where a typed command lacks something or has something that does not work. */
export function usageOf(action: AskableAction, { code, params }: Refusal, locale: Locale): string[] {
  const known = shown.find((one) => one === action);
  if (!known || !['value_missing', 'value_invalid', 'amount_invalid', 'date_past', 'change_unclear'].includes(code)) return [];
  const t = words(locale);
  return [t('desk:usage', { usage: t(`orders:usage.${known}`, { number: params['number'] ?? '' }) })];
}
