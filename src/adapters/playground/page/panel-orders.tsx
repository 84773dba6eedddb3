import type { PlaygroundOrder, PlaygroundPerson } from '../answers.ts';
import { Nothing } from './nothing.tsx';
import { customerOf } from './order-picker.tsx';
import { dateOf, moneyOf, useSpeech } from './language.tsx';
import { filled, named } from './words.ts';

/** How many orders stand in which state. */
export function OrderCounts({ orders }: { orders: PlaygroundOrder[] }) {
  const { words: w } = useSpeech();
  const counts = new Map<string, number>();
  for (const { state } of orders) counts.set(state, (counts.get(state) ?? 0) + 1);
  return (
    <span class="order-counts">
      {[...counts].map(([state, count]) => (
        <span key={state} class={`state ${state}`}>
          {named(w.states, state)} {count}
        </span>
      ))}
    </span>
  );
}

interface Props {
  orders: PlaygroundOrder[];
  people: PlaygroundPerson[];
  chosen: string | null;
  choose(order: string): void;
}

/** Every order of the business; choosing one opens what happened to it. */
export function OrderTable({ orders, people, chosen, choose }: Props) {
  const speech = useSpeech();
  const { words: w, locale } = speech;
  if (orders.length === 0) return <Nothing text={w.noOrders} />;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{w.order}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.customer}</th>
          <th scope="col">{w.lines}</th>
          <th scope="col" class="amount">
            {w.total}
          </th>
          <th scope="col">{w.promise}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id} data-chosen={order.id === chosen}>
            <th scope="row">
              <button
                type="button"
                class="link"
                aria-label={filled(w.openOrder, { order: order.number ?? w.draft })}
                onClick={() => choose(order.id)}
              >
                {order.number ?? w.draft}
              </button>
            </th>
            <td>
              <span class={`state ${order.state}`}>{named(w.states, order.state)}</span>
            </td>
            <td>{customerOf(order, people)}</td>
            <td class="order-lines">{order.lines.map((line) => `${line.quantity} × ${line.name}`).join(', ')}</td>
            <td class="amount">{moneyOf(order.total, order.currency, locale)}</td>
            <td>{order.promise ? dateOf(order.promise, speech) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
