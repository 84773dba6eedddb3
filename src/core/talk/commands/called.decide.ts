/** A command as it is typed, whether with a slash or not. */
export interface TypedInWords {
  command: string;
  text: string;
}

/** An action by what is written on its button, in any language that is not typed in letters; the longest first. */
export type Labels = readonly { label: string; command: string }[];

/**
 * The command that words begin with. Where nobody called the desk they are talk among colleagues, unless they are the command and
 * nothing else ("approve", "status HO-1001") or begin with a slash.
 */
export function typedInWords(
  said: string,
  isCalled: boolean,
  { isCommand, labels }: { isCommand: (command: string) => boolean; labels: Labels },
): TypedInWords | null {
  const typed = inLetters(said, isCommand) ?? inLabels(said.trim(), labels);
  if (!typed) return null;
  const isAlone = onlyNumber.test(typed.text) && !everydayWords.has(typed.command);
  return isCalled || said.trim().startsWith('/') || isAlone ? typed : null;
}

function inLetters(said: string, isCommand: (command: string) => boolean): TypedInWords | null {
  const [, first = '', rest = ''] = /^\s*\/?([a-z][a-z_-]{0,31})[.!。！：:]*(?:\s+([\s\S]*))?$/i.exec(said) ?? [];
  const [, second = '', after = ''] = /^([a-z]+)(?:\s+([\s\S]*))?$/i.exec(rest) ?? [];
  const ways = [...(second === '' ? [] : [{ command: `${first}_${second}`, text: after }]), { command: first, text: rest }];
  const named = ways.map(({ command, text }) => ({ command: command.toLowerCase().replaceAll('-', '_'), text: text.trim() }));
  return named.find(({ command }) => isCommand(command)) ?? null;
}

/** "通过", "通过 HO-1001", "通过HO-1001": where the word goes on it is another one. */
function inLabels(said: string, labels: Labels): TypedInWords | null {
  const found = labels.find(({ label }) => said.startsWith(label) && !/^\p{Script=Han}/u.test(said.slice(label.length)));
  return found
    ? {
        command: found.command,
        text: said
          .slice(found.label.length)
          .replace(/^[\s:：,，]+/, '')
          .trim(),
      }
    : null;
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
