import type { Who } from '../actions.ts';

/** Those who speak with customers. */
export const desk = ['customer_service', 'sales', 'manager'] as const satisfies readonly Who[];

/** Those who may be asked to decide. */
export const reviewers = ['customer_service', 'sales', 'legal', 'manager'] as const satisfies readonly Who[];

/** Every state of an order that was placed and has not ended. */
export const open = ['submitted', 'in_review', 'confirmed', 'preparing', 'in_transit', 'delivered'] as const;
