import { address } from './checks/address.ts';
import type { Check, CheckFacts, CheckResult } from './checks/check.ts';
import { complete } from './checks/complete.ts';
import { contradiction } from './checks/contradiction.ts';
import { credit } from './checks/credit.ts';
import { date } from './checks/date.ts';
import { duplicate } from './checks/duplicate.ts';
import { lead } from './checks/lead.ts';
import { newcomer } from './checks/newcomer.ts';
import { note } from './checks/note.ts';
import { options } from './checks/options.ts';
import { outside } from './checks/outside.ts';
import { price } from './checks/price.ts';
import { quantity } from './checks/quantity.ts';
import { resolved } from './checks/resolved.ts';
import { spec } from './checks/spec.ts';
import { value } from './checks/value.ts';

/** Everything an order is checked for, in the order in which people read it: one file and one line each. */
export const checks: Record<string, Check> = {
  A1: complete,
  A2: resolved,
  A3: options,
  A4: note,
  A5: address,
  A6: quantity,
  A7: duplicate,
  A8: date,
  A9: contradiction,
  A10: outside,
  V3: price,
  V4: credit,
  V10: newcomer,
  TIER: value,
  LEAD: lead,
  SPEC: spec,
};

export const runChecks = (facts: CheckFacts): CheckResult[] => Object.values(checks).map((check) => check(facts));
