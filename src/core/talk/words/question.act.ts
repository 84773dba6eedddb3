import { asksOfGoods } from '../../notes/intent/asks-of-goods.ts';
import type { Change } from '../../notes/request/change/work.ts';
import { readRequest } from '../../notes/request/request.ts';
import type { Reading } from '../../notes/reading.ts';
import type { Order } from '../../orders/order.ts';
import { changesOf, readingContext } from '../../orders/placing/words.act.ts';
import type { DeskTurn } from '../../turn.ts';
import { isQuestion } from './question.decide.ts';

/** Whether words only ask something: what goods can, or nothing of goods, no change of the draft, no day or place for it. */
export async function isQuestionOnly(turn: DeskTurn, text: string, draft: Order | null): Promise<boolean> {
  if (asksOfGoods(text)) return true;
  if (!isQuestion(text)) return false;
  const context = await readingContext(turn);
  return draft ? changesOf(text, draft, context).every(isAside) : readRequest(text, context).lines.length === 0;
}

const isAside = (change: Change): boolean => change.kind === 'note' && !wishes(change.reading);

/** What a note wishes for the order itself; a question beside it goes along. */
const wishes = ({ urgent, deadline, specs, quantityChanges, phone, address, injection }: Reading): boolean =>
  [urgent, deadline, phone, address].some((item) => item !== null) || specs.length + quantityChanges.length + injection.length > 0;
