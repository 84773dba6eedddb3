import type { Flag, HumanReason, Reading } from '../reading.ts';
import type { Scene } from './scene.ts';
import { correction } from './words/urgency.ts';

const personal: Flag[] = [
  'complaint',
  'question',
  'cancel_request',
  'address_change',
  'payment_terms',
  'discount_request',
  'quantity_change',
  'hold',
  'other',
];

/** Why a person has to look at the note, in a fixed order; empty when nobody has to. */
export function humanReasons(
  scene: Scene,
  reading: Omit<Reading, 'needsHuman' | 'humanReasons'>,
  seen: { unknownProduct: boolean; unusable: boolean },
): HumanReason[] {
  const reasons = new Set<HumanReason>();
  const { deadline } = reading;
  if (reading.injection.length > 0) reasons.add('injection');
  for (const { flag } of reading.flags) if (personal.includes(flag)) reasons.add(flag);
  if (deadline?.date === null) reasons.add('unclear_date');
  if (deadline?.date && deadline.date < scene.note.orderDate.toString()) reasons.add('past_date');
  if (inConflict(scene, reading)) reasons.add('conflict');
  if (seen.unusable) reasons.add('unclear');
  if (seen.unknownProduct) reasons.add('unknown_product');
  if (reading.unread.length > 0) reasons.add('unread_text');
  return [...reasons];
}

/** Demands that cannot all be met. */
function inConflict(scene: Scene, { flags, specs, urgent, deadline }: Omit<Reading, 'needsHuman' | 'humanReasons'>): boolean {
  const has = (flag: Flag) => flags.some((item) => item.flag === flag);
  if (has('substitution_allowed') && has('substitution_forbidden')) return true;
  if (has('partial_allowed') && has('partial_forbidden')) return true;
  const soon = scene.note.orderDate.add({ days: 3 }).toString();
  if (urgent?.value === false && deadline?.strict && deadline.date !== null && deadline.date <= soon) return true;
  if (correction.test(scene.plain.text)) return false;
  const single = new Set(['color', 'material', 'length', 'width', 'height', 'diameter', 'voltage', 'dimensions']);
  return specs.some((one, at) =>
    specs
      .slice(at + 1)
      .some(
        (other) =>
          single.has(one.key) &&
          one.key === other.key &&
          one.sku === other.sku &&
          one.sku !== null &&
          one.value.toLowerCase() !== other.value.toLowerCase() &&
          !split(scene, other.evidence.start),
      ),
  );
}

/** "two in red and three in blue" is a split, not a contradiction. */
function split(scene: Scene, start: number): boolean {
  return /(?:\d|[一二两三四五六七八九十]|\b(?:one|two|three|half|and|rest|lid|legs?|top|frame|base|logo))[^,;。]{0,12}$|[和配跟、,] ?$/.test(
    scene.plain.original.slice(Math.max(0, start - 14), start).toLowerCase(),
  );
}
