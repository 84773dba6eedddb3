/**
 * What an order may plan for later. A new kind has words (`timeline:planned.<kind>`) and says in
 * `orders/timeline/sight.decide.ts` who reads it.
 */
export type JobKind = 'expire_draft' | 'accept_delivery' | 'change_due';
