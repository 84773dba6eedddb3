import { setTimeout as pause } from 'node:timers/promises';
import type { TelegramApi } from './api.ts';
import type { WebhookInfo } from '@grammyjs/types';
import { faultOf, plainly, type Fault } from './fault.ts';
import type { Condition } from './health.ts';

interface Watching {
  api: TelegramApi;
  apiUrl: string;
  url: string;
  condition: Condition;
  signal: AbortSignal;
}

/** Nothing tells that Telegram cannot reach us but Telegram itself, when it is asked; sooner again while it cannot. */
const lookMs = { well: 60_000, ill: 3_000 };

/** Looks now and then whether the webhook is ours and works; what is not well is said, and heals when it is well again. */
export async function watchWebhook({ api, apiUrl, url, condition, signal }: Watching): Promise<void> {
  while (!signal.aborted) {
    try {
      const fault = faultIn(await api.getWebhookInfo(signal), url);
      if (fault) condition.ill(fault);
      else condition.well();
    } catch (error) {
      if (!signal.aborted) condition.ill(faultOf(error, apiUrl));
    }
    await pause(condition.now().state === 'connected' ? lookMs.well : lookMs.ill, undefined, { signal }).catch(() => undefined);
  }
}

/** Telegram remembers the last failure for ever: it counts only as long as updates wait behind it. */
export function faultIn(info: WebhookInfo, url: string): Fault | null {
  if (info.url !== url)
    return {
      fault: info.url
        ? 'Another program has set the webhook of this bot to another address.'
        : 'Another program has removed the webhook of this bot.',
      remedy: 'Stop that program and start this desk again, or give the desk a bot of its own.',
    };
  if (!info.last_error_message || info.pending_update_count === 0) return null;
  return {
    fault: `Telegram cannot deliver to ${url}: ${plainly(info.last_error_message)}.`,
    remedy:
      'It must answer from outside over https, with a certificate that is trusted, on port 443, 80, 88 or 8443. Or set TELEGRAM_CONNECTION=polling.',
  };
}
