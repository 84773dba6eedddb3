import { spanOf } from '../text/plain.ts';
import { cover, type Scene, sentenceAt } from '../text/scene.ts';
import type { Found } from './found.ts';
import { matchesOf } from '../text/matches.ts';

const lead =
  /\b(?:engrav|carv|etch|print|embroider|stitch|stamp|personali[sz]|monogram|letter|pip|ic)(?:ed|e|ing|y|ied)?(?: (?:it|them|each|these|all|one|with|on|the|those))* names:? (?:are |of )?/g;
const engraved = /^(?:engrav|carv|etch)/;
const each =
  /\bone (?:name )?(?:on|per|for|in|to) (?:each|every)\b|\bone (?:each|apiece|a ?piece)\b|\b(?:a|one) name (?:on )?(?:each|apiece)\b|\beach (?:on|with) (?:one|its own|a different)\b/;

/** "Embroider the names Ada, Kit and Bo, one on each": as many texts as there are names, where each piece gets one. */
export function namesEach(scene: Scene): Found[] {
  return matchesOf(scene.words, lead).flatMap((match): Found[] => {
    const first = match.index + match[0].length;
    const run = /^[^.;:!?。\n\ufffc]{2,160}/.exec(scene.words.slice(first))?.[0] ?? '';
    const names: Found[] = [];
    let at = first;
    for (const part of run.split(/(,? and |, | & |,)/)) {
      const name = part.replace(/ (?:please|pls|in|on|one|for|with)\b.*$/, '').trimEnd();
      const isJoint = /^(?:,? and |, ?| & )$/.test(part);
      if (!isJoint && !/^\p{Lu}[\p{L}'’ -]{0,24}$/u.test(spanOf(scene.plain, at, at + name.length).text)) break;
      if (!isJoint)
        names.push({
          start: names.length === 0 ? match.index : at,
          end: at + name.length,
          key: engraved.test(match[0]) ? 'engraving' : 'print',
          valueStart: at,
          valueEnd: at + name.length,
          unit: null,
        });
      at += part.length;
      if (name.length < part.length && !isJoint) break;
    }
    const [line, ...others] = scene.note.lines;
    const isOneEach = each.test(sentenceAt(scene, match.index)) || (others.length === 0 && line?.quantity === names.length);
    return names.length > 1 && isOneEach ? names : [];
  });
}

const noun =
  /\b(?:(?:the|his|her|our|their|my) )?(?:[a-z]+'s )?(?:names?|initials|words?|text|wording|lettering|monogram|surname|motto|slogan) (?=[a-z\d])/g;
const verbBehind =
  /^([^,;:!?\n\ufffc]{1,40}?) ((?:is |are |to be |should be )?(?:engraved|etched|carved|embroidered|stitched|printed|painted|stamped|piped|iced|sewn|lettered|monogrammed))(?![a-z])/;
const isTitle = (text: string): boolean =>
  text.split(' ').every((word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:and|of|the|de|von)$/.test(word));

/** "With the name Olivia embroidered in white", "names Priya & Callum printed on the front", "text GRAND OPENING in red letters". */
export function namedBeforeVerb(scene: Scene): Found[] {
  return matchesOf(scene.words, noun).flatMap((match): Found[] => {
    const start = match.index + match[0].length;
    const typed = (length: number): string => spanOf(scene.plain, start, Math.min(scene.words.length, start + length)).text;
    const found = verbBehind.exec(scene.words.slice(start, start + 72));
    if (found?.[1] && found[2] && isTitle(typed(found[1].length))) {
      const end = start + found[1].length;
      cover(scene, match.index, start);
      cover(scene, end, end + 1 + found[2].length);
      const key = /engraved|etched|carved/.test(found[2]) ? 'engraving' : 'print';
      return [{ start, end, key, valueStart: start, valueEnd: end, unit: null }];
    }
    // in a note that is all capitals nothing tells where a text ends
    if (!/(?:text|wording|lettering|words?|slogan) $/.test(match[0]) || !/\p{Ll}{3}/u.test(scene.plain.original)) return [];
    const shout = /^[\p{Lu}\d][\p{Lu}\d'&!-]*(?: [\p{Lu}\d][\p{Lu}\d'&!-]*)*(?= \p{Ll}|[.,;\n]|$)/u.exec(typed(60))?.[0] ?? '';
    if (!/\p{Lu}{3}/u.test(shout)) return [];
    cover(scene, match.index, start);
    return [{ start, end: start + shout.length, key: 'print', valueStart: start, valueEnd: start + shout.length, unit: null }];
  });
}
