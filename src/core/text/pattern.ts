/**
 * A regular expression set out over lines, as long ones are read best: breaks, and the spaces at both edges of a line, do not count, so one that
 * does is written `[ ]`. An expression that is put in counts as its source: `pattern('u')` and then the text.
 */
export const pattern =
  (flags: string) =>
  (written: TemplateStringsArray, ...parts: (RegExp | string)[]): RegExp =>
    new RegExp(written.raw.map((text, at) => text.replace(/\s*\n\s*/g, '') + sourceOf(parts[at])).join(''), flags);

const sourceOf = (part: RegExp | string = ''): string => (typeof part === 'string' ? part : part.source);
