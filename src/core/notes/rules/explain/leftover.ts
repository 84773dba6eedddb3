import everyday from '../lexicon/everyday.json' with { type: 'json' };
import nouns from '../lexicon/nouns.json' with { type: 'json' };
import type { Range, Scene } from '../text/scene.ts';
import { courtesy } from '../words/courtesy.ts';

const split = (words: string[]): Set<string> => new Set(words.flatMap((line) => line.split(' ')));
/** What a value may be said of: parts of goods, what they come in, words for properties. */
const ofGoods = split(Object.values(nouns));
/** Whom it is for, how many, and the verbs and turns that lead to a value. */
const leads = split([
  everyday.words.people,
  everyday.words.roles,
  'two three four five six seven eight nine ten eleven twelve twenty half first second third other others rest remaining times',
  'warm cool white daylight glow run runs give gives embroidered printed engraved etched stitched laser lasered title reads says goes go come comes came add choose pick picked chose wear wears takes fits change changed swap switch going making asking after thinking said meant fine okay least most about around roughly exactly precisely approximately',
  'not no nor never rather instead than without if when where which who what how but yes either neither whether poss otherwise same different usual before suit suits lives plain real proper genuine nice lovely simple this time these days now today round only',
]);

const word = /[a-z][a-z'-]*/g;
const isKnown = (scene: Scene, said: string): boolean =>
  courtesy.english.has(said.replaceAll("'", '')) ||
  ofGoods.has(said) ||
  leads.has(said) ||
  scene.goods.includes(said.replace(/(?<=[a-z]{3})(?:e?s)$/, ''));

/** Words of a clause that nothing explains and that no list knows to stand beside a value and to say nothing more. */
export const strangers = (scene: Scene, open: string): string[] =>
  Array.from(open.matchAll(word), ([said]) => said).filter((said) => said.length > 2 && !isKnown(scene, said));

/** "Polished pewter", "ivory with a fringe", "in a chunky script", "phosphor bronze": a word that touches a value and that no list knows is a wish of its own. */
export function hasNeighbour(scene: Scene, open: string, { start, end }: Range): boolean {
  // no words that touch a value are longer, and a clause may hold many values
  const [said, behind] = [open.slice(Math.max(0, start - 60), start), open.slice(end, end + 60)];
  const after = /^ (with (?:an? )?)?([a-z]{3,}(?:-[a-z]+)*)(?=[ ,.;!?]|$)/.exec(behind);
  const before = /(?:^|[ ,.])([a-z]{3,}(?:-[a-z]+)*) $/.exec(said)?.[1];
  if (after?.[2] && (after[1] ? !courtesy.english.has(after[2]) : !isKnown(scene, after[2]))) return true;
  if (before !== undefined && !isKnown(scene, before)) return true;
  // "rose and salted caramel" of which one is read
  const joined = /(?:^|[ ,.])([a-z]{3,}) (?:and|&) $/.exec(said)?.[1] ?? /^ (?:and|&) ([a-z]{3,})(?=[ ]*$)/.exec(behind)?.[1];
  return joined !== undefined && !isKnown(scene, joined);
}

/** A number or a text in quotation marks says something of its own; how many there are of a colour says nothing more, "M10 x 60" does. */
export function hasFigures({ plain }: Scene, open: string, values: Range[]): boolean {
  const isMeasured = values.some(({ start, end }) => /\d/.test(plain.text.slice(start, end)));
  return /\d|["“”«»].*\p{L}/u.test(isMeasured ? open : open.replace(/\b(?:x (?:all )?|all |all of )\d{1,4}(?![\d.a-z])/g, ' '));
}
