import type { PlaygroundPerson } from '../answers.ts';

const firstWords: Record<string, string[]> = {
  mei: ['我要两把人体工学椅，黑色，加急，周五前送到公司', '/orders'],
  ann: ['Hi! 12 desk lamps and 3 x standing desk 160cm please - engraved "Harbour", not urgent, any time before the 15th', '/orders'],
  raj: ['12 ergonomic chairs and 8 standing desks 160cm please. Same price as last time, as agreed with Bob.', '/orders'],
};

/** What somebody could say first; staff start by looking. */
export function suggestionsFor(person: PlaygroundPerson): string[] {
  const own = firstWords[person.id];
  if (own) return own;
  if (person.role !== 'customer') return ['/orders', '/people', '/help'];
  return person.language === 'en' ? ['2 ergonomic chairs, black, by Friday', '/help'] : ['/orders', '/help'];
}
