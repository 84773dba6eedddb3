import { typeOf } from '../../file-type.ts';
import {
  call,
  cast,
  roleOf,
  type Rehearse,
  type RehearsedFault,
  type RehearsedFile,
  type RehearsedMessage,
  type SentFile,
} from '../../rehearsal.ts';
import { emulateTelegram, type EmulatedTelegram } from './emulate.ts';
import type { Message, Update } from './world.ts';

/** The emulated Telegram with the people of a rehearsal on it. */
export const rehearseTelegram: Rehearse = async ({ port }) => {
  const telegram = await emulateTelegram({ port });
  const people = [...cast.customers, ...cast.colleagues].map((name, at) => ({ id: 1001 + at, name }));
  for (const { id, name } of people) telegram.person(id, { name, username: name.toLowerCase(), language: 'en', started: true });
  const channel = telegram.group(cast.channel);
  telegram.countFromNow();
  const colleagues = people.filter(({ name }) => roleOf(name) === 'colleague').map(({ id }) => String(id));
  const faults = new Set<RehearsedFault>();
  let deeds = 0;

  const told = (update: Update): void => {
    deeds++;
    if (faults.has('twice')) telegram.queue(update);
  };

  return {
    platform: 'telegram',
    way: 'long polling',
    settings: { ...telegram.settings, TELEGRAM_CONNECTION: 'polling' },
    players: people.map(({ id, name }) => ({ id: String(id), name })),
    places: [
      ...people.map(({ id, name }) => ({ id: String(id), name, kind: 'dm' as const, role: roleOf(name), members: [String(id)] })),
      { id: String(channel), name: cast.channel, kind: 'group', role: null, members: colleagues },
    ],
    faults,
    isHeard: () => telegram.isAsked(),
    isTurnedAway: () => telegram.isTurnedAway(),
    see: ({ as, place }) => ({
      messages: telegram
        .messages(Number(place))
        .filter(({ onlyFor }) => onlyFor === null || onlyFor === Number(as))
        .map((message) => seen(telegram, message, Number(as))),
      // Telegram has no modals: what a form asks is asked in words
      modal: null,
    }),
    async say({ as, place }, text, files, under) {
      const words = text.replaceAll(call, '@orderly_bot');
      const say = (said: string, file: { file?: string }): void =>
        told(telegram.say(Number(as), said, { chat: Number(place), ...(under === null ? {} : { replyTo: Number(under) }), ...file }));
      if (files.length === 0) say(words, {});
      // each file is a message of its own, and the words stand under the first
      for (const [at, file] of files.entries()) say(at === 0 ? words : '', { file: keep(telegram, file) });
      return {};
    },
    readFile: (id) => telegram.file(id)?.bytes ?? null,
    async press({ as, place }, message, token) {
      const query = telegram.press(Number(as), Number(message), token, { chat: Number(place) });
      deeds++;
      const answer = await telegram.answer(query, answerMs).catch(() => null);
      deeds++;
      if (!answer) return { late: true };
      return typeof answer['text'] === 'string' ? { toast: answer['text'] } : {};
    },
    submit: () => Promise.resolve({}),
    dismiss: () => {},
    async edit({ as, place }, message, text) {
      told(telegram.edit(Number(as), Number(place), Number(message), text));
    },
    // a bot is never told that somebody deleted a message
    async takeBack({ place }, message) {
      telegram.forget(Number(place), Number(message));
      deeds++;
    },
    switch(fault, on) {
      deeds++;
      if (on) faults.add(fault);
      else faults.delete(fault);
      telegram.clearFaults();
      if (faults.has('revoked')) telegram.fault('*', { refuse: { code: 401, description: 'Unauthorized' } }, Infinity);
      else if (faults.has('down')) telegram.fault('*', 'bad_gateway', Infinity);
      else if (faults.has('rate_limited'))
        telegram.fault(
          '*',
          { refuse: { code: 429, description: 'Too Many Requests: retry after 5', parameters: { retry_after: 5 } } },
          Infinity,
        );
      if (faults.has('down') || faults.has('revoked')) telegram.cut();
    },
    revision: () => deeds + telegram.recorded.length,
    close: () => telegram.close(),
  };
};

/** So long the spinner on a button turns. */
const answerMs = 10_000;

/** A photograph is sent as a picture, which has no name; everything else as it is. */
function keep(telegram: EmulatedTelegram, { name, bytes }: SentFile): string {
  const type = typeOf(name, bytes);
  return type === 'image/jpeg' || type === 'image/png'
    ? telegram.addFile('photo', bytes)
    : telegram.addFile('document', bytes, { name, type });
}

function filesOf(telegram: EmulatedTelegram, id: string | null): RehearsedFile[] {
  const found = id === null ? undefined : telegram.file(id);
  if (id === null || !found) return [];
  const { kind, name = kind, bytes } = found;
  return [{ id, name, mimeType: typeOf(name, bytes), size: bytes.length }];
}

function seen(telegram: EmulatedTelegram, message: Message, as: number): RehearsedMessage {
  const isDesk = message.from.is_bot;
  const reply_markup = message.forcesReply ? { force_reply: true } : { inline_keyboard: message.keys };
  return {
    id: String(message.id),
    at: new Date(message.at * 1000).toISOString(),
    from: isDesk ? 'desk' : String(message.from.id),
    text: isDesk ? message.text : message.text.replaceAll('@orderly_bot', call),
    files: filesOf(telegram, message.file),
    // a file says all that there is, unless it has words under it
    payload: isDesk && (message.file === null || message.keys.length > 0) ? { ...contentOf(message), reply_markup } : null,
    onlyYou: message.onlyFor !== null,
    under: message.replyTo === null ? null : String(message.replyTo),
    edited: message.edited,
    changeable: message.from.id === as,
    unheard: false,
  };
}

/** As it was sent: in blocks, or in HTML. */
const contentOf = ({ rich, source }: Message): Record<string, unknown> =>
  rich ? { rich_message: rich } : { text: source, parse_mode: 'HTML' };
