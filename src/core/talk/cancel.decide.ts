import type { Order } from '../orders/order.ts';

/** After the warehouse began, cancelling is asked for. */
export const cancelOf = ({ state }: Pick<Order, 'state'>): 'cancel' | 'request_cancel' =>
  state === 'preparing' ? 'request_cancel' : 'cancel';
