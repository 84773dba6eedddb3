import { errorLine } from '#core/messages/failure.decide.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database, Log } from '#core/ports.ts';
import { placeOf } from './address.ts';
import type { TelegramApi } from './api.ts';
import { isUnchanged, refusedBy } from './result.ts';
import { handIn } from './wizard.act.ts';
import { nextWord } from './wizard.cards.ts';
import { markSaid, putOffWord, takeWords, type StoredWizard } from './wizard.store.ts';

interface Asker {
  account: string;
  api: TelegramApi;
  database: Database;
  sink: Sink;
  log: Log;
  signal: AbortSignal;
}

/** What a process that died has left is found so soon. */
const lookMs = 10_000;

/**
 * Asks the questions of open forms. Which are to be asked stands in the database, so one that could not be asked now, or by a
 * process that died, is asked later; twice is possible then, and does no harm.
 */
export function startAsking({ account, api, database, sink, log, signal }: Asker): { wake(): void; quiet(): Promise<void> } {
  let running: Promise<void> | null = null;
  let again = false;

  const round = async (): Promise<void> => {
    do {
      again = false;
      const due = await takeWords(database.sql, account);
      await Promise.all(due.map(say));
      again ||= due.length > 0;
    } while (again && !signal.aborted);
  };

  const wake = (): void => {
    again = true;
    if (signal.aborted) return;
    running ??= round()
      .catch((error: unknown) => log.warn({ platform: 'telegram', account, error: errorLine(error) }, 'form.not_asked'))
      .finally(() => {
        running = null;
        // what came while it was ending
        if (again) wake();
      });
  };

  /** Says it, and takes the buttons of the question before away: that a form is over stands where they stood. */
  async function put(wizard: StoredWizard, said: ReturnType<typeof nextWord>): Promise<Pick<StoredWizard, 'question' | 'keys'>> {
    const { address, question, keys } = wizard;
    const isOvertaken = wizard.notice === 'overtaken';
    if (keys !== null) {
      const { chat_id } = placeOf(address);
      const message = { chat_id, message_id: Number(keys) };
      const { text, parse_mode } = said;
      const edit = isOvertaken
        ? api.editMessageText({ ...message, text, parse_mode }, signal)
        : api.editMessageReplyMarkup(message, signal);
      const isDone = await edit.then(() => true).catch((error: unknown) => isUnchanged(error) || hopeless(error, address));
      if (isOvertaken && isDone) return { question, keys: null };
    }
    const under =
      isOvertaken && question !== null ? { reply_parameters: { message_id: Number(question), allow_sending_without_reply: true } } : {};
    const { message_id } = await api.sendMessage({ ...placeOf(address), ...under, ...said }, signal);
    const sent = String(message_id);
    const hasKeys = 'reply_markup' in said && 'inline_keyboard' in said.reply_markup;
    return { question: isOvertaken ? question : sent, keys: hasKeys ? sent : null };
  }

  async function say(wizard: StoredWizard): Promise<void> {
    const { address, by, locale } = wizard;
    if (wizard.state === 'complete') await handIn(sink, database, wizard);
    try {
      await markSaid(database.sql, wizard, await put(wizard, nextWord(wizard, { address, by, locale })));
    } catch (error) {
      const refused = refusedBy(error, address);
      if (refused.kind === 'rate_limited') {
        await putOffWord(database.sql, wizard, refused.retryAfterMs / 1000);
        setTimeout(wake, refused.retryAfterMs + 50).unref();
        return;
      }
      // it is tried again when the lease has ended
      if (refused.kind === 'unknown_outcome' || refused.kind === 'auth') return;
      log.warn({ platform: 'telegram', account, kind: refused.kind }, 'form.not_asked');
      await markSaid(database.sql, wizard, { question: null, keys: null });
    }
  }

  const looking = setInterval(wake, lookMs);
  looking.unref();
  signal.addEventListener('abort', () => clearInterval(looking), { once: true });
  wake();
  return { wake, quiet: async () => void (await running) };
}

/** False where a message cannot be changed and it is no use to try again; rejects where it may be later. */
function hopeless(error: unknown, address: Address): false {
  const { kind } = refusedBy(error, address);
  if (kind === 'invalid' || kind === 'unreachable') return false;
  throw error;
}
