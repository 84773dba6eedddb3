import { layerOf, targetOf } from './layers.ts';
import { lineOf, type Source } from './source.ts';

/** What the world gives and the core must be handed. */
const worldly =
  /\b(?:process\.\w+|new Date\(|Date\.(?:now|parse|UTC)\b|Temporal\.Now\b|Math\.random\b|crypto\.|randomUUID\b|setTimeout\b|setInterval\b|setImmediate\b|fetch\(|performance\.)/g;

export function impureCore(source: Source): string[] {
  return layerOf(source.path) === 'core' || layerOf(source.path) === 'prompts'
    ? hits(source, source.bare, worldly, 'is no business of the core')
    : [];
}

/** The environment is read in two places, so that every setting is known and checked. */
export function strayEnvironment(source: Source): string[] {
  if (!source.path.startsWith('src/') || ['src/main.ts', 'src/config.ts'].includes(source.path)) return [];
  return hits(source, source.bare, /\bprocess\.env\b/g, 'is read in src/config.ts and src/main.ts only');
}

type Role = 'decide' | 'store' | 'cards' | 'act' | 'none';

/** The role of a file in the core: `placing.decide.ts`, or `decide.ts` in a capability's folder. */
function roleOf(path: string): Role {
  const role = /[./](decide|store|cards|act)\.ts$/.exec(path)?.[1];
  return path.startsWith('src/core/') && role ? (role as Role) : 'none'; // the expression lists roles only
}

/** Which roles a role may not use. A type is no use: it is gone before the program runs. */
const unused = { decide: ['store', 'act'], store: ['decide', 'act'], cards: ['store', 'act'], act: [], none: [] } satisfies Record<
  Role,
  Role[]
>;

export function mixedRoles(source: Source): string[] {
  const role = roleOf(source.path);
  const forbidden: Role[] = unused[role];
  const imports = source.imports.flatMap(({ from, typeOnly, line }) => {
    const target = targetOf(source.path, from);
    const used = target === null ? 'none' : roleOf(target);
    return !typeOnly && forbidden.includes(used) ? [`${source.path}:${line} imports ${from}: ${role} never uses ${used}`] : [];
  });
  return role === 'decide'
    ? [...imports, ...hits(source, source.bare, /\b(?:async|await)\b/g, 'has no place in a decision: what must be asked is asked before')]
    : imports;
}

export function hits(source: Source, text: string, pattern: RegExp, why: string): string[] {
  return Array.from(text.matchAll(pattern), (match) => `${source.path}:${lineOf(text, match.index)} ${match[0]} ${why}`);
}
