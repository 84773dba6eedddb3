import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { words } from '#core/text/words.ts';
import { speakOwnTexts } from '#src/own-texts.ts';
import { Problem } from '#src/problem.ts';

describe("a business' own texts", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'orderly-texts-'))));
  afterEach(() => {
    speakOwnTexts(null);
    rmSync(folder, { recursive: true });
  });
  const write = (file: string, texts: unknown): void =>
    writeFileSync(join(folder, file), typeof texts === 'string' ? texts : JSON.stringify(texts));

  it('stand in the place of ours, key by key and language by language', () => {
    const spoken = words('en');
    write('en.json', { orders: { action: { confirm: 'Buy now' } }, desk: { hello: 'Ahoy {{name}}!' } });
    write('zh-CN.json', { orders: { action: { confirm: '就要这些' } } });
    speakOwnTexts(folder);
    expect(spoken('orders:action.confirm')).toBe('Buy now');
    expect(spoken('desk:hello', { name: 'Ann', business: 'Harbour Office' })).toBe('Ahoy Ann!');
    expect(spoken('orders:action.cancel')).toBe('Cancel');
    expect(words('zh-CN')('orders:action.confirm')).toBe('就要这些');
    expect(words('zh-TW')('orders:action.confirm')).toBe('確認下單');
  });

  it('go away with the setting', () => {
    write('en.json', { orders: { action: { confirm: 'Buy now' } } });
    speakOwnTexts(folder);
    speakOwnTexts(null);
    expect(words('en')('orders:action.confirm')).toBe('Confirm');
  });

  it('may begin with a byte order mark, as some editors write it', () => {
    write('en.json', '\uFEFF{"desk": {"done": "All right."}}');
    speakOwnTexts(folder);
    expect(words('en')('desk:done')).toBe('All right.');
  });

  it.for([
    [
      'a key that is none of ours',
      'en.json',
      { orders: { action: { confrim: 'Buy' } } },
      'en.json: orders.action.confrim is no text of the desk',
    ],
    ['a feature that is none of ours', 'en.json', { toString: {} }, 'en.json: toString is no text of the desk'],
    [
      'a value nobody fills in',
      'en.json',
      { desk: { hello: 'Hi {{nmae}}' } },
      'desk.hello holds {{nmae}}, which nobody fills in: it may hold {{name}}, {{business}}',
    ],
    ['a value where there is none', 'en.json', { desk: { done: '{{x}}' } }, 'nothing is filled in here'],
    ['no text', 'en.json', { desk: { done: ' ' } }, 'desk.done must say something'],
    ['a text that calls for others', 'en.json', { desk: { done: '$t(desk:hello)' } }, 'desk.done holds $t('],
    ['a number', 'en.json', { desk: { done: 1 } }, 'desk.done must be a text in quotes'],
    ['a text where several stand', 'en.json', { orders: { action: 'Buy' } }, 'orders.action must be an object of texts in braces'],
    ['a list', 'en.json', [], 'en.json: must be an object of texts in braces'],
    ['what is not JSON', 'zh-TW.json', '{', 'zh-TW.json: is not JSON'],
    ['a language we do not speak', 'fr.json', {}, 'fr.json: the desk speaks en, zh-CN, zh-TW'],
  ] as const)('are refused with %s', ([, file, texts, said]) => {
    write(file, texts);
    const problem = problemOf(folder);
    expect(problem.message).toContain(said);
    expect(problem.exitCode).toBe(2);
    expect(words('en')('orders:action.confirm')).toBe('Confirm');
  });

  it('are refused with everything that is wrong at once', () => {
    write('en.json', { desk: { a: '', b: '' } });
    write('zh-CN.json', '[');
    expect(problemOf(folder).message).toContain('3 texts are wrong');
  });

  it('are refused where the folder is missing', () => {
    expect(problemOf(join(folder, 'nowhere')).message).toContain('there is no such folder');
  });
});

function problemOf(folder: string): Problem {
  try {
    speakOwnTexts(folder);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the texts were taken');
}
