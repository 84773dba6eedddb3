import { spanOf } from '../plain.ts';
import { type Scene, sentenceAt } from '../scene.ts';
import type { Found } from './found.ts';
import { matchesOf } from '../matches.ts';

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
