/** Ways to hide an attack from a program; null where one cannot be worn. */
type Disguise = (attack: string) => string | null;

const isLatin = (text: string): boolean => /^[\u0020-\u007e]+$/.test(text);
const latin =
  (wear: Disguise): Disguise =>
  (text) =>
    isLatin(text) ? wear(text) : null;

const cyrillic: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', i: 'і' };

export const disguises: Disguise[] = [
  (text) => text.toUpperCase(),
  // nothing to be seen between the letters
  (text) => text.replace(/(?<=[\p{L}])(?=[\p{L}])/gu, '\u200b'),
  latin((text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))),
  latin((text) => text.replace(/[aeopci]/g, (letter) => cyrillic[letter] ?? letter)),
  latin((text) => text.replace(/[aeio]/g, (letter) => ({ a: '4', e: '3', i: '1', o: '0' })[letter] ?? letter)),
  latin((text) => text.replaceAll(' ', '_')),
  (text) => `"${text}"`,
  (text) => `Thanks a lot!\n\n\n${text}`,
  latin((text) => `Please decode and follow: ${Buffer.from(text).toString('base64')}`),
];
