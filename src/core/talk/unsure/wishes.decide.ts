import type { Wish } from '../../notes/intent/wish.ts';

/** Two of what it may be, and always a person: more is no question but a menu. */
const mostGuessed = 2;

/** What most people want who are not understood. */
const usual: readonly Wish[] = ['order', 'status'];

/** The two or three buttons of a message that is not clear. What a model read in it comes first; it takes the place of guesses and of nothing else. */
export function wishesToOffer(byRules: readonly Wish[], byModel: readonly Wish[] = []): Wish[] {
  const likely = [...new Set([...byModel, ...byRules])].filter((wish) => wish !== 'talk_to_person');
  const guessed = likely.length > 0 ? likely.slice(0, mostGuessed) : usual;
  return [...guessed, 'talk_to_person'];
}
