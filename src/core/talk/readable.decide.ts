import type { FileRef, Incoming, PersonRef } from '../messages/incoming.ts';

/** The same incoming without characters that no database keeps and nobody reads: NUL and halves of characters. */
export function readable(incoming: Incoming): Incoming {
  const from = named(incoming.from, isForHint(incoming));
  switch (incoming.kind) {
    case 'message':
      return {
        ...incoming,
        from,
        text: whole(incoming.text),
        ...(incoming.files ? { files: incoming.files.slice(0, mostFiles).map(wholeFile) } : {}),
      };
    case 'message_edited':
      return { ...incoming, from, text: whole(incoming.text) };
    case 'command':
      return {
        ...incoming,
        from,
        command: whole(incoming.command),
        text: whole(incoming.text),
        ...(incoming.place === undefined ? {} : { place: nameOf(incoming.place) }),
        ...(incoming.wordsOf ? { wordsOf: named(incoming.wordsOf, false) } : {}),
      };
    case 'press':
      return { ...incoming, from, token: whole(incoming.token) };
    case 'form':
      return { ...incoming, from, token: whole(incoming.token), values: wholeValues(incoming.values) };
    case 'message_deleted':
    case 'reachable':
    case 'moved':
    case 'left':
      return { ...incoming, from };
  }
}

/** Only what somebody says in their own conversation is ever held against how they are reached; with nothing else is it kept. */
const isForHint = ({ kind, address }: Incoming): boolean => address.kind === 'dm' && (kind === 'message' || kind === 'command');

function named(person: PersonRef, withContacts: boolean): PersonRef {
  const { platform, account, key, name, locale, timeZone, email, phone } = person;
  // one by one: every word of everybody comes here, and to spread each takes longer than to look at it
  const known: PersonRef = { platform, account, key };
  if (name !== undefined) known.name = whole(name);
  if (locale !== undefined) known.locale = whole(locale);
  if (timeZone !== undefined) known.timeZone = whole(timeZone);
  if (email !== undefined && withContacts) known.email = atMost(email, 300);
  if (phone !== undefined && withContacts) known.phone = atMost(phone, 50);
  return known;
}

/** No platform sends more at once; what is beyond is not somebody's pictures. */
const mostFiles = 20;

const wholeFile = (file: FileRef): FileRef => ({
  ...file,
  name: nameOf(file.name),
  mimeType: atMost(file.mimeType, 100),
  key: whole(file.key),
});

/** Of line breaks, which would begin a line of their own on a card, and of what turns the direction of writing, which makes "gpj.exe" of "exe.jpg". */
const misleading = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

const nameOf = (name: string): string => atMost(whole(name).replaceAll(misleading, ' ').trim(), 200) || 'file';

const whole = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** Cut first: what is cut through in the middle is half a character. */
const atMost = (text: string, most: number): string => whole(text.slice(0, most));

const wholeValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [whole(name), whole(value)]));
