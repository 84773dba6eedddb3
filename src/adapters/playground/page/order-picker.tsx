import type { PlaygroundOrder, PlaygroundPerson, PlaygroundState } from '../answers.ts';
import { Icon } from './icons.tsx';
import { useSpeech } from './language.tsx';
import { named } from './words.ts';

export interface OrderPanel {
  state: PlaygroundState;
  order: PlaygroundOrder | null;
  choose(order: string): void;
}

/** Which order is looked at, by number, state and customer. */
export function OrderPicker({ state: { orders, people }, order, choose }: OrderPanel) {
  const { words: w } = useSpeech();
  const nameOf = (each: PlaygroundOrder) => `${each.number ?? w.draft} · ${customerOf(each, people)}`;
  if (!order) return null;
  return (
    <p class="panel-order">
      <label class="picker strong">
        <span class="aside">{w.order}</span>
        <select value={order.id} onChange={(event) => choose(event.currentTarget.value)}>
          {orders.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)} · {named(w.states, each.state)}
            </option>
          ))}
        </select>
        <span class="picked" aria-hidden="true">
          {nameOf(order)}
        </span>
        <Icon name="chevron" />
      </label>
      <span class={`state ${order.state}`}>{named(w.states, order.state)}</span>
    </p>
  );
}

export const customerOf = ({ customer }: PlaygroundOrder, people: PlaygroundPerson[]): string =>
  people.find((person) => person.id === customer)?.name ?? customer;
