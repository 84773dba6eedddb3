import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, readConfig, settingNames } from '../../src/config.ts';
import { Problem } from '../../src/problem.ts';

/** A paragraph of `.env.example`, the one place where settings are explained. */
export interface Explained {
  name: string;
  /** What it does, and what is the case without it. */
  text: string;
  usual: string;
  example: string;
}

export function explainedSettings(): Explained[] {
  const [, ...paragraphs] = readFileSync(join(home, '.env.example'), 'utf8').trim().split('\n\n');
  return paragraphs.map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => line.replace(/^# ?/, ''));
    const [, name = '', example = ''] = /^([A-Z_]+)=(.*)$/.exec(lines.at(-1) ?? '') ?? [];
    const at = lines.findIndex((line) => line.startsWith('Default: '));
    if (name === '' || at < 0) throw new Error(`.env.example: a paragraph is text, "Default: …" and NAME=value, not:\n${paragraph}`);
    const [, usual = '', otherwise = ''] = /^Default: (.*?)(?:\.$|\. (.*)|$)/.exec(lines.slice(at, -1).join(' ')) ?? [];
    return { name, text: `${lines.slice(0, at).join(' ')} ${otherwise}`.trim(), usual, example };
  });
}

/** What a value must be, in the words of whoever gets it wrong; nothing where every text will do. */
function rule(name: string): string[] {
  try {
    readConfig({ [name]: '?' });
  } catch (error) {
    if (error instanceof Problem) return [`- It ${error.message.split('\n  ')[1]?.slice(name.length + 1) ?? ''}`];
    throw error;
  }
  return [];
}

export function settingsTable(): string {
  const known = new Map(explainedSettings().map((setting) => [setting.name, setting]));
  return settingNames
    .map((name) => {
      const setting = known.get(name);
      if (!setting) throw new Error(`.env.example does not explain ${name}`);
      const facts = [`- Default: ${setting.usual}`, ...rule(name), `- Example: \`${name}=${setting.example}\``];
      return `### ${name}\n\n${setting.text}\n\n${facts.join('\n')}`;
    })
    .join('\n\n');
}
