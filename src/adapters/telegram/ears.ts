import type { TelegramApi } from './api.ts';
import type { Update } from '@grammyjs/types';
import { writtenOf } from '#adapters/moment.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Press } from '#core/messages/pressed.ts';
import { pressFromTelegram } from './press.ts';
import { readable } from '#core/talk/readable.decide.ts';
import { directOf } from './address.ts';
import { standingOf } from './message-key.ts';
import { incomingOf } from './update.ts';
import { isAnswerToken, type Wizards } from './wizard.act.ts';
import { startLink, type Me } from './words-for.ts';

interface Hearing {
  account: string;
  sink: Sink;
  api: TelegramApi;
  me(): Me;
  wizards: Wizards;
  /** Presses whose answer may still be shown to those who pressed; of no consequence where it is lost. */
  underWay: Set<Promise<unknown>>;
}

/** What whoever pressed is shown: a sentence, what comes of the press once it is known, another chat, or nothing. */
type Shown = string | Press | { opens: string } | null;

/** What only one person of a group sees is no more the group's business when it is pressed. */
const isForOne = ({ messageKey = '' }: Press): boolean => standingOf(messageKey)?.kind === 'ephemeral';

/** So long it is waited for what came of a press, to say a "no" where it was pressed. */
const outcomeMs = 2_000;
const mostAnswer = 200;

/** Hears one update: resolves when it is committed, or is nothing for the desk; rejects where it must come again. */
export function listenWith({ account, sink, api, me, wizards, underWay }: Hearing): (update: Update) => Promise<void> {
  return async (update) => {
    const arrived = { account, at: writtenOf(sink.now()) };
    if (update.callback_query) return heardPress(update.callback_query.id, pressFromTelegram(update, arrived));
    const told = incomingOf(update, { ...arrived, me: me() });
    if (!told) return;
    // an answer is kept before the desk hears of it
    if ((told.kind === 'message' || told.kind === 'command') && (await wizards.heard(told))) return;
    await sink.receive(told);
    if (told.kind === 'command') await wizards.greeted(told);
  };

  async function heardPress(queryId: string, told: Press | null): Promise<void> {
    const press = told && { ...told, from: readable(told).from };
    const answered = answer(queryId, press && (await commit(press))).finally(() => underWay.delete(answered));
    underWay.add(answered);
  }

  async function commit(press: Press): Promise<Shown> {
    if (isAnswerToken(press.token)) return wizards.pressed(press);
    // that no form can be made must not stand in the way of what comes after it
    const { form, isPersonal = false } = await sink.quick(press).catch((): Awaited<ReturnType<typeof sink.quick>> => ({}));
    if (form) {
      const isForAll = press.address.kind === 'dm' || !(isPersonal || isForOne(press));
      await wizards.open(isForAll ? press : { ...press, address: directOf(press.address, press.from.key) }, form, press);
      return isForAll ? null : { opens: startLink(me(), 'form') };
    }
    await sink.receive(press);
    return press;
  }

  /** Every press gets an answer, or it would look as if it were still being worked on. It is decoration: that it fails changes nothing. */
  async function answer(queryId: string, shown: Shown): Promise<void> {
    const text = shown === null || typeof shown === 'string' ? shown : 'opens' in shown ? null : await refusalOf(shown);
    const alert = text === null ? {} : { text: text.slice(0, mostAnswer), show_alert: true };
    const elsewhere = shown !== null && typeof shown !== 'string' && 'opens' in shown ? { url: shown.opens } : {};
    await api.answerCallbackQuery({ callback_query_id: queryId, ...alert, ...elsewhere }).catch(() => undefined);
  }

  async function refusalOf(press: Press): Promise<string | null> {
    const outcome = await sink.outcome(press, outcomeMs);
    return outcome && !outcome.ok ? outcome.refusal.text : null;
  }
}
