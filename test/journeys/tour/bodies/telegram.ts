import { expect } from 'vitest';
import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import type { Form } from '#core/messages/form.ts';
import { connectTo, type Way } from '#test/adapters/platforms/telegram.stage.ts';
import type { OpenBody, Room } from './body.ts';

/** A form that is being asked for, as the adapter keeps it. */
interface Asked {
  form: Form;
  step: number;
  question: string | null;
}

/** Telegram, by long polling or webhook. */
export const onTelegram =
  (way: Way): OpenBody =>
  async ({ sink, database }) => {
    const telegram = await emulateTelegram();
    telegram.relax();
    const ids = new Map<string, number>();
    const groups = new Map<string, number>();
    const idOf = (person: string): number => {
      const id = ids.get(person) ?? 4_000 + ids.size;
      if (!ids.has(person)) telegram.person(id, { name: person, language: 'en', started: true });
      ids.set(person, id);
      return id;
    };
    const chatOf = (person: string, room: Room): number => {
      if (room === null) return idOf(person);
      const group = groups.get(room) ?? telegram.group(room);
      groups.set(room, group);
      return group;
    };
    const { channel, log, stop } = await connectTo(telegram, sink, { way, database });
    await log.until('platform.connected');
    const settled = () => telegram.when(() => telegram.pending() === 0 || undefined);

    const openForm = async (person: string, room: Room): Promise<Asked | null> => {
      const [row] = await database.sql<Asked[]>`
        select form, step, question
        from telegram_forms
        where conversation = ${String(chatOf(person, room))}
          and person = ${String(idOf(person))}
          and state = 'open'`;
      return row ?? null;
    };
    /** The question that stands before a person, as soon as it was asked; null where no form is open. */
    const askedOf = async (person: string, room: Room): Promise<Asked | null> => {
      let asked: Asked | null = null;
      const isAsked = async (): Promise<boolean> => {
        asked = await openForm(person, room);
        return asked === null || asked.question !== null;
      };
      await expect.poll(isAsked, { timeout: 20_000, interval: 5 }).toBe(true);
      return asked;
    };

    return {
      platform: 'telegram',
      channel,
      userKey: (person) => String(idOf(person)),
      placeKey: (person, room) => String(chatOf(person, room)),
      sees: (person, room) =>
        telegram
          .messages(chatOf(person, room))
          .filter(({ onlyFor }) => onlyFor === null || onlyFor === idOf(person))
          .map(({ id, from, text, keys, edited }) => ({
            id: String(id),
            isDesks: from.is_bot,
            text: [text, ...keys.flat().map((key) => key.text)].join('\n'),
            tokens: keys.flat().flatMap((key) => key.callback_data ?? []),
            edited,
          })),
      async says(person, room, text) {
        telegram.say(idOf(person), text, { chat: chatOf(person, room) });
        await settled();
      },
      async presses(person, room, message, token) {
        await telegram.answer(telegram.press(idOf(person), Number(message), token, { chat: chatOf(person, room) }));
        await settled();
      },
      async fills(person, room, values) {
        let asked = await askedOf(person, room);
        if (!asked) return false;
        for (; asked; asked = await askedOf(person, room)) {
          const { form, step, question } = asked;
          const field = form.fields[step];
          const value = values[field?.name ?? ''];
          const choice = field && 'options' in field ? field.options?.findIndex((option) => option.value === value) : undefined;
          const chat = chatOf(person, room);
          if (choice !== undefined && choice >= 0)
            await telegram.answer(telegram.press(idOf(person), Number(question), `${form.id}:${step}:${choice}`, { chat }));
          else telegram.say(idOf(person), value ?? '/skip', { chat, replyTo: Number(question) });
          await settled();
        }
        return true;
      },
      async close() {
        await stop();
        await telegram.close();
      },
    };
  };
