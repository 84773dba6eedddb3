/** A coupon of one customer's: a share of the price of one order, until it expires. */
export interface Coupon {
  id: string;
  code: string;
  customerId: string;
  touchId: string;
  percent: number;
  issuedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}
