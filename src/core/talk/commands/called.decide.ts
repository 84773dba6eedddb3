import { nearest } from '../../text/nearest.ts';

/** A command as it is typed, whether with a slash or not. */
export interface TypedInWords {
  command: string;
  text: string;
}

/** An action by what is written on its button; the longest first. */
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
  // the words of a button in letters are everyday ones where nobody is called: "All good"
  const named = labels.filter(({ label }) => isCalled || !latin.test(label));
  const typed = inLabels(said.trim(), named) ?? inLetters(said, isCommand);
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

/** "通过", "通过 HO-1001", "通过HO-1001", "Refuse the change: too late": where the word goes on it is another one. */
function inLabels(said: string, labels: Labels): TypedInWords | null {
  const found = labels.find(({ label }) => {
    const isSaid = said.slice(0, label.length).toLowerCase() === label.toLowerCase();
    return isSaid && !(latin.test(label) ? /^[\p{L}\d]/u : /^\p{Script=Han}/u).test(said.slice(label.length));
  });
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

/**
 * The command that words which are none may have meant: by the first word of a button, or by a slip of the hand. An everyday word is
 * as near to a short command as a slip is, so that one is guessed only where the word stands alone.
 */
export function commandMeant(said: string, names: readonly string[], labels: Labels): { typed: string; command: string } | null {
  const [, typed = '', rest = ''] = /^\s*\/?([a-z][a-z_-]{1,31})(?![\p{L}\d])([\s\S]*)$/iu.exec(said) ?? [];
  if (typed === '') return null;
  const begun = labels.filter(({ label }) => label.toLowerCase().startsWith(`${typed.toLowerCase()} `));
  const [only, ...others] = begun;
  if (only && others.length === 0) return { typed, command: only.command };
  const isAlone = onlyNumber.test(rest.trim());
  const command = nearest(
    typed.replaceAll('-', '_'),
    names.filter((name) => isAlone || name.length > 5),
  );
  return command === null ? null : { typed, command };
}

const latin = /^\p{Script=Latin}/u;

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
