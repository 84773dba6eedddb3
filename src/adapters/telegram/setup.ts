import type { Change, Finding, SetUp } from '#adapters/connection.ts';
import { Problem } from '#src/problem.ts';
import { placeOf } from './address.ts';
import { openApis, type TelegramApi } from './api.ts';
import { faultOf, type Fault } from './fault.ts';
import { menuButton, registered, type Registered } from './registered.ts';
import type { TelegramSettings } from './settings.ts';
import { wantedUpdates } from './update.ts';
import { faultIn } from './watch-webhook.ts';
import { secretFrom } from './webhook.ts';

const mostMs = 60_000;

/** What is registered with Telegram: commands, menu, descriptions and the way updates come. */
export const setUpTelegram: SetUp<TelegramSettings> = async (settings) => {
  const { apiUrl, way } = settings;
  const api = openApis(settings).calls;
  const things = [...registered(api), menuButton(api), updatesOf(api, settings)];
  return {
    async sync({ dryRun }) {
      const signal = AbortSignal.timeout(mostMs);
      try {
        const changes: Change[] = [];
        for (const { what, isRight, put } of things) {
          if (await isRight(signal)) continue;
          if (!dryRun) await put(signal);
          changes.push({ what: `set ${what}`, done: !dryRun });
        }
        return changes;
      } catch (error) {
        const { fault, remedy } = faultOf(error, apiUrl);
        throw new Problem(fault, remedy);
      }
    },

    async invitation() {
      const { username } = await api.getMe(AbortSignal.timeout(mostMs));
      return [
        { title: 'Customers and colleagues open the chat and press Start:', text: `https://t.me/${username}` },
        { title: 'Into a group of the desk:', text: `https://t.me/${username}?startgroup=desk` },
      ];
    },

    async inspect({ probe }) {
      const signal = AbortSignal.timeout(mostMs);
      try {
        const me = await api.getMe(signal);
        return [
          { item: 'token', ok: true, says: `it belongs to @${me.username}` },
          { item: 'privacy', ok: true, says: privacyOf(me.can_read_all_group_messages) },
          await webhookFinding(api, way, signal),
          await driftFinding(things.slice(0, -1), signal),
          ...(probe === null ? [] : [await probed(api, probe, apiUrl, signal)]),
        ];
      } catch (error) {
        return [wrong('token', faultOf(error, apiUrl))];
      }
    },
  };
};

const wrong = (item: string, { fault, remedy }: Fault): Finding => ({ item, ok: false, says: fault, remedy });

const privacyOf = (readsAll: boolean): string =>
  readsAll
    ? 'off: in groups the bot is sent everything, and hears only what is for it; @BotFather can switch it on (/setprivacy)'
    : 'on: in groups the bot is sent only what mentions it, answers it or is a command';

/** How updates come: by a webhook that is ours, or by none. */
function updatesOf(api: TelegramApi, { token, way }: TelegramSettings): Registered {
  if (way.kind === 'polling')
    return {
      what: 'no webhook, for the desk asks for updates itself',
      isRight: async (signal) => (await api.getWebhookInfo(signal)).url === '',
      put: (signal) => api.deleteWebhook({}, signal),
    };
  const wanted = wantedUpdates.toSorted().join();
  return {
    what: `the webhook to ${way.url}`,
    async isRight(signal) {
      const { url, allowed_updates = [] } = await api.getWebhookInfo(signal);
      return url === way.url && allowed_updates.toSorted().join() === wanted;
    },
    put: (signal) =>
      api.setWebhook({ url: way.url, secret_token: way.secret ?? secretFrom(token), allowed_updates: wantedUpdates }, signal),
  };
}

async function webhookFinding(api: TelegramApi, way: TelegramSettings['way'], signal: AbortSignal): Promise<Finding> {
  const info = await api.getWebhookInfo(signal);
  const waiting = `${info.pending_update_count} updates wait`;
  if (way.kind === 'webhook') {
    const fault = faultIn(info, way.url);
    return fault ? wrong('webhook', fault) : { item: 'webhook', ok: true, says: `${way.url}; ${waiting}` };
  }
  if (info.url === '') return { item: 'polling', ok: true, says: `no webhook is in its way; ${waiting}` };
  const fault = 'A webhook is set for this bot, so the desk would not hear anything by asking.';
  return wrong('polling', { fault, remedy: 'The desk removes it when it starts, and so does platforms sync.' });
}

async function driftFinding(things: readonly Registered[], signal: AbortSignal): Promise<Finding> {
  const lacking: string[] = [];
  for (const { what, isRight } of things) if (!(await isRight(signal))) lacking.push(what);
  if (lacking.length === 0) return { item: 'commands', ok: true, says: 'commands, menu and descriptions are those of this version' };
  return wrong('commands', { fault: `Not as this version needs it: ${lacking.join('; ')}.`, remedy: 'Run: orderly platforms sync' });
}

/** Telegram has no handle against double sends, so there is nothing to be sent twice: one message, which is deleted again. */
async function probed(api: TelegramApi, conversation: string, apiUrl: string, signal: AbortSignal): Promise<Finding> {
  try {
    const place = placeOf({ key: conversation });
    const { message_id } = await api.sendMessage({ ...place, text: 'A test of the order desk; it is deleted again.' }, signal);
    await api.deleteMessage({ chat_id: place.chat_id, message_id }, signal);
    return { item: 'message', ok: true, says: `posted to ${conversation} and deleted again; Telegram has no handle against double sends` };
  } catch (error) {
    return wrong('message', faultOf(error, apiUrl));
  }
}
