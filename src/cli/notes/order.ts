import { z } from 'zod';
import type { NoteInput } from '#core/notes/reading.ts';
import { faultsIn, noJson } from './faults.ts';

const line = z.object({ sku: z.string(), name: z.string().default(''), qty: z.number().default(1) });
const order = z.object({
  id: z.union([z.string(), z.number()]),
  order_date: z.iso.date(),
  timezone: z.string().refine(isTimeZone),
  lines: z.array(line).default([]),
  note: z.string(),
});

export interface NoteOfOrder {
  id: string | number;
  note: NoteInput;
}

/** One line of input as a note to read, or what is wrong with it in words. */
export function parseOrder(text: string): NoteOfOrder | { wrong: string } {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    return { wrong: noJson(error) };
  }
  const read = order.safeParse(written);
  if (!read.success) return { wrong: faultsIn(written, read.error.issues) };
  const { id, order_date, timezone, lines, note } = read.data;
  return {
    id,
    note: {
      text: note,
      orderDate: Temporal.PlainDate.from(order_date),
      timeZone: timezone,
      lines: lines.map(({ sku, name, qty }) => ({ sku, names: namesIn(name), quantity: qty })),
    },
  };
}

/** "Standing desk / 升降桌" answers to either. */
function namesIn(name: string): string[] {
  const parts = name.split(/\s*[/|｜]\s*/).filter((part) => part.length > 1 && /\p{L}{2}/u.test(part));
  return [...new Set([name, ...(parts.length > 1 ? parts : [])])].filter(Boolean);
}

/** Orders come by the thousand, zones by the dozen; to ask after one costs more than to read an order. */
const zones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true;
  const isOne = isKnown(name);
  if (isOne) zones.add(name);
  return isOne;
}

function isKnown(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
