/** One thing that can be typed after a slash. What it does is told by `desk:command.<name>`. */
interface Command {
  /** Other names for the same. */
  also: readonly string[];
  /** Who is offered it; whoever else types it is told why not, or that there is no such command. */
  by: 'everyone' | 'customers' | 'staff' | 'managers';
  /** What follows it: capitals stand for what is filled in, brackets hold what may be left out. */
  args: string;
}

/** Every command but the actions of an order, which are in `order-commands.decide.ts`. */
export const commands = {
  help: { also: ['start'], by: 'everyone', args: '' },
  orders: { also: [], by: 'everyone', args: '' },
  status: { also: [], by: 'everyone', args: '[NUMBER]' },
  order: { also: [], by: 'everyone', args: 'NUMBER | WORDS | for NAME: WORDS' },
  person: { also: ['talk_to_person'], by: 'customers', args: '[NUMBER] [WORDS]' },
  stop: { also: [], by: 'customers', args: '' },
  offers: { also: [], by: 'customers', args: '[yes | no]' },
  coupon: { also: [], by: 'customers', args: '[CODE]' },
  language: { also: ['lang'], by: 'everyone', args: '[LANGUAGE]' },
  resume: { also: [], by: 'customers', args: '' },
  review: { also: [], by: 'staff', args: '[PAGE]' },
  cases: { also: [], by: 'staff', args: '' },
  case: { also: ['show_case'], by: 'staff', args: 'CASE' },
  reply: { also: ['answer_case'], by: 'staff', args: 'CASE WORDS' },
  close: { also: ['close_case'], by: 'everyone', args: '[CASE]' },
  reopen_case: { also: [], by: 'everyone', args: '[CASE]' },
  people: { also: [], by: 'staff', args: '' },
  link: { also: [], by: 'everyone', args: '[CODE | for NAME]' },
  unlink: { also: [], by: 'everyone', args: '' },
  channel: { also: [], by: 'everyone', args: '' },
  team: { also: [], by: 'staff', args: '[add | role | take | away | back | invite …]' },
  desk: { also: [], by: 'staff', args: '[here | name | hours | zone | currency | language …]' },
  winback: { also: [], by: 'staff', args: '[NAME]' },
  digest: { also: [], by: 'managers', args: '[today | yesterday | DAY]' },
} satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

const byName = new Map<string, CommandName>(
  Object.entries(commands).flatMap(([name, { also }]) => [name, ...also].map((typed) => [typed, name as CommandName] as const)),
);

/** The command somebody means by what they typed, without the slash. */
export const commandNamed = (typed: string): CommandName | null => byName.get(typed) ?? null;
