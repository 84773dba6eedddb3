import type { Incoming } from '../messages/incoming.ts';

/** The same incoming without characters that no database keeps and nobody reads: NUL and halves of characters. */
export function readable(incoming: Incoming): Incoming {
  const from = incoming.from.name === undefined ? incoming.from : { ...incoming.from, name: whole(incoming.from.name) };
  switch (incoming.kind) {
    case 'message':
      return { ...incoming, from, text: whole(incoming.text) };
    case 'command':
      return { ...incoming, from, command: whole(incoming.command), text: whole(incoming.text) };
    case 'press':
      return { ...incoming, from, token: whole(incoming.token) };
    case 'form':
      return { ...incoming, from, token: whole(incoming.token), values: wholeValues(incoming.values) };
    case 'reachable':
      return { ...incoming, from };
  }
}

const whole = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

const wholeValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [whole(name), whole(value)]));
