import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Incoming, Outcome, Platform } from '#core/messages/incoming.ts';
import type { Press } from '#core/messages/pressed.ts';
import type { Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import type { Conversation, PlaygroundPerson, PressAnswer } from './answers.ts';
import * as asks from './asks.ts';
import { account } from './channel.ts';
import { allConversations, conversationsOf, dmOf, findPerson, pickConversation } from './conversations.ts';
import { NotThere, NotUnderstood } from './failure.ts';
import { saveFile } from './file.store.ts';
import { mostBytes } from './file-types.ts';
import { fileRef } from './files.ts';
import { findMessage, savePersonSaid } from './message.store.ts';
import type { PlaygroundParts } from './parts.ts';

/** A person writes: it stands in the conversation, reaches the desk as the platform would bring it, and everything due settles. */
export async function say(
  parts: PlaygroundParts,
  asked: z.output<typeof asks.say>,
  delivery = randomUUID() as string,
): Promise<{ ok: true }> {
  if (Buffer.byteLength(asked.text) > asks.mostText)
    throw new NotUnderstood('That is more than the playground takes: at most 1 MB of text.', 'too_large', 413);
  const people = await parts.people();
  const person = findPerson(people, asked.as);
  const theirs = await conversationsOf(parts.db.sql, people, person.id, asked.channel);
  const conversation = pickConversation(theirs, asked.conversation ?? dmOf(person.id));
  if (asked.files.some(({ data }) => data.length > mostBytes))
    throw new NotUnderstood('That is more than the playground takes: at most 1 MB for each file.', 'file_too_large', 413);
  const answered = asked.reply_to === undefined ? null : (await visibleMessage(parts, people, person, asked.reply_to)).message;

  // no platform delivers these, and PostgreSQL keeps neither
  const text = clean(asked.text);
  const now = parts.clock.now();
  const idempotencyKey = `person:${asked.channel}:${person.id}:${delivery}`;
  const files = asked.files.map(({ name, type, data }) => ({ id: randomUUID() as string, name: clean(name), mimeType: type, bytes: data }));
  const refs = files.map((file) => fileRef(asked.channel, { ...file, size: file.bytes.length }));
  const spoken = {
    id: randomUUID(),
    platform: asked.channel,
    conversation: conversation.id,
    person: person.id,
    at: now,
    text,
    files: refs,
    replyTo: answered?.id ?? null,
    idempotencyKey,
  };
  await parts.db.transaction(async (tx) => {
    // the same delivery again brings nothing new
    if ((await savePersonSaid(tx, spoken)) !== spoken.id) return;
    for (const file of files) await saveFile(tx, file, now);
  });
  const envelope = envelopeOf(person, conversation, now, idempotencyKey);
  const command = /^\/([^\s@/]+)(?:@\S+)?(?:\s+|$)/.exec(text);
  // a reply in another conversation is a quotation there, and answers nothing
  const reply = answered?.conversation === conversation.id && answered.platform === asked.channel ? { replyTo: answered.id } : {};
  const incoming: Incoming =
    command && files.length === 0
      ? { ...envelope, kind: 'command', command: (command[1] ?? '').toLowerCase(), text: text.slice(command[0].length), ...reply }
      : { ...envelope, kind: 'message', ...saidIn(conversation, text), ...reply, ...(refs.length > 0 ? { files: refs } : {}) };
  await settle(parts, incoming);
  return { ok: true };
}

/** Among others the desk is called by its name, which no platform hands on as a word. */
function saidIn({ kind }: Pick<Conversation, 'kind'>, text: string): { text: string; called?: true } {
  const isCalled = kind === 'group' && calling.test(text);
  return isCalled ? { text: text.replace(calling, ' ').trim(), called: true } : { text };
}

const calling = /@orderly(?![\w-])[,:，：]?/i;

/** A manager says in a channel of the team in which language the desk writes there, as anybody could; it is answered to them alone. */
export async function speakIn(parts: PlaygroundParts, locale: Locale): Promise<{ ok: true }> {
  const people = await parts.people();
  const rooms = (await allConversations(parts.db.sql, people)).filter(({ kind }) => kind === 'group');
  const managers = people.filter(({ role }) => role === 'manager');
  const [place] = rooms.flatMap((room) => managers.filter(({ id }) => room.members.includes(id)).map((manager) => ({ manager, room })));
  if (!place) throw new NotThere('nobody_to_say', 'Nobody here may say in which language the channels are spoken to.');
  const envelope = envelopeOf(place.manager, place.room, parts.clock.now(), `language:${randomUUID()}`);
  await settle(parts, { ...envelope, kind: 'command', command: 'language', text: locale });
  return { ok: true };
}

/**
 * A person presses a button of a message they see. What the button is worth is the desk's to say: one that has gone from the
 * card meanwhile reaches it too, as it does from an old screen.
 */
export async function press(
  parts: PlaygroundParts,
  asked: z.output<typeof asks.press>,
  delivery = randomUUID() as string,
): Promise<PressAnswer> {
  const people = await parts.people();
  const person = findPerson(people, asked.as);
  const { conversation, message } = await visibleMessage(parts, people, person, asked.message);
  const envelope = envelopeOf(person, conversation, parts.clock.now(), `press:${conversation.channel}:${person.id}:${delivery}`);
  if (asked.values === undefined)
    return pressed(parts, { ...envelope, kind: 'press', token: asked.button, messageKey: message.id }, person);
  const values = Object.fromEntries(Object.entries(asked.values).map(([name, value]) => [name, clean(value)]));
  return pressOutcome(parts, { ...envelope, kind: 'form', token: asked.button, values }, person);
}

/** The same press as the platform itself brings it: read by that platform's adapter, and heard where the person sees the message. */
export async function pressOnPlatform(parts: PlaygroundParts, channel: Platform, update: unknown): Promise<PressAnswer> {
  const press = parts.pressReaders[channel](update, { account, at: parts.clock.now().toString() });
  if (!press) throw new NotUnderstood(`That is no press of a button as ${channel} sends it.`);
  const people = await parts.people();
  const person = findPerson(people, press.from.key);
  const { conversation, message } = await visibleMessage(parts, people, person, press.messageKey ?? '');
  if (message.platform !== channel || press.address.key !== conversation.id || press.address.kind !== conversation.kind)
    throw new NotThere('unknown_message', 'That message is in another conversation.');
  return pressed(parts, press, person);
}

async function pressed(parts: PlaygroundParts, press: Press, person: PlaygroundPerson): Promise<PressAnswer> {
  const { form, refusal } = await parts.desk.quick(press);
  if (form)
    return {
      form,
      steps: parts.formRenderers[press.from.platform](form, { address: press.address, by: press.from, locale: person.language }),
    };
  if (refusal) return { ok: false, refusal };
  return pressOutcome(parts, press, person);
}

export async function pressOutcome(parts: PlaygroundParts, incoming: Incoming, person: PlaygroundPerson): Promise<Outcome> {
  return (
    (await settle(parts, incoming)) ?? { ok: false, refusal: { code: 'unsettled', text: words(person.language)('desk:stillWaiting') } }
  );
}

/** Between two looks whether another process, or a second try, is done with it; and how long that may take. */
const lookMs = 50;
const mostLooks = 40;

/**
 * Once it is stored it is heard, whatever goes wrong afterwards: who is told of a failure now would say it again, and order
 * twice. Null while nothing has come of it.
 */
async function settle({ desk, clock, log }: PlaygroundParts, incoming: Incoming): Promise<Outcome | null> {
  await desk.receive(incoming);
  try {
    await desk.tick(clock.now());
    for (let looks = 0; looks < mostLooks; looks++) {
      const outcome = await desk.outcomeOf(incoming);
      if (outcome) return outcome;
      await pause(lookMs);
    }
  } catch (error) {
    log.error({ kind: incoming.kind, error: errorLine(error) }, 'playground.unsettled');
  }
  return null;
}

export const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** The message, where this person sees it. */
export async function visibleMessage(
  { db }: Pick<PlaygroundParts, 'db'>,
  people: PlaygroundPerson[],
  person: PlaygroundPerson,
  id: string,
) {
  const message = await findMessage(db.sql, id);
  const theirs = message ? await conversationsOf(db.sql, people, person.id, message.platform) : [];
  const conversation = theirs.find((each) => each.id === message?.conversation);
  if (message && conversation && (message.onlyFor === null || message.onlyFor === person.id)) return { message, conversation };
  throw new NotThere('unknown_message', 'That person sees no such message; /playground/api/messages lists what they see.');
}

function envelopeOf(person: PlaygroundPerson, conversation: Omit<Conversation, 'latest'>, now: Temporal.Instant, dedupeKey: string) {
  const platform: Platform = conversation.channel;
  return {
    dedupeKey,
    at: now.toString(),
    from: { platform, account, key: person.id, name: person.name, locale: person.language },
    address: { platform, account, key: conversation.id, kind: conversation.kind },
  };
}
