import type { Json, World } from './guild.ts';

/** A command as Discord sends it: with its id, where it was registered, and what was filled in, by option. */
export function chatCommand(world: World, name: string, given: Record<string, string>, focused?: string): Json {
  return {
    id: world.commands.find((command) => command['name'] === name)?.['id'] ?? world.nextId(),
    type: 1,
    name,
    options: Object.entries(given).map(([option, value]) => ({
      type: 3,
      name: option,
      value,
      ...(option === focused ? { focused: true } : {}),
    })),
  };
}

/** What somebody typed after a command, by the options it was registered with: each takes a word, the last takes the rest. */
export function optionsIn(command: Json, typed: string): Record<string, string> {
  const names = ((command['options'] ?? []) as { name: string }[]).map(({ name }) => name); // checked when they were registered
  const words = typed.trim().split(/\s+/);
  const parts = names.map((name, at) => [name, at === names.length - 1 ? words.slice(at).join(' ') : (words[at] ?? '')]);
  return Object.fromEntries(parts.filter(([, value]) => value !== ''));
}
