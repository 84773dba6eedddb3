import { describe, expect, it } from 'vitest';
import { brokenLayers } from './architecture/layers.ts';
import { playgroundBeyondTheDoor } from './architecture/playground.ts';
import { sources } from './architecture/project.ts';
import { impureCore, mixedRoles, strayEnvironment } from './architecture/purity.ts';
import { barrels, defaultExports, tooLong, vagueNames } from './architecture/shape.ts';
import type { Source } from './architecture/source.ts';
import { foreignWrites } from './architecture/tables.ts';
import { unequalTexts } from './architecture/texts.ts';

const files = sources();

/** Each rule names the file and the line that breaks it. */
const rules: Record<string, (source: Source) => string[]> = {
  'main knows adapters, adapters know the core, the core knows prompts, and never the other way round': brokenLayers,
  'the core takes time, chance and the world as arguments': impureCore,
  'the environment is read in one place': strayEnvironment,
  'decisions, stores and cards do not use each other; an act brings them together': mixedRoles,
  "no feature writes another one's tables": foreignWrites,
  'the playground calls the front door, and asks': playgroundBeyondTheDoor(files),
  'a file fits on a screen or two': tooLong,
  'a file is named after what it does': vagueNames,
  'what a file exports has a name': defaultExports,
  'imports name the file that holds the thing': barrels,
};

describe('the house', () => {
  it.for(Object.entries(rules))('%s', ([, rule]) => {
    expect(files.flatMap(rule)).toEqual([]);
  });

  it('speaks every language equally well', () => {
    expect(unequalTexts()).toEqual([]);
  });
});
