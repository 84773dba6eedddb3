export type Grade = 'low' | 'medium' | 'high';

/** What is known of the customer and the order that something went wrong with. */
export interface Weight {
  tier: 'standard' | 'core' | 'vip';
  /** Other exceptions of the same customer in the last 90 days. */
  others: number;
  /** The order is among the largest: its value is above the 99th percentile. */
  isLargest: boolean;
  /** Its own time was missed, and as long a time after that. */
  overdueTwice: boolean;
}

export type GradeReason = 'key_customer' | 'third_in_90_days' | 'largest_order' | 'overdue_twice';

/** Why an exception weighs one grade more than its kind alone; however many reasons there are, it is one grade. */
export function gradeReason({ tier, others, isLargest, overdueTwice }: Weight): GradeReason | null {
  if (tier !== 'standard') return 'key_customer';
  if (others >= 2) return 'third_in_90_days';
  if (isLargest) return 'largest_order';
  return overdueTwice ? 'overdue_twice' : null;
}

const above = { low: 'medium', medium: 'high', high: 'high' } as const satisfies Record<Grade, Grade>;

export const gradeFor = (usual: Grade, reason: GradeReason | null): Grade => (reason === null ? usual : above[usual]);
