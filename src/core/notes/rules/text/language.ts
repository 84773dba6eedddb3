import type { Reading } from '../../reading.ts';
import type { Plain } from './plain.ts';

/** Which language a note is written in; product codes and units do not make it mixed. */
export function languageOf(plain: Plain): Reading['language'] {
  const han = plain.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = plain.text.match(/[a-z]{3,}/g)?.length ?? 0;
  if (han > 0 && words >= 2 && words * 6 >= han) return 'mixed';
  if (han > 0) return plain.traditional || /[嘅唔咗喺啲冇]/.test(plain.text) ? 'zh-Hant' : 'zh-Hans';
  if (/[a-z]/.test(plain.text)) return 'en';
  return /\p{L}/u.test(plain.text) ? 'other' : 'none';
}
