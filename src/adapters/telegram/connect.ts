import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, Surroundings } from '#adapters/connection.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Channel } from '#core/ports.ts';
import { openApis } from './api.ts';
import { startAsking } from './asking.ts';
import { chooseWay, meet } from './begin.ts';
import { telegramChannel } from './channel.ts';
import { listenWith } from './ears.ts';
import { faultOf } from './fault.ts';
import { watchCondition } from './health.ts';
import { poll } from './poll.ts';
import { backoffMs } from './retry.ts';
import { watchOvertaken, type Overtaking } from './overtaken.ts';
import type { TelegramSettings } from './settings.ts';
import { openTables } from './tables.ts';
import { watchWebhook } from './watch-webhook.ts';
import { secretFrom, telegramHook } from './webhook.ts';
import { openWizards } from './wizard.act.ts';
import type { Me } from './words-for.ts';

/** Telegram, by long polling or by a webhook. */
export async function connectTelegram(
  settings: TelegramSettings,
  { log, database }: Surroundings,
  { retryMs = 500, now = () => performance.now() }: { retryMs?: number; now?: () => number } = {},
): Promise<Connection> {
  const { token, way, apiUrl } = settings;
  const account = token.slice(0, token.indexOf(':'));
  const apis = openApis(settings);
  const condition = watchCondition(log, account);
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  let me: Me | null = null;
  let hasEphemeral = false;
  const tables = openTables({ wanted: settings.tables, account, log, now });
  let hear: ReturnType<typeof listenWith> | null = null;
  let asking: ReturnType<typeof startAsking> | null = null;
  let overtaking: Overtaking | null = null;
  let running: Promise<void> = Promise.resolve();

  const known = (): Me => {
    if (!me) throw new Error('Telegram has not told yet which bot this is');
    return me;
  };
  const hearNow: ReturnType<typeof listenWith> = (update) =>
    hear ? hear(update) : Promise.reject(new Error('the desk does not listen yet'));
  /** What is posted comes by itself, so whoever stops waits for it. */
  const hearPosted: ReturnType<typeof listenWith> = async (update) => {
    const heard = hearNow(update);
    underWay.add(heard);
    try {
      await heard;
    } finally {
      underWay.delete(heard);
    }
  };
  const secret = way.kind === 'webhook' ? (way.secret ?? secretFrom(token)) : '';

  /** Until Telegram has told who we are and how updates come; then hears, until it is stopped. */
  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        const found = await meet(apis.calls, stopping.signal);
        ({ me, hasEphemeral } = found);
        if (!found.hasTables) tables.unknown();
        await chooseWay(apis.calls, way, secret, stopping.signal);
        break;
      } catch (error) {
        if (stopping.signal.aborted) return;
        condition.ill(faultOf(error, apiUrl));
        await pause(backoffMs(retryMs, failures, error), undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    const parts = { apiUrl, condition, log, signal: stopping.signal };
    if (way.kind === 'polling') await poll({ ...parts, api: apis.polling, hear: hearNow, retryMs });
    else await watchWebhook({ ...parts, api: apis.calls, url: way.url });
  };

  const channel: Channel = telegramChannel({
    account,
    api: apis.calls,
    uploads: apis.uploads,
    apiUrl,
    token,
    me: () => me,
    tables,
    hasEphemeral: () => hasEphemeral,
    changed: (message) => overtaking?.changed(message),
  });
  return {
    way: way.kind === 'polling' ? 'long polling' : 'webhook',
    channel: () => channel,
    hook: way.kind === 'webhook' ? telegramHook({ secret, hear: hearPosted, log }) : null,
    start(sink: Sink) {
      asking = startAsking({ account, api: apis.calls, database, sink, log, signal: stopping.signal });
      overtaking = watchOvertaken({ account, database, sink, log, wake: asking.wake, signal: stopping.signal });
      const wizards = openWizards({ database, sink, overtaking, wake: asking.wake });
      hear = listenWith({ account, sink, api: apis.calls, me: known, wizards, underWay });
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
      await Promise.allSettled([...underWay, overtaking?.quiet(), asking?.quiet()]);
    },
    health: condition.now,
  };
}
