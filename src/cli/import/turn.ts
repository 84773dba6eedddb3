import type { Business } from '#core/people/business.store.ts';
import type { DeskTurn } from '#core/turn.ts';
import { theBusiness } from '../business.ts';
import type { Context, Data } from '../context.ts';

/** Works in one transaction; a dry run answers the same and leaves nothing behind. */
export async function tried<T>(data: Data, dryRun: boolean, work: (turn: DeskTurn) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  try {
    return await data.turn(async (turn) => {
      answer = { value: await work(turn) };
      if (dryRun) throw new DryRun();
      return answer.value;
    });
  } catch (error) {
    if (error instanceof DryRun && answer) return answer.value;
    throw error;
  }
}

/** Thrown to roll back: the report of a dry run is the report of the run itself. */
class DryRun extends Error {}

/** The business a list is for; whoever brings lists to the demo should know that they go with it. */
export async function openBusiness(turn: DeskTurn, context: Context, dryRun: boolean): Promise<Business> {
  const business = await theBusiness(turn, context.config);
  if (business.origin === 'demo' && !dryRun)
    context.err('This is the demo business: a reset takes it away again. For your own, use `start --empty` on other data.\n');
  return business;
}
