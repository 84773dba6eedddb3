import type { ModalView } from '#adapters/emulators/slack/blocks.ts';
import type { Message } from '#adapters/emulators/slack/workspace.ts';
import { pressable } from '#adapters/emulators/slack/pressable.ts';
import { slashCommands } from '#adapters/slack/manifest.ts';
import { setSlackStage } from '#test/adapters/slack/stage.ts';
import { typed, type OpenBody, type Room, type Sight } from './body.ts';

/** Slack, by Socket Mode or HTTP. */
export const onSlack =
  (way: 'http' | 'socket'): OpenBody =>
  async ({ sink }) => {
    const { slack, channel, close } = await setSlackStage(way, sink, { ackMs: 3_000 });
    const at = (room: Room) => (room === null ? {} : { channel: room });
    const userKey = (person: string): string => `U0${person.toUpperCase()}`;
    return {
      platform: 'slack',
      channel,
      userKey,
      placeKey: (person, room) => (room === null ? `D0${person.toUpperCase()}` : `C0${room.toUpperCase()}`),
      sees: (person, room) => slack.messages(person, at(room)).map(sightOf),
      async says(person, room, text) {
        const command = typed(text);
        if (!command) return void (await slack.say(person, text, at(room)));
        const own = `/${command.command}`;
        // whatever is not registered under a name of its own stands behind ours
        await (slashCommands.includes(own)
          ? slack.command(person, own, command.rest, at(room))
          : slack.command(person, '/orderly', `${command.command} ${command.rest}`, at(room)));
      },
      presses: async (person, _room, message, token) => void (await slack.press(person, message, token)),
      async fills(person, _room, values) {
        const modal = slack.workspace.modals.get(userKey(person));
        if (!modal) return false;
        const answer = await slack.submit(person, { ...standing(modal), ...values });
        if (slack.workspace.modals.has(userKey(person))) throw new Error(`Slack did not take the form: ${JSON.stringify(answer)}`);
        return true;
      },
      close,
    };
  };

function sightOf({ ts, botId, text, blocks, edited }: Message): Sight {
  const tokens = pressable(blocks).map(({ token }) => token);
  return { id: ts, isDesks: botId !== null, text: [text, ...textsIn(blocks)].join('\n'), tokens, edited };
}

function textsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => (name === 'text' && typeof value === 'string' ? [value] : textsIn(value)));
}

/** What the fields of a modal hold before anybody has touched them. */
function standing({ blocks }: ModalView): Record<string, string> {
  const fields = blocks.flatMap((block) => (block.type === 'input' ? [block.element as Record<string, unknown>] : []));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const chosen = field['initial_option'] as { value: string } | undefined; // checked when the modal was opened
      const value = field['initial_value'] ?? field['initial_date'] ?? chosen?.value;
      return typeof value === 'string' ? [[field['action_id'] as string, value]] : [];
    }),
  );
}
