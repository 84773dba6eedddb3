/** What a unit measures, and how many of the smallest unit of that kind it is. */
const units: Record<string, { kind: string; name: string; factor: number }> = {
  ...kind('length', {
    mm: [1, 'millimeter', 'millimetre', '毫米', '公厘'],
    cm: [10, 'centimeter', 'centimetre', '厘米', '公分'],
    m: [1000, 'meter', 'metre', 'mtr', '米', '公尺'],
    in: [25.4, 'inch', 'inche', '英寸', '寸', '英吋', '吋', '"'],
    ft: [304.8, 'feet', 'foot', '英尺', '英呎', '呎', '尺'],
  }),
  ...kind('weight', { g: [1], kg: [1000, 'kilo', '公斤'], lb: [453.59237], oz: [28.349523125] }),
  ...kind('volume', { mL: [1, 'ml', '毫升'], L: [1000, 'l', 'liter', 'litre', '升'] }),
  ...kind('power', { W: [1, 'w', 'watt', '瓦'], kW: [1000, 'kw', '千瓦'] }),
  ...kind('voltage', { V: [1, 'v', 'volt', '伏'] }),
  ...kind('storage', { GB: [1, 'gb'], TB: [1024, 'tb'] }),
  ...kind('charge', { mAh: [1, 'mah'] }),
};

function kind(name: string, table: Record<string, [number, ...string[]]>): Record<string, { kind: string; name: string; factor: number }> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([unit, [factor, ...aliases]]) =>
      [unit, ...aliases].map((alias) => [alias, { kind: name, name: unit, factor }] as const),
    ),
  );
}

const unitOf = (unit: string) => units[unit] ?? units[unit.toLowerCase().replace(/s$/, '')];

/** A measure in another unit of its kind (1.6 m is 160 cm), or null where that means nothing. */
export function convert(value: number, from: string, to: string): number | null {
  const source = unitOf(from);
  const target = unitOf(to);
  if (!source || !target || source.kind !== target.kind) return null;
  return Math.round(((value * source.factor) / target.factor) * 1000) / 1000;
}

/** The number and unit a written choice stands for ("160 cm", "160"); null when it is no measure. */
export function readMeasure(written: string): { value: number; unit: string | null } | null {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([a-z]{1,11}|毫米|厘米|公分|公尺|米|英寸|寸|瓦|")?\s*$/i.exec(written);
  if (!found?.[1]) return null;
  const unit = found[2] === undefined ? null : unitOf(found[2])?.name;
  return unit === undefined ? null : { value: Number(found[1]), unit };
}
