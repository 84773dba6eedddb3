import { actionIds, type ActionId, type ActionTable, type Who } from '../../src/core/orders/actions.ts';
import { diagram } from '../../src/core/orders/table/diagram.ts';
import { states, type OrderKind } from '../../src/core/orders/states.ts';
import { tables } from '../../src/core/orders/table/tables.ts';
import { audiences } from '../../src/core/orders/timeline/sight.decide.ts';
import { words } from '../../src/core/text/words.ts';
import { table } from './tables.ts';

const t = words('en');
const list = (items: readonly string[]): string => (items.length === 0 ? '–' : items.join(', '));
const code = (name: string): string => `\`${name}\``;

export const stateDiagram = (kind: OrderKind): string => `\`\`\`mermaid\n${diagram(kind)}\`\`\``;

/** What each kind of order can do: a row of its table each. */
export function actionRows(kind: OrderKind): string {
  const all: ActionTable = tables[kind];
  const rows = actionIds.flatMap((action) => all.filter((row) => row.action === action));
  return table(
    ['action', 'in', 'becomes', 'by', 'provided that', 'then'],
    rows.map(({ action, outcome, from, to, by, guards, effects }) => [
      code(action) + (outcome ? ` (${outcome})` : ''),
      list(from.length === states.length ? ['any state'] : from),
      to === 'same' ? '' : to === 'new' ? 'another order' : to,
      list(by.map(whoWord)),
      list(guards.map(code)),
      list(effects.map(code)),
    ]),
  );
}

const whoWord = (who: Who): string => t(`orders:role.${who}`);

/** The words of each action on a button. */
export function actionWords(): string {
  const own: Partial<Record<string, string>> = t('orders:ownAction', { returnObjects: true });
  const service: Partial<Record<string, string>> = t('orders:serviceAction', { returnObjects: true });
  const cell = (text: string | undefined): string => text ?? '';
  return table(
    ['action', 'button', 'for the customer', 'on a service'],
    actionIds.map((action: ActionId) => [code(action), t(`orders:action.${action}`), cell(own[action]), cell(service[action])]),
  );
}

/** Everything an event can tell. */
export function eventTable(): string {
  return table(
    ['event', 'on the timeline', 'read by'],
    Object.entries(audiences).map(([kind, audience]) => [
      code(kind),
      t(`timeline:event.${kind as keyof typeof audiences}`, { who: '…' }),
      audience === 'everyone' ? 'customer and staff' : 'staff',
    ]),
  );
}

/** What somebody is told to whom something is refused. */
export function refusals(): string {
  const texts: Record<string, string> = t('orders:refused', { returnObjects: true, skipInterpolation: true });
  return table(
    ['code', 'words'],
    Object.entries(texts).map(([name, text]) => [code(name), text]),
  );
}
