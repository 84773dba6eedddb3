import type { FileRef, Incoming, PersonRef } from '../messages/incoming.ts';

/** The same incoming without characters that no database keeps and nobody reads: NUL and halves of characters. */
export function readable(incoming: Incoming): Incoming {
  const from = named(incoming.from);
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
        ...(incoming.wordsOf ? { wordsOf: named(incoming.wordsOf) } : {}),
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

const named = (person: PersonRef): PersonRef => ({
  ...person,
  ...(person.name === undefined ? {} : { name: whole(person.name) }),
  ...(person.email === undefined ? {} : { email: whole(person.email).slice(0, 300) }),
  ...(person.phone === undefined ? {} : { phone: whole(person.phone).slice(0, 50) }),
});

/** No platform sends more at once; what is beyond is not somebody's pictures. */
const mostFiles = 20;

const wholeFile = (file: FileRef): FileRef => ({
  ...file,
  name: whole(file.name).slice(0, 200),
  mimeType: whole(file.mimeType).slice(0, 100),
  key: whole(file.key),
});

const whole = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

const wholeValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [whole(name), whole(value)]));
