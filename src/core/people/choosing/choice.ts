import type { Platform } from '../../messages/incoming.ts';

/** What somebody may hear on a channel of their choice. */
export const choosable = { customer: ['orders', 'care'], staff: ['work', 'digest'] } as const;
export type About = (typeof choosable)[keyof typeof choosable][number];

export interface Choices {
  platforms: Platform[];
  chosen: Partial<Record<About, Platform>>;
}
