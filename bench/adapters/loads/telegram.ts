import { emulateTelegram } from '#adapters/emulators/telegram/emulate.ts';
import { people, posting, words, type Load } from './load.ts';
import { requestOf } from './post.ts';

const secret = 'secret_of_the_bench';
const firstPerson = 4_000_000;

/** Words in private chats as Telegram tells of them. */
export async function loadTelegram(way: 'polling' | 'webhook'): Promise<Load> {
  const telegram = await emulateTelegram();
  let updates = 1_000_000;
  const updateOf = (at: number) => {
    const id = firstPerson + (at % people);
    const person = { id, is_bot: false, first_name: `Person ${at % people}`, language_code: 'en' };
    const chat = { id, type: 'private', first_name: person.first_name };
    updates += 1;
    return {
      update_id: updates,
      message: { message_id: updates, from: person, chat, date: Math.floor(Date.now() / 1000), text: words(at) },
    };
  };
  return {
    settings: { ...telegram.settings, TELEGRAM_CONNECTION: way, ...(way === 'webhook' ? { TELEGRAM_WEBHOOK_SECRET: secret } : {}) },
    async make(count, url) {
      const made = Array.from({ length: count }, (_, at) => updateOf(at));
      if (way === 'polling') return { bring: async () => made.forEach((update) => telegram.queue(update)), pace: null };
      const requests = made.map((update) => requestOf(url, JSON.stringify(update), { 'x-telegram-bot-api-secret-token': secret }));
      return posting(url, requests);
    },
    close: () => telegram.close(),
  };
}
