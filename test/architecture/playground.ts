import { read, lineOf, type Source } from './source.ts';
import { targetOf } from './layers.ts';
import { writesOf } from './tables.ts';

/** The only ways in: what is said and pressed, what is due, and what came of it. */
const frontDoor = ['quick', 'receive', 'tick', 'outcomeOf'];
/**
 * What else `main` hands to the playground. All of it reads, but for two things that are the demo's own and that nobody of a business could
 * say at its front door: `clock` moves time, and `reset` begins anew. Whatever a person could ask for goes through the door.
 */
const handed = [
  'db', 'desk', 'clock', 'log', 'timeZone', 'demo', 'people', 'orders', 'nextDue', 'lookAtDesk', 'lookAtOrder', 'lookAtCalls', 'reset', 'page', 'renderers',
  'pressReaders', 'formRenderers', 'submissionReaders',
]; // prettier-ignore

const isServer = (path: string): boolean => /^src\/adapters\/playground\/[^/]+\.ts$/.test(path);

/** Whether a function that a store exports, as far as its text goes, writes to a table. */
function writes(store: Source, name: string): boolean {
  const start = new RegExp(`export (?:async )?(?:function|const) ${name}\\b`).exec(store.code)?.index;
  if (start === undefined) return true;
  const end = store.code.indexOf('\nexport ', start + 1);
  return writesOf(read(store.path, store.code.slice(start, end < 0 ? undefined : end))).length > 0;
}

/**
 * The playground calls nothing but the front door and questions: no act or decision of the core that does anything, no store function that
 * writes, nothing of the desk beyond its door.
 */
export function playgroundBeyondTheDoor(all: readonly Source[]): (source: Source) => string[] {
  const files = new Map(all.map((source) => [source.path, source]));
  return (source) => (isServer(source.path) ? [...foreignUses(source, files), ...strayCalls(source)] : []);
}

function foreignUses(source: Source, files: ReadonlyMap<string, Source>): string[] {
  return source.imports.flatMap(({ from, typeOnly, line }) => {
    const target = targetOf(source.path, from);
    if (typeOnly || !target?.startsWith('src/core/')) return [];
    const at = `${source.path}:${line} imports ${from}`;
    if (/[./]act\.ts$/.test(target)) return [`${at}: what the desk does is asked for through its front door`];
    const store = files.get(target);
    if (!/[./]store\.ts$/.test(target) || !store) return [];
    return namesOf(source, from).flatMap((name) => (writes(store, name) ? [`${at}: ${name} writes, and the playground only reads`] : []));
  });
}

/** What is imported from there and is there when the program runs. */
function namesOf({ code }: Source, from: string): string[] {
  const escaped = from.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*['"]${escaped}['"]`).exec(code)?.[1] ?? '';
  return found
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name);
}

function strayCalls(source: Source): string[] {
  const calls = [
    ...Array.from(source.bare.matchAll(/\bdesk\.(\w+)/g), (match) => ({ match, known: frontDoor, of: 'the front door' })),
    ...Array.from(source.bare.matchAll(/\bparts\.(\w+)/g), (match) => ({ match, known: handed, of: 'what the playground is handed' })),
  ];
  return calls.flatMap(({ match, known, of }) =>
    known.includes(match[1] ?? '') ? [] : [`${source.path}:${lineOf(source.bare, match.index)} ${match[0]} is no part of ${of}`],
  );
}
