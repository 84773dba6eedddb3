import { late } from './late.ts';
import { rush } from './rush.ts';
import type { Scenario } from './scenario.ts';
import { shortage } from './shortage.ts';
import { winBack } from './win-back.ts';

/** The guided tour, in the order in which it is offered. */
export const scenarios: readonly Scenario[] = [rush, shortage, late, winBack];
