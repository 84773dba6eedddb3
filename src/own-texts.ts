import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, type Locale } from '#core/text/locale.ts';
import { faultsOf, useOwn, type Texts } from '#core/text/own.ts';
import { Problem } from './problem.ts';

/** Puts the texts of a folder in the place of ours, `zh-CN.json` for 简体中文; everything that is wrong with them comes in one `Problem`. */
export function speakOwnTexts(folder: string | null): void {
  const own = new Map<Locale, Texts>();
  const faults: string[] = [];
  for (const file of folder === null ? [] : filesOf(folder)) {
    const read = readTexts(join(folder ?? '', file));
    const locale = locales.find((one) => file === `${one}.json`);
    if (!locale) faults.push(`${file}: the desk speaks ${locales.join(', ')}; name the file after one of them.`);
    else if ('fault' in read) faults.push(`${file}: ${read.fault}.`);
    else {
      const wrong = faultsOf(locale, read.texts);
      faults.push(...wrong.map((fault) => `${file}: ${fault}.`));
      if (wrong.length === 0) own.set(locale, read.texts as Texts); // just compared with ours, text by text
    }
  }
  if (faults.length > 0)
    throw new Problem(
      `ORDERLY_TEXTS: ${faults.length === 1 ? 'a text is' : `${faults.length} texts are`} wrong in ${folder}:\n  ${faults.join('\n  ')}`,
      'Correct the files; src/core/text/ has every text with its key, and docs/how-to/own-texts.md says how.',
      2,
    );
  useOwn(own);
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch (error) {
    const why = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such folder' : 'it cannot be read';
    throw new Problem(`ORDERLY_TEXTS names ${folder}, but ${why}.`, 'Make the folder, or take the setting out.', 2);
  }
}

function readTexts(path: string): { texts: unknown } | { fault: string } {
  try {
    return { texts: JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { fault: error instanceof SyntaxError ? `is not JSON (${error.message})` : 'cannot be read' };
  }
}
