/** A command as it is typed, whether with a slash or not. */
export interface TypedInWords {
  command: string;
  text: string;
}

/**
 * The command that words begin with. Where nobody called the desk they are talk among colleagues, unless they are the command and
 * nothing else ("approve", "status HO-1001") or begin with a slash.
 */
export function typedInWords(said: string, isCalled: boolean, isCommand: (command: string) => boolean): TypedInWords | null {
  const [, slash = '', first = '', rest = ''] = /^\s*(\/?)([a-z][a-z_-]{0,31})[.!。！：:]*(?:\s+([\s\S]*))?$/i.exec(said) ?? [];
  const [, second = '', after = ''] = /^([a-z]+)(?:\s+([\s\S]*))?$/i.exec(rest) ?? [];
  const ways = [...(second === '' ? [] : [{ command: `${first}_${second}`, text: after }]), { command: first, text: rest }];
  const named = ways.map(({ command, text }) => ({ command: command.toLowerCase().replaceAll('-', '_'), text: text.trim() }));
  const typed = named.find(({ command }) => isCommand(command));
  if (!typed) return null;
  const isAlone = onlyNumber.test(typed.text) && !everydayWords.has(typed.command);
  return isCalled || slash !== '' || isAlone ? typed : null;
}

const onlyNumber = /^(?:#?[a-z]{0,4}-?\d+)?[.!。！]?$/i;

/** What people say to each other without meaning a command. */
const everydayWords: ReadonlySet<string> = new Set([
  'wait',
  'ask',
  'answer',
  'accept',
  'edit',
  'confirm',
  'start',
  'help',
  'close',
  'stop',
  'people',
  'reply',
]);
