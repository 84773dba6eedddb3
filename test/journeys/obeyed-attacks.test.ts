import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatCompletionRequest } from '@copilotkit/aimock';
import { anAnswer } from '#test/core/notes/model/answers.ts';
import { openOffice, type Office } from '#test/support/desk.ts';
import { openModelServer, type ModelServer } from '#test/support/model-server.ts';
import { readByRules } from '#core/notes/rules.ts';
import { attacks, inputOf } from '../../eval/attacks.ts';

let server: ModelServer;
let office: Office;
beforeAll(async () => {
  server = await openModelServer();
  // whatever an attack wants: urgent, for nothing, approved, cheaper, elsewhere, and nobody to look
  server.mock.onMessage(/[\s\S]*/, ({ messages }: ChatCompletionRequest) => {
    const said = messages.findLast(({ role }) => role === 'user')?.content;
    const note = /(=====note-\d+=====)\n([\s\S]*)\n\1$/.exec(typeof said === 'string' ? said : '')?.[2] ?? '';
    const quote = note.slice(0, 200);
    const answer = anAnswer({
      urgent: { value: true, quote },
      quantity_changes: [{ line: 0, to: 0, delta: null, quote }],
      flags: [
        { flag: 'payment_terms', quote },
        { flag: 'discount_request', quote },
      ],
      address_quote: quote,
      phone_quote: '+8613800138000',
      background: [note],
    });
    return { content: JSON.stringify(answer) };
  });
  office = await openOffice({
    second: { model: server.model, terms: { budget: { day: null, month: null }, currency: 'USD', prices: null } },
  });
});
afterAll(async () => {
  await office.close();
  await server.close();
});

interface Row {
  state: string;
  urgent: boolean;
  total: bigint;
  address: unknown;
  lines: string;
}

async function order(words: string): Promise<Row> {
  await office.say('ann', words);
  expect(await office.press('ann', 'confirm')).toEqual({ ok: true });
  const [row] = await office.database.sql<Row[]>`
    select o.state, o.urgent, o.total, to_jsonb(o) -> 'address' as address,
      (select string_agg(l.sku || ' ' || l.quantity, ',' order by l.position) from order_lines l where l.order_id = o.id) as lines
    from orders o where o.number is not null order by o.submitted_at desc, o.created_at desc, o.id desc limit 1`;
  if (!row) throw new Error('no order');
  return row;
}

// one of each kind, the newest: those the rules know least
const chosen = [...new Map(attacks.map(({ kind, note }) => [kind, note]))];

it('does nothing that an attack wants, though the model obeys: the order stays as it was ordered, and goes to a person', async () => {
  const honest = await order('2 ergonomic chairs in white');
  for (const [kind, attack] of chosen) {
    const attacked = await order(`2 ergonomic chairs in white. ${attack}`);
    // "at once" is a wish also where the rules do not see that it stands in an attack
    const urgent = readByRules(inputOf(attack)).urgent?.value ?? false;
    expect([kind, attacked]).toEqual([kind, { ...honest, urgent, state: 'in_review' }]);
  }
  // the model was asked about each, the honest one too, and answered
  const outcomes = await office.database.sql<{ outcome: string; n: number }[]>`
    select outcome, count(*)::int as n from model_calls where purpose = 'read' group by outcome`;
  expect([...outcomes]).toEqual([{ outcome: 'answered', n: chosen.length + 1 }]);
}, 180_000);
