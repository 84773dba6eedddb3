import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { home } from '../../src/config.ts';
import { chatCommands, commandLine, orderCommandTable } from './commands.ts';
import { httpTable } from './http.ts';
import { actionRows, actionWords, eventTable, refusals, stateDiagram } from './orders.ts';
import { settingsTable } from './settings.ts';
import { slackApps } from './slack.ts';

/** What pages take from the code: a page holds `<!-- from the code: NAME -->`, the text, and `<!-- until here -->`. */
const blocks: Record<string, () => string> = {
  settings: settingsTable,
  'command line': commandLine,
  'chat commands': chatCommands,
  'order commands': orderCommandTable,
  'http calls': httpTable,
  'states of goods': () => stateDiagram('goods'),
  'states of a service': () => stateDiagram('service'),
  'actions on goods': () => actionRows('goods'),
  'actions on a service': () => actionRows('service'),
  'action words': actionWords,
  refusals,
  'slack apps': slackApps,
  events: eventTable,
};

const block = /(<!-- from the code: ([\w ]+) -->\n)[\s\S]*?(<!-- until here -->)/g;

/** Every page for readers, as paths inside the project. */
export const pages = (): string[] =>
  globSync(['*.md', 'docs/**/*.md'], { cwd: home })
    .map((page) => page.split(sep).join('/'))
    .sort();

export const readPage = (page: string): string => readFileSync(join(home, page), 'utf8');

/** The page as the code is now. */
export function renewed(page: string): string {
  return readPage(page).replaceAll(block, (_, begin: string, name: string, end: string) => {
    const make = blocks[name];
    if (!make) throw new Error(`${page}: nothing in the code is called "${name}"; there is ${Object.keys(blocks).join(', ')}`);
    return `${begin}\n${make()}\n\n${end}`;
  });
}
