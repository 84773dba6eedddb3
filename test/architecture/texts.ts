import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './project.ts';

const folder = 'src/core/text';

/** What the languages lack of each other, file by file and key by key. */
export function unequalTexts(): string[] {
  const languages = new Map<string, Map<string, Set<string>>>();
  for (const file of globSync(`${folder}/*/*.json`, { cwd: root })) {
    const [language = '', name = ''] = file.split(sep).slice(-2);
    const texts = languages.get(language) ?? new Map<string, Set<string>>();
    texts.set(name, new Set(keysOf(JSON.parse(readFileSync(join(root, file), 'utf8')))));
    languages.set(language, texts);
  }
  return compare(languages);
}

/** Compares every language with all the others. */
export function compare(languages: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>): string[] {
  const faults: string[] = [];
  for (const [language, texts] of languages)
    for (const [other, otherTexts] of languages)
      for (const [name, keys] of otherTexts) {
        const own = texts.get(name);
        if (!own) faults.push(`${folder}/${language}/${name} is missing; ${other} has it`);
        else for (const key of keys) if (!own.has(key)) faults.push(`${folder}/${language}/${name} lacks "${key}", which ${other} has`);
      }
  return [...new Set(faults)];
}

export function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}
