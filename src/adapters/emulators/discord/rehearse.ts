import { typeOf } from '../../file-type.ts';
import {
  call,
  cast,
  roleOf,
  type Rehearse,
  type RehearsedFault,
  type RehearsedFile,
  type RehearsedMessage,
  type Shown,
} from '../../rehearsal.ts';
import { optionsIn } from './chat-command.ts';
import { emulateDiscord, type At, type EmulatedDiscord } from './emulate.ts';
import { channelOf, directOf, messageJson, personOf, type Json, type Message } from './guild.ts';
import type { Answered } from './interactions.ts';

/** How a desk reads what it was not told. */
const history = 'GET /channels/:id/messages';

/** The emulated Discord with the people of a rehearsal on it. */
export const rehearseDiscord: Rehearse = async ({ port }) => {
  const discord = await emulateDiscord({ way: 'gateway', port, lasting: true });
  const { world, gateway } = discord;
  const people = [...cast.customers, ...cast.colleagues].map((name) => personOf(world, name));
  const channel = channelOf(world, cast.channel);
  const faults = new Set<RehearsedFault>();
  const direct = people.map((person) => directOf(world, person));
  world.begin();
  const unheard = new Map<string, { calls: number; lines: number }>();
  let deeds = 0;

  const nameOf = (id: string): string => world.people.get(id)?.global_name ?? id;
  const atOf = (place: string): At => (place === channel.id ? { channel: channel.name } : {});
  /** In the thread where the message stands or which hangs on it; in answer to it where there is none. */
  const below = (id: string): At & { replyTo?: string } => {
    const { channel: place } = messageOf(id);
    const thread = world.places.get(place)?.thread ? place : world.places.has(id) ? id : null;
    return thread === null ? { ...atOf(place), replyTo: id } : { thread };
  };
  const isHeard = (): boolean => gateway.sessions.some(({ socket }) => socket !== null);
  /** There is no second delivery: what nobody listens to is heard when they come back, and after a while by nobody. */
  const told = (message: Message): void => {
    deeds++;
    if (!isHeard()) unheard.set(message.id, { calls: discord.recorded.length, lines: gateway.begun.length });
    else if (faults.has('twice')) gateway.repeat();
  };
  /** Afterwards a session goes on and is told of it, or the desk reads the conversation. */
  const isUnheard = ({ id, channel: place }: Message): boolean => {
    const since = unheard.get(id);
    if (!since) return false;
    const isRead = discord.recorded.slice(since.calls).some(({ route, path }) => route === history && path.includes(`/${place}/`));
    return !isRead && !gateway.begun.slice(since.lines).includes('resume');
  };
  const answered = async (deed: Promise<Answered | null>): Promise<Shown> => {
    deeds++;
    const answer = isHeard() ? await deed : null;
    deeds++;
    return answer ? {} : { late: true };
  };
  const messageOf = (id: string): Message => {
    const found = world.messages.find((message) => message.id === id);
    if (!found) throw new Error(`there is no message ${id}`);
    return found;
  };

  return {
    platform: 'discord',
    way: 'gateway',
    settings: discord.settings,
    players: people.map(({ id, global_name: name }) => ({ id, name })),
    places: [
      ...people.map((person, at) => ({
        id: direct[at]?.id ?? '',
        name: person.global_name,
        kind: 'dm' as const,
        role: roleOf(person.global_name),
        members: [person.id],
      })),
      { id: channel.id, name: channel.name, kind: 'group', role: null, members: cast.colleagues.map((name) => personOf(world, name).id) },
    ],
    faults,
    isHeard,
    isTurnedAway: () => discord.recorded.at(-1)?.status === 401,
    see: ({ as, place }) => ({ messages: seen(discord, as, place, isUnheard), modal: discord.modals.get(as)?.modal ?? null }),
    async say({ as, place }, text, files, under) {
      const at = under === null ? atOf(place) : below(under);
      const typed = files.length > 0 ? null : /^\/(\S+)\s*([\s\S]*)$/.exec(text);
      if (!typed) {
        const isCalled = text.includes(call);
        const words = isCalled ? text.replace(call, '').trim() : text;
        const sent = files.map((file) => ({ ...file, type: typeOf(file.name, file.bytes) }));
        told(discord.say(nameOf(as), words, { ...at, files: sent, ...(isCalled ? {} : { unnamed: true as const }) }));
        return {};
      }
      const [, name = '', rest = ''] = typed;
      const command = world.commands.find((one) => one['name'] === name);
      if (!command) return { problem: 'no_command' };
      return answered(discord.command(nameOf(as), name, optionsIn(command, rest), at));
    },
    readFile(id) {
      const found = world.messages.flatMap(({ attachments }) => attachments).find((one) => one['id'] === id);
      return found ? Buffer.from(found['bytes'] as string, 'base64') : null; // so it is kept
    },
    press: ({ as }, message, token) => answered(discord.press(nameOf(as), message, token)),
    submit: ({ as }, values) => answered(discord.submit(nameOf(as), values)),
    dismiss({ as }) {
      discord.modals.delete(as);
      deeds++;
    },
    async edit(_, id, text) {
      discord.changeWords(messageOf(id), text);
      told(messageOf(id));
    },
    async takeBack(_, id) {
      const message = messageOf(id);
      discord.takeBack(message);
      told(message);
    },
    switch(fault, on) {
      deeds++;
      if (on) faults.add(fault);
      else faults.delete(fault);
      world.revoked = faults.has('revoked');
      discord.lasting(
        faults.has('down')
          ? { kind: 'status', status: 503 }
          : faults.has('rate_limited')
            ? { kind: 'rate_limited', seconds: 5, scope: 'global' }
            : null,
      );
      if (faults.has('down')) void gateway.away();
      else gateway.back();
      if (faults.has('revoked')) gateway.drop(4004);
    },
    revision: () => deeds + discord.recorded.length,
    close: () => discord.close(),
  };
};

function seen({ world }: EmulatedDiscord, as: string, place: string, isUnheard: (message: Message) => boolean): RehearsedMessage[] {
  const threadOf = (channel: string) => world.places.get(channel)?.thread;
  const isSeen = ({ channel, onlyFor }: Message): boolean =>
    (channel === place || threadOf(channel)?.parent === place) && (onlyFor === null || onlyFor === as);
  return world.messages.filter(isSeen).map((message) => ({
    id: message.id,
    at: messageJson(world, message)['timestamp'] as string, // it always has one
    from: message.author.id === world.bot.id ? 'desk' : message.author.id,
    text: message.content.replaceAll(`<@${world.bot.id}>`, call),
    files: message.attachments.map(fileOf),
    payload: message.components.length > 0 ? { flags: message.flags, components: message.components } : null,
    onlyYou: message.onlyFor !== null,
    under: threadOf(message.channel) ? message.channel : null,
    edited: message.edited !== null,
    changeable: message.author.id === as,
    unheard: isUnheard(message),
  }));
}

function fileOf(attachment: Json): RehearsedFile {
  const { id, filename, title, content_type, size } = attachment as {
    id: string;
    filename: string;
    title?: string;
    content_type: string;
    size: number;
  }; // every attachment has them
  const [ending = ''] = /\.\w+$/.exec(filename) ?? [];
  return { id, name: title === undefined ? filename : `${title}${ending}`, mimeType: content_type, size };
}
