import type { PlaygroundPerson } from '../answers.ts';

const firstWords: Record<string, string[]> = {
  mei: ['我要两把人体工学椅，黑色，加急，周五前送到公司', '/orders'],
  ann: ['12 desk lamps and 2 standing desks please, to our office by next Friday', '/orders'],
  grace: ['/orders', '/people', '/help'],
  lin: ['/orders', '/people', '/help'],
};

/** What somebody could say first; staff start by looking. */
export function suggestionsFor(person: PlaygroundPerson): string[] {
  const own = firstWords[person.id];
  if (own) return own;
  if (person.role !== 'customer') return ['/orders', '/people', '/help'];
  return person.language === 'en' ? ['2 ergonomic chairs, black, by Friday', '/help'] : ['/orders', '/help'];
}
