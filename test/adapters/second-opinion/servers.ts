import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { home } from '#src/config.ts';

/**
 * Servers that others publish as stand-ins for the platforms. They take much that the platforms refuse, so to pass them says little; but whoever
 * wrote them read the same documentation with other eyes, so to fail says something. Not installed with Orderly.
 */
const folder = join(home, 'test/adapters/second-opinion/servers');

/** By what each is begun. */
const entries = {
  emulate: 'dist/api.js',
  'telegram-test-api': 'lib/index.js',
  'discord-digital-twin': 'dist/index.js',
};

export type Published = keyof typeof entries;

export const isInstalled = (name: Published): boolean => existsSync(join(folder, 'node_modules', name, 'package.json'));

/** Ends the name of what is skipped, so that whoever sees it knows how to have it tried. */
export const onlyInstalled = (name: Published): string =>
  isInstalled(name) ? '' : ' [with npm ci --prefix test/adapters/second-opinion/servers]';

/** Its exports, as its own documentation declares them. */
export const load = async <T>(name: Published): Promise<T> =>
  (await import(pathToFileURL(join(folder, 'node_modules', name, entries[name])).href)) as T;
