import { randomBytes, sign } from 'node:crypto';
import { checkMessage, checkModal } from './checks.ts';
import type { Gateway } from './gateway.ts';
import { type Json, type Message, messageJson, type Person, type Place, plainMessage, type World } from './guild.ts';
import { invalid, Refused, unknown } from './refusal.ts';

/** What an application said first: Discord's number of the kind, and what came with it. */
export interface Answered {
  type: number;
  data: Json;
}

export interface Interaction {
  id: string;
  token: string;
  type: number;
  person: Person;
  place: Place;
  at: number;
  /** The card whose button was pressed. */
  message: Message | null;
  answer: Answered | null;
  /** What stands in answer, while it does. */
  original: Message | null;
}

export interface InteractionOptions {
  /** So long the application may take; Discord gives it three seconds. */
  answerMs: number;
  /** So long its token is good afterwards. */
  tokenMs: number;
}

export interface Interactions {
  /** Brings an interaction where it goes; resolves with the first answer, or null where none came in time. */
  begin(made: {
    type: number;
    data: Json;
    person: Person;
    place: Place;
    message: Message | null;
    locale: string;
  }): Promise<Answered | null>;
  /** By its id and token, for the first answer. */
  answer(id: string, token: string, body: Json): void;
  /** By its token, for everything after. */
  open(token: string): Interaction;
  /** The status of each HTTP delivery, oldest first. */
  posted: number[];
  /** Posts the last one once more, as whatever stands before an application may when an answer was lost; its status. */
  repeat(): Promise<number>;
  /** From now on they wait before they are posted, until they are released in the order given. */
  hold(): void;
  release(order: (held: Interaction[]) => Interaction[]): Promise<void>;
  all: Interaction[];
}

const ephemeral = 1 << 6;
/** Which first answers go with which interaction. */
const fits: Record<number, readonly number[]> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };

export function openInteractions(world: World, gateway: Gateway, { answerMs, tokenMs }: InteractionOptions): Interactions {
  const all: Interaction[] = [];
  const posted: number[] = [];
  const waiting = new Map<string, (answer: Answered) => void>();
  let last: { body: string; headers: Record<string, string> } | null = null;
  let held: Map<Interaction, Json> | null = null;

  const take = (interaction: Interaction, body: Json): void => {
    const type = Number(body['type']);
    const data = (body['data'] ?? {}) as Json;
    if (!fits[interaction.type]?.includes(type))
      throw invalid('type', `An interaction of type ${interaction.type} takes no answer ${type}.`);
    if (type === 9) checkModal(data);
    if (type === 8 && ((data['choices'] ?? []) as unknown[]).length > 25) throw invalid('data.choices', 'At most 25.');
    if (type === 4 || type === 7) checkMessage(data, { edit: type === 7, interaction: true });
    interaction.answer = { type, data };
    if (type === 4) interaction.original = shown(world, interaction, data);
    waiting.get(interaction.id)?.(interaction.answer);
  };

  const post = async (interaction: Interaction, payload: Json): Promise<void> => {
    if (held) return void held.set(interaction, payload);
    const body = JSON.stringify(payload);
    last = { body, headers: signed(world, body) };
    const response = await fetch(world.application.endpoint ?? '', { method: 'POST', ...last }).catch(() => null);
    posted.push(response?.status ?? 0);
    if (!response || response.status !== 200 || Date.now() - interaction.at > answerMs) return;
    take(interaction, (await response.json()) as Json);
  };

  return {
    all,
    posted,
    async repeat() {
      const response = await fetch(world.application.endpoint ?? '', { method: 'POST', ...last });
      await response.arrayBuffer();
      return response.status;
    },
    hold: () => void (held ??= new Map()),
    async release(order) {
      const all = held ?? new Map<Interaction, Json>();
      held = null;
      for (const interaction of order([...all.keys()])) await post(interaction, all.get(interaction) ?? {});
    },
    async begin({ type, data, person, place, message, locale }) {
      const interaction: Interaction = {
        id: world.nextId(),
        token: randomBytes(24).toString('base64url'),
        type,
        person,
        place,
        at: Date.now(),
        message,
        answer: null,
        original: null,
      };
      all.push(interaction);
      const { promise, resolve } = Promise.withResolvers<Answered | null>();
      waiting.set(interaction.id, resolve);
      const timer = setTimeout(() => resolve(null), answerMs);
      const payload = {
        id: interaction.id,
        application_id: world.application.id,
        type,
        data,
        token: interaction.token,
        version: 1,
        locale,
        channel_id: place.id,
        channel: {
          id: place.id,
          type: place.type,
          ...(place.guild ? { name: place.name } : {}),
          ...(place.thread ? { parent_id: place.thread.parent } : {}),
        },
        context: place.guild ? 0 : 1,
        authorizing_integration_owners: place.guild ? { '0': place.guild } : { '0': '0' },
        ...(place.guild ? { guild_id: place.guild, member: { user: person, roles: [] } } : { user: person }),
        ...(message ? { message: messageJson(world, message) } : {}),
      };
      if (world.application.endpoint) await post(interaction, payload).catch(() => {});
      else gateway.dispatch('INTERACTION_CREATE', payload, place.guild === null);
      const answer = await promise;
      clearTimeout(timer);
      waiting.delete(interaction.id);
      return answer;
    },
    answer(id, token, body) {
      const interaction = all.find((one) => one.id === id && one.token === token);
      if (!interaction || Date.now() - interaction.at > answerMs) throw unknown.interaction();
      if (interaction.answer) throw new Refused(400, 40_060, 'Interaction has already been acknowledged.');
      take(interaction, body);
    },
    open(token) {
      const interaction = all.find((one) => one.token === token && one.answer !== null);
      if (!interaction) throw unknown.webhook();
      if (Date.now() - interaction.at > tokenMs) throw new Refused(401, 50_027, 'Invalid Webhook Token');
      return interaction;
    },
  };
}

/** Headers as Discord signs with. */
export function signed(world: World, body: string, timestamp = String(Math.floor(Date.now() / 1000))): Record<string, string> {
  const signature = sign(null, Buffer.from(timestamp + body), world.privateKey).toString('hex');
  return { 'content-type': 'application/json', 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
}

/** What an application shows in answer: to everybody there, or to that person alone. */
export function shown(world: World, { person, place }: Interaction, body: Json, alone?: boolean): Message {
  const flags = Number(body['flags'] ?? 0);
  const message: Message = {
    ...plainMessage(),
    id: world.nextId(),
    channel: place.id,
    author: world.bot,
    content: (body['content'] as string | undefined) ?? '',
    components: (body['components'] ?? []) as Json[],
    flags,
    onlyFor: (alone ?? (flags & ephemeral) !== 0) ? person.id : null,
  };
  world.messages.push(message);
  return message;
}
