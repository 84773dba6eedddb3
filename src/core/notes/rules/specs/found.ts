import type { SpecKey } from '../../reading.ts';

/** A property found in the plain text; `value` absent: the words from `valueStart` (or `start`) to `valueEnd` as the customer wrote them. */
export interface Found {
  start: number;
  end: number;
  key: SpecKey;
  value?: string;
  valueStart?: number;
  valueEnd?: number;
  unit: string | null;
}
