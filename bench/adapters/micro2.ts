import * as z from 'zod';
const up = (i: number) => ({
  update_id: i,
  message: {
    message_id: i,
    from: { id: 4000000 + (i % 200), is_bot: false, first_name: `Person ${i % 200}`, language_code: 'en' },
    chat: { id: 4000000 + (i % 200), type: 'private', first_name: 'Person 1' },
    date: 1700000000 + i,
    text: `Order ${i}: two ergonomic chairs, black, by Friday please`,
  },
});
async function m(name: string, f: (u: any) => unknown) {
  const out: string[] = [];
  for (let r = 0; r < 8; r++) {
    const us = Array.from({ length: 2000 }, (_, i) => up(r * 2000 + i));
    globalThis.gc?.();
    const t = process.cpuUsage();
    for (const u of us) await f(u);
    const d = process.cpuUsage(t);
    out.push(((d.user + d.system) / 2000).toFixed(2));
  }
  console.log(name.padEnd(30), out.join(' '));
}
const idU = z.union([z.number(), z.string().min(1)]).transform(String);
const id2 = z.union([z.number(), z.string().min(1)]);
const mk = (id: any, extra: any = {}) =>
  z.object({
    update_id: id,
    message: z.object({
      message_id: id,
      from: z.object({
        id,
        is_bot: z.boolean().optional(),
        first_name: z.string(),
        last_name: z.string().optional(),
        language_code: z.string().optional(),
      }),
      chat: z.object({ id, type: z.enum(['private', 'group', 'supergroup']) }),
      date: z.number().optional(),
      text: z.string().optional(),
      ...extra,
    }),
  });
const a = mk(idU),
  b = mk(id2),
  c = mk(z.number());
await m('none', () => 1);
await m('idU', (u) => a.safeParse(u));
await m('id2', (u) => b.safeParse(u));
await m('num', (u) => c.safeParse(u));
const ex = Object.fromEntries(Array.from({ length: 20 }, (_, i) => ['k' + i, z.unknown().optional()]));
const d = mk(idU, ex),
  e = mk(id2, ex),
  g = z.union([mk(idU, ex), mk(idU)]);
await m('idU+20', (u) => d.safeParse(u));
await m('id2+20', (u) => e.safeParse(u));
await m('union', (u) => g.safeParse(u));
await m('now.toString', () => Temporal.Now.instant().toString());
await m('saidAt', (u) => Temporal.Instant.fromEpochMilliseconds(u.message.date * 1000).toString());
await m('date iso', (u) => new Date(u.message.date * 1000).toISOString());
await m('date.now iso', () => new Date().toISOString());
