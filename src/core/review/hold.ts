import type { ActionId, Role } from '../orders/actions.ts';

export type HoldKind = 'credit' | 'fraud' | 'address' | 'stock' | 'legal' | 'document' | 'customer';

/** What each kind of hold stops, and whose word lifts it. */
export const holdRules = {
  credit: { blocks: ['prepare', 'ship'], releaseRole: 'manager' },
  fraud: { blocks: ['prepare', 'ship'], releaseRole: 'manager' },
  address: { blocks: ['ship'], releaseRole: 'customer_service' },
  stock: { blocks: ['ship'], releaseRole: 'warehouse' },
  legal: { blocks: ['prepare', 'ship'], releaseRole: 'legal' },
  document: { blocks: ['ship'], releaseRole: 'customer_service' },
  // the customer asked us to wait for their word
  customer: { blocks: ['prepare', 'ship'], releaseRole: 'customer_service' },
} as const satisfies Record<HoldKind, { blocks: readonly ActionId[]; releaseRole: Role }>;

/** Who is told of a hold, because it ends by their doing: whoever lifts it, and for money whoever records it. */
export const liftersOf = (kind: HoldKind): readonly Role[] =>
  kind === 'credit' ? ['sales', holdRules[kind].releaseRole] : [holdRules[kind].releaseRole];
