import { setUpDiscord } from '#adapters/discord/setup.ts';
import { optionsIn } from '#adapters/emulators/discord/chat-command.ts';
import { componentsOf, pressable, textOf } from '#adapters/emulators/discord/components.ts';
import { emulateDiscord } from '#adapters/emulators/discord/emulate.ts';
import { channelOf, directOf, personOf } from '#adapters/emulators/discord/guild.ts';
import { connectTo, when } from '#test/adapters/platforms/discord.stage.ts';
import { typed, type OpenBody, type Room } from './body.ts';

/** Discord: words over the gateway, presses and commands there too or over HTTP. */
export const onDiscord =
  (way: 'gateway' | 'http'): OpenBody =>
  async ({ sink, database }) => {
    const server = await emulateDiscord({ way, relaxed: true });
    let heard = 0;
    const counting = { ...sink, receive: (incoming: Parameters<typeof sink.receive>[0]) => sink.receive(incoming).finally(() => heard++) };
    const { connection, settings, hook, close } = await connectTo(server, counting, database);
    await (await setUpDiscord(settings, { publicUrl: hook && new URL(hook).origin })).sync({ dryRun: false });
    const channel = connection.channel();
    if (!channel) throw new Error('it does not know who it is');
    const { world } = server;
    const at = (room: Room) => (room === null ? {} : { channel: room });
    const userKey = (person: string): string => personOf(world, person).id;
    const placeKey = (person: string, room: Room): string =>
      (room === null ? directOf(world, personOf(world, person)) : channelOf(world, room)).id;
    return {
      platform: 'discord',
      channel,
      userKey,
      placeKey,
      sees: (person, room) =>
        world.messages
          .filter(({ channel: place, onlyFor }) => place === placeKey(person, room) && (onlyFor === null || onlyFor === userKey(person)))
          .map((message) => ({
            id: message.id,
            isDesks: message.author.id === world.bot.id,
            text: asRead(textOf(message)),
            tokens: pressable(message.components),
            edited: message.edited !== null,
          })),
      async says(person, room, text) {
        const command = typed(text);
        const before = heard;
        if (!command) server.say(person, text, at(room));
        else {
          const registered = world.commands.find(({ name }) => name === command.command);
          if (!registered) throw new Error(`Discord knows no /${command.command}`);
          await server.command(person, command.command, optionsIn(registered, command.rest), at(room));
        }
        await when(() => heard > before, `the desk hears ${text}`);
      },
      async presses(person, room, message, token) {
        const answer = await server.press(person, message, token, at(room));
        if (answer === null) throw new Error('nobody answered the press');
      },
      async fills(person, room, values) {
        if (!server.modals.has(userKey(person))) return false;
        // a long form comes in parts, each behind a button of its own
        for (;;) {
          const answer = await server.submit(person, values, at(room));
          if (answer?.type !== 4) return true;
          const invitation = server.messages(person, at(room)).at(-1);
          const [next] = componentsOf(invitation?.components ?? []).flatMap(({ custom_id: token }) =>
            typeof token === 'string' ? [token] : [],
          );
          if (!invitation || !next)
            throw new Error(`Discord did not take the form: ${invitation ? textOf(invitation) : 'nothing is said'}`);
          await server.press(person, invitation.id, next, at(room));
        }
      },
      async close() {
        await close();
        await server.close();
      },
    };
  };

/** Without the signs of Discord's Markdown, which nobody sees. */
const asRead = (text: string): string => text.replaceAll(/^(?:-# |> |#+ )/gm, '').replaceAll(/\\(?=[^\w\s])|(?<!\\)\*\*/g, '');
