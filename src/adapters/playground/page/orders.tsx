import type { PlaygroundOrder, PlaygroundPerson } from '../answers.ts';
import { Icon } from './icons.tsx';
import { dateOf, moneyOf, useSpeech } from './language.tsx';
import { useRemembered } from './memory.ts';
import { named } from './words.ts';

interface Props {
  orders: PlaygroundOrder[];
  people: PlaygroundPerson[];
}

/** Every order of the business as one strip that opens into a table. */
export function Orders({ orders, people }: Props) {
  const { words: w } = useSpeech();
  const [open, setOpen] = useRemembered(
    'orders',
    (kept) => (typeof kept === 'boolean' ? kept : null),
    () => false,
  );
  const counts = new Map<string, number>();
  for (const { state } of orders) counts.set(state, (counts.get(state) ?? 0) + 1);
  return (
    <section class="orders" aria-label={w.orders}>
      <button type="button" class="orders-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        <strong>{w.orders}</strong>
        <span class="count">{orders.length}</span>
        <span class="order-counts">
          {[...counts].map(([state, count]) => (
            <span key={state} class={`state ${state}`}>
              {named(w.states, state)} {count}
            </span>
          ))}
        </span>
      </button>
      {open && <OrderTable orders={orders} people={people} />}
    </section>
  );
}

function OrderTable({ orders, people }: Props) {
  const speech = useSpeech();
  const { words: w, locale } = speech;
  if (orders.length === 0) return <p class="orders-none">{w.noOrders}</p>;
  return (
    <div class="orders-table" tabIndex={0} role="region" aria-label={w.orders}>
      <table>
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
          {orders.map((order, index) => (
            <tr key={order.number ?? `draft ${index}`}>
              <th scope="row">{order.number ?? w.draft}</th>
              <td>
                <span class={`state ${order.state}`}>{named(w.states, order.state)}</span>
              </td>
              <td>{people.find((person) => person.id === order.customer)?.name ?? order.customer}</td>
              <td class="order-lines">{order.lines.map((line) => `${line.quantity} × ${line.name}`).join(', ')}</td>
              <td class="amount">{moneyOf(order.total, order.currency, locale)}</td>
              <td>{order.promise ? dateOf(order.promise, speech) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
