import type { SpecKey } from '../../reading.ts';
import lexicon from '../lexicon/heads.english.json' with { type: 'json' };
import { type Scene, sentenceAt } from '../text/scene.ts';
import { courtesy } from '../words/courtesy.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

const lead =
  "(?:(?:and|but|so|plus|also|please|just|only|all|both|each|the|an?|in|with|of|from|made|make|it|them|these|those|that|this|i|i'd|we|we'd|i'll|we'll|would|will|should|must|to|be|is|are|want|need|like|love|prefer|have|get|take|choose|go|for|use|using|as|either|our|my|your|can|could|you|do|ones?|要|选|用|要用|想要|改|换|配|要有|finish|material|pattern|shade|type|size|plugs?|fabric|paper)(?: ?[:=] ?| |(?<=\\p{Script=Han}) ?))*";
const trail =
  '(?: ?(?:please|pls|thanks|thx|ta|only|throughout|ones?|pieces?|type|instead|too|for (?:all|both|each|these|this|them|everything|me|us)|(?:at|on|to) (?:both|each|one|either) ends?|both ends|if (?:possible|you have (?:it|them)|you can)|as usual|as before|的|款|嘅|就好|就行|谢谢|唔该|吧))*';

/** Words that lead to a value and are none of it. */
const verbs = pattern('')`
  ^(?:
    sent?d?|ship\w*|deliver\w*|wrap\w*|pack\w*|cover\w*|print\w*|leave|put|pop|keep|protect\w*|check|need\w*|want\w*|no|not|without|any|some
    |more|less|extra|our|their|other|another|same|new|old|which|what|every|two|three|four|five|six|seven|eight|nine|ten|half|few|several
    |many|than|very|too|really|quite|got|getting|stock|out|run|ran|if|when|because|since|until|before|after|please|it's|is|are|was|were|has
    |had|goes|go|comes|come|arrives?|works?|looks?|feels?|ordered|bought|sells?|make|made|bring|brought|signed?|recorded|registered|special
    |standard|near|around|against|over|under|beside|behind|like|eats?|chews?|hates?|touch(?:es)?|wears?|uses?|dislikes?|hives|rash
  )$
`;

const byLast = lexicon.map((entry) => {
  const names = 'spoken' in entry && entry.spoken ? `(?: (?<name>${entry.spoken.split(' ').join('|')}))` : '';
  const heads = entry.last.split(' ').filter((word) => !(' ' + ('spoken' in entry ? entry.spoken : '') + ' ').includes(` ${word} `));
  const single = 'single' in entry && entry.single ? entry.single.split(' ') : [];
  const words = "[a-z][a-z\\d'.-]*";
  const values = [
    ...(heads.length > 0 ? [`(?:${words} ){1,2}(?:${heads.join('|')})`] : []),
    ...(single.length > 0 ? [`(?:${single.join('|')})`] : []),
  ];
  const named = names ? [`(?<named>${words}(?: ${words})?)${names}`] : [];
  return {
    key: entry.key as SpecKey,
    pattern: new RegExp(
      `^[\\s\\p{P}]*${lead}(?:${[...(values.length > 0 ? [`(?<value>${values.join('|')})`] : []), ...named].join('|')})${trail}[\\s\\p{P}]*$`,
      'u',
    ),
    not: new Set(entry.not.split(' ')),
  };
});

/** The same in English: "badger hair", "MC4 plugs", "buffalo check", "two-piece version". */
export function headedInEnglish(scene: Scene, found: Found[]): Found[] {
  let items = found;
  for (const clause of stretches(scene, found)) {
    const words = scene.words.slice(clause.start, clause.end);
    if (!/[a-z]{3}/.test(words) || words.length > 70) continue;
    for (const { key, pattern, not } of byLast) {
      const match = pattern.exec(words);
      const value = match?.groups?.['value'] ?? match?.groups?.['named'];
      if (!match || value === undefined) continue;
      const said = value.split(' ');
      const own = match.groups?.['named'] === undefined ? said.slice(0, -1) : said;
      if (own.some((word) => courtesy.english.has(word) || verbs.test(word)) || said.some((word) => not.has(word))) continue;
      // what goods are wrapped in is no material of theirs
      if (key === 'material' && /\b(?:wrap|pack|box)/.test(sentenceAt(scene, clause.start))) continue;
      if (key === 'material' && value.endsWith('paper') && /\b(?:ribbons?|bows?)\b/.test(sentenceAt(scene, clause.start))) continue;
      const first = clause.start + match.index + words.lastIndexOf(value);
      const end = first + value.length;
      // charcoal felt is a colour and a cloth
      const colour = key === 'material' ? items.find((item) => item.key === 'color' && item.start === first && item.end < end) : undefined;
      const start = colour ? colour.end + 1 : first;
      // "cream fabric" says of what colour, and not of what
      if (start > first && /^fabric$/.test(scene.words.slice(start, end))) continue;
      const inside = items.filter((item) => item.start < end && start < item.end);
      if (inside.some((item) => item.key !== key) || scene.mentions.some((other) => other.start < end && start < other.end)) continue;
      if (inside.some((item) => item.end - item.start >= end - start)) break;
      const name = match.groups?.['name'] ? match.groups['name'].length + 1 : 0;
      items = [
        ...items.filter((item) => !inside.includes(item)),
        { start, end: end + name, key, valueStart: start, valueEnd: end, unit: null },
      ];
      break;
    }
  }
  return items;
}

/** The clauses, cut where the value of another property ends or "and" joins two. */
const stretches = (scene: Scene, found: Found[]): { start: number; end: number }[] =>
  scene.clauses.flatMap((clause) => {
    if (clause.end - clause.start > 120) return [];
    const words = scene.words.slice(clause.start, clause.end);
    const joints = Array.from(words.matchAll(/ (?:and|with|in|\+|&|plus) /g), ({ index, 0: { length } }) => [index, index + length]);
    const ends = found.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const starts = [clause.start, ...ends.map(({ end }) => end), ...joints.map(([, to]) => clause.start + (to ?? 0))];
    const stops = [clause.end, ...ends.map(({ start }) => start), ...joints.map(([from]) => clause.start + (from ?? 0))];
    return starts.flatMap((start) => {
      const next = stops.filter((stop) => stop > start);
      return [...new Set([clause.end, Math.min(...next)])].filter((end) => end > start).map((end) => ({ start, end }));
    });
  });
