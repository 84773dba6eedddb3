import { hits } from './purity.ts';
import type { Source } from './source.ts';

const longest = 250;
/** A story may take longer to tell than the code it is about. */
const longestTest = 300;
const vagueName = /(?:^|[-./])(?:utils?|helpers?|manager|service|handler|base|common|misc)\.(?:ts|tsx|mjs)$/;
/** Words, vocabularies and data are as long as they are. */
const exempt = /(?:\/text\/|\/words\/|\/words\.ts$|\.data\.ts$)/;

export function tooLong({ path, text }: Source): string[] {
  const lines = text.trimEnd().split('\n').length;
  const most = path.startsWith('test/') ? longestTest : longest;
  return lines > most && !exempt.test(path) ? [`${path} has ${lines} lines: past ${most} it is two files`] : [];
}

export function vagueNames({ path }: Source): string[] {
  return vagueName.test(path) ? [`${path} does not say what it does: name it after that`] : [];
}

/** vitest reads its own settings from a default export. */
export function defaultExports(source: Source): string[] {
  return source.path === 'vitest.config.ts'
    ? []
    : hits(source, source.bare, /\bexport default\b|\bas default\b/g, 'is a default export: give it a name');
}

export function barrels(source: Source): string[] {
  const reexports = hits(
    source,
    source.bare,
    /\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s*)?from\b/g,
    'passes on what another file exports: import it from there',
  );
  return /\/index\.tsx?$/.test(source.path) && source.path !== 'src/adapters/index.ts'
    ? [`${source.path} is a barrel: import the files themselves`, ...reexports]
    : reexports;
}
