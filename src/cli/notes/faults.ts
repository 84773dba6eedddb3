/** What a field of a line must be, in the words of whoever wrote the line. */
const expected: Record<string, string> = {
  id: 'a text or a number',
  order_date: 'a day such as "2026-11-25"',
  timezone: 'a time zone such as "Europe/Berlin"',
  lines: 'a list such as [{"sku": "CH", "name": "Chair", "qty": 2}]',
  sku: 'a text such as "CH"',
  name: 'a text such as "Chair"',
  qty: 'a number such as 2',
  note: 'a text, "" where there is none',
};
const anOrder = 'one JSON object such as {"id": 1, "order_date": "2026-11-25", "timezone": "Europe/Berlin", "lines": [], "note": "asap"}';
const aLine = 'an object such as {"sku": "CH", "name": "Chair", "qty": 2}';

/** More faults of one line are only counted. */
const most = 5;
/** So much of what was written is enough to know it again. */
const mostShown = 40;

/** What is wrong with a line that is JSON: each field by its name, what it must be and what it is. */
export function faultsIn(written: unknown, issues: readonly { path: readonly PropertyKey[] }[]): string {
  const faults = [...new Set(issues.map(({ path }) => faultAt(written, path)))];
  const more = faults.length > most ? [`and ${faults.length - most} more`] : [];
  return [...faults.slice(0, most), ...more].join('; ');
}

function faultAt(written: unknown, path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  const wanted = last === undefined ? anOrder : typeof last === 'number' ? aLine : (expected[String(last)] ?? 'something else');
  const value = path.reduce<unknown>((whole, key) => (whole as Record<PropertyKey, unknown> | undefined)?.[key], written); // the fault was found there
  if (last === undefined) return `must be ${wanted}, and is ${shown(value)}`;
  const name = path.reduce<string>(
    (before, key) => (typeof key === 'number' ? `${before}[${key}]` : [before, String(key)].filter(Boolean).join('.')),
    '',
  );
  return value === undefined ? `${name} is missing: it must be ${wanted}` : `${name} must be ${wanted}, and is ${shown(value)}`;
}

/** A value as it was written; of what is long the kind suffices. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown).toWellFormed()}…` : text;
}

/** What the parser found, without its own words for it. */
export function noJson(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return `is no JSON: something is wrong at character ${Number(position) + 1}`;
  return /end of JSON|Unterminated/.test(message) ? 'is no JSON: it ends too early' : `is no JSON: it must be ${anOrder}`;
}
