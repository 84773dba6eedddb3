import type { SpecKey } from '../../reading.ts';

/** A place that is left for a property; `only` says what must stand beside it, `goods` what must have been ordered. */
export interface SpecSlot {
  key: SpecKey;
  pattern: RegExp;
  only?: RegExp;
  goods?: RegExp;
  /** It is tried before the lists of words: what goods are made of is no colour. */
  first?: true;
}
