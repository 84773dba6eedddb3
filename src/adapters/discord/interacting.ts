import { setTimeout as pause } from 'node:timers/promises';
import {
  InteractionResponseType as Answer,
  InteractionType,
  MessageFlags,
  Routes,
  type APIInteraction,
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { inTime } from '#adapters/in-time.ts';
import { writtenOf } from '#adapters/moment.ts';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Form } from '#core/messages/form.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database, Log } from '#core/ports.ts';
import { languageOfCode } from '#core/text/language.ts';
import { words } from '#core/text/words.ts';
import { isOver } from './channel.ts';
import { saidAt } from './heard.ts';
import { formForDiscord, stepOfDiscord } from './form.ts';
import { afterPart } from './form-parts.ts';
import type { Patience } from './patience.ts';
import { pressIn } from './press.ts';
import { renderForDiscord } from './render.ts';
import type { Replies, Reply } from './replies.ts';
import { mostMs, storeSurely, type Kept } from './storing.ts';
import { submissionFromDiscord } from './submission.ts';
import { inChannel } from './threads.ts';
import { located, type Located, type Locating } from './located.ts';
import { commandFromDiscord, madeIn, typingFromDiscord, type Made } from './typed.ts';

export interface InteractingParts extends Locating {
  sink: Sink;
  log: Log;
  database: Database;
  replies: Replies;
  patience: Patience;
  /** Aborted when the desk leaves. */
  signal: AbortSignal;
}

/** How an interaction ended for whoever delivers it: `left` when it is to be delivered again. */
export type Settled = 'stored' | 'given_up' | 'left';

/** The first answer to an interaction: over the gateway by a call, over HTTP in the response. Rejects where Discord takes none any more. */
export type Respond = (answer: APIInteractionResponse) => Promise<void>;

/** Of the time for the first answer, for looking what a press opens. */
const lookMs = 1_000;
/** What came of a press is told when it is known so soon. */
const outcomeMs = 10_000;

/**
 * Somebody pressed, typed a command or sent a form: committed first, answered within three seconds. Never rejects.
 * `told` is called once, when it is committed, or will not be.
 */
export async function interact(
  parts: InteractingParts,
  given: APIInteraction,
  respond: Respond,
  told: (how: Settled) => void,
): Promise<void> {
  const { log, account, replies, patience } = parts;
  let isSettled = false;
  const settled = (how: Settled): void => {
    if (!isSettled) told(how);
    isSettled = true;
  };
  const met = madeIn(given, { account });
  try {
    if (!met) throw new Error('not understood');
    const made = await located(parts, met);
    if (given.type === InteractionType.ApplicationCommandAutocomplete) return await propose(parts, given, respond);
    const whole = { application: given.application_id, token: given.token, waiting: false };
    const before = replies.again(given.token);
    const reply = before ?? replies.remember(made.address.key, made.from.key, whole);
    const heard: Heard = {
      given,
      made,
      reply,
      isRepeated: before !== null,
      respond,
      settled,
      until: performance.now() + patience.answerMs,
    };
    if (given.type === InteractionType.ApplicationCommand) return await obey(parts, heard);
    if (given.type === InteractionType.MessageComponent) return await press(parts, heard);
    if (given.type === InteractionType.ModalSubmit) return await submit(parts, heard);
  } catch (error) {
    // who resumes a session is told of interactions that are long over; what they meant is committed all the same
    if (!isOver(error)) log.warn({ platform: 'discord', type: given.type, error: errorLine(error) }, 'interaction.not_answered');
  } finally {
    settled('given_up');
  }
}

const left = ({ until }: Heard): number => until - performance.now();

/** An interaction while it is being answered. */
interface Heard {
  given: APIInteraction;
  made: Located;
  reply: Reply;
  /** It was delivered before: whatever is to be told after the first answer is told there. */
  isRepeated: boolean;
  respond: Respond;
  /** To be called when it is committed, or will not be. */
  settled: (how: Settled) => void;
  /** The first answer must be given by then. */
  until: number;
}

async function propose({ sink, account }: InteractingParts, given: APIInteraction, respond: Respond): Promise<void> {
  const typing = typingFromDiscord(given, { account });
  const found = typing ? await sink.suggest(typing).catch(() => []) : [];
  const choices = found.slice(0, 25).map(({ label, value }) => ({ name: label.slice(0, 100), value: value.slice(0, 100) }));
  await respond({ type: Answer.ApplicationCommandAutocompleteResult, data: { choices } });
}

async function obey(parts: InteractingParts, heard: Heard): Promise<void> {
  const { given, made, respond } = heard;
  const command = commandFromDiscord(given, arrivedNow(parts));
  if (!command) return respond(aloud(made, 'tryAgain'));
  await commit(parts, heard, inChannel(command, made.thread === null ? null : made.address.key), shownAtWork);
}

async function press(parts: InteractingParts, heard: Heard): Promise<void> {
  const { given, made, respond } = heard;
  const pressed = pressIn(given, made, arrivedNow(parts).at);
  if (!pressed) return respond(aloud(made, 'tryAgain'));
  const { token, step } = stepOfDiscord(pressed.token);
  pressed.token = token;
  Object.assign(pressed, inThread(made));
  // to look is no effect: where even that fails, the press itself says what is wrong
  const form = await formOf(parts, pressed);
  const modal = form && modalOf(form, made, step);
  if (modal) return respond({ type: Answer.Modal, data: modal });
  await commit(parts, heard, pressed, silent);
}

async function submit(parts: InteractingParts, heard: Heard): Promise<void> {
  const { given, made, respond } = heard;
  const read = submissionFromDiscord(given, arrivedNow(parts));
  if (!read || given.type !== InteractionType.ModalSubmit) return respond(aloud(made, 'tryAgain'));
  const submission = { ...read, address: made.address, ...inThread(made) };
  const at = stepOfDiscord(given.data.custom_id);
  // a part has no effect: it may be kept although its sender is asked for it again
  const after = await inTime(
    afterPart(parts.database, submission, at).catch(() => null),
    { ms: left(heard) },
    null,
  );
  if (after === null) return respond(aloud(made, 'tryAgain'));
  if (after.kind === 'lost') return respond(aloud(made, 'formGone'));
  if (after.kind === 'next') {
    const form = await formOf(parts, { ...submission, kind: 'press' });
    const next = form && formForDiscord(form, opening(made))[after.step]?.invitation;
    return respond(next ? { type: Answer.ChannelMessageWithSource, data: next } : aloud(made, 'formGone'));
  }
  await commit(parts, heard, after.submission, given.message ? silent : shownAtWork);
}

export const arrivedNow = ({ account, sink }: InteractingParts) => ({ account, at: writtenOf(sink.now()) });

const inThread = ({ thread }: Located): { thread?: string } => (thread === null ? {} : { thread });

const opening = ({ address, from, locale }: Made) => ({ address, by: from, locale: languageOfCode(locale) ?? ('en' as const) });

const modalOf = (form: Form, made: Made, step: number): APIModalInteractionResponseCallbackData | undefined =>
  formForDiscord(form, opening(made))[step]?.payload;

/** The form a press opens. To look is no effect: where that fails or takes too long, the press itself says what is wrong. */
async function formOf({ sink }: InteractingParts, pressed: Incoming): Promise<Form | null> {
  const looked = sink.quick(pressed).then(
    ({ form }) => form ?? null,
    () => null,
  );
  return inTime(looked, { ms: lookMs }, null);
}

/**
 * Commits what was made, and gives the first answer: `first` where that is done within the window. Where it takes longer, its maker
 * hears just that, for it may be committed at any moment from then on; what came of it takes the place of that.
 */
async function commit(parts: InteractingParts, heard: Heard, incoming: Incoming, first: First): Promise<void> {
  const { given, made, reply, isRepeated, respond, settled } = heard;
  const said = saidAt(given.id);
  const storing = storeSurely(parts, said === undefined ? incoming : { ...incoming, saidAt: said });
  const soon = await inTime(storing, { ms: left(heard) }, 'late');
  if (soon === 'refused') return respond(aloud(made, 'tryAgain'));
  const isInTime = soon === 'stored';
  if (isInTime) settled('stored');
  if (!isRepeated) reply.waiting = !isInTime || first.waits;
  const responding = respond(isInTime ? first.answer : aloud(made, 'takesLonger'));
  responding.catch(() => {});
  const end: Kept = isInTime ? 'stored' : await inTime(storing, { ms: mostMs }, 'given_up');
  if (!isInTime) settled(end === 'refused' ? 'given_up' : end);
  await responding;
  if (isRepeated) return;
  if (end === 'stored') return tellOutcome(parts, incoming, reply);
  if (end === 'given_up' || end === 'refused')
    await parts.api.call('PATCH', original(reply), { body: plain(spoken(made, 'notKnown')), own: true });
}

/** `waits`: it shows its maker that we are at it, until something takes the place of that. */
interface First {
  answer: APIInteractionResponse;
  waits: boolean;
}

const shownAtWork: First = {
  answer: { type: Answer.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
  waits: true,
};
const silent: First = { answer: { type: Answer.DeferredMessageUpdate }, waits: false };

/** A "no" is said to whoever pressed, and to nobody else; what else there is to say comes as a message. */
async function tellOutcome(parts: InteractingParts, incoming: Incoming, reply: Reply): Promise<void> {
  const wasWaiting = reply.waiting;
  const outcome = await parts.sink.outcome(incoming, outcomeMs);
  const refusal = outcome && !outcome.ok ? outcome.refusal.text : null;
  if (wasWaiting && refusal === null) await pause(parts.patience.graceMs, undefined, { ref: false });
  if (!wasWaiting && refusal === null) return;
  const isWaiting = reply.waiting;
  reply.waiting = false;
  if (refusal === null) {
    if (isWaiting) await parts.api.call('DELETE', original(reply), { own: true });
  } else if (isWaiting) await parts.api.call('PATCH', original(reply), { body: plain(refusal), own: true });
  else {
    const body = { ...plain(refusal), flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral };
    await parts.api.call('POST', Routes.webhook(reply.application, reply.token), { body, own: true });
  }
}

const original = ({ application, token }: Reply) => Routes.webhookMessage(application, token);

const plain = (text: string) => renderForDiscord({ blocks: [{ kind: 'text', text }], fallback: text }).payload;

const spoken = ({ locale }: Made, key: 'tryAgain' | 'takesLonger' | 'notKnown' | 'formGone'): string =>
  words(languageOfCode(locale) ?? 'en')(`discord:${key}`);

/** Said to one person in their language, without the desk. */
function aloud(made: Made, key: Parameters<typeof spoken>[1]): APIInteractionResponse {
  return {
    type: Answer.ChannelMessageWithSource,
    data: { ...plain(spoken(made, key)), flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral },
  };
}
