import type { Button, Card } from '#core/messages/card.ts';
import type { Form } from '#core/messages/form.ts';
import type { Address, Incoming, Outcome } from '#core/messages/incoming.ts';
import type { Channel } from '#core/ports.ts';
import type { FrontDoor } from '#adapters/playground/parts.ts';

/** A desk that follows a script: enough of one to talk to, so that the playground can be tried without the real one. */
export interface ScriptedDesk extends FrontDoor {
  /** Everything that was received, duplicates too. */
  heard: Incoming[];
  /** Every business time at which something was handled. */
  ticks: Temporal.Instant[];
  /** Business times at which the desk speaks by itself. */
  due: Temporal.Instant[];
  nextDue(after: Temporal.Instant): Promise<Temporal.Instant | null>;
}

export const review: Address = { platform: 'slack', account: 'playground', key: 'C-REVIEW', kind: 'group' };

export function scriptedDesk(channels: Channel[]): ScriptedDesk {
  const waiting: Incoming[] = [];
  const taken = new Set<string>();
  const outcomes = new Map<string, Outcome>();
  const cards = new Map<string, { address: Address; key: string }>();
  let said = 0;

  const channelOf = ({ platform }: Address): Channel => {
    const channel = channels.find((each) => each.platform === platform);
    if (!channel) throw new Error(`no channel for ${platform}`);
    return channel;
  };
  const send = async (to: Address, card: Card<Button>, at: Temporal.Instant, onlyFor?: Incoming['from']) => {
    const sent = await channelOf(to).send(to, card, {
      idempotencyKey: `row ${++said}`,
      signal: new AbortController().signal,
      at,
      ...(onlyFor ? { onlyFor } : {}),
    });
    if (sent.ok) for (const button of buttonsOf(card)) cards.set(button.token, sent.message);
  };
  const edit = async (token: string, card: Card<Button>, at: Temporal.Instant) => {
    const message = cards.get(token);
    if (message)
      await channelOf(message.address).edit(message, card, { idempotencyKey: `row ${++said}`, signal: new AbortController().signal, at });
  };

  const handle = async (incoming: Incoming, now: Temporal.Instant): Promise<Outcome> => {
    if (incoming.kind === 'message') await send(incoming.address, draft(incoming.text), now);
    if (incoming.kind === 'command')
      await send(
        incoming.address,
        plain(`/${incoming.command} ${incoming.text}`.trim()),
        now,
        incoming.address.kind === 'group' ? incoming.from : undefined,
      );
    if (incoming.kind === 'form' && incoming.values['reason'] === 'bad') {
      await send(incoming.address, plain(badReason), now, incoming.from);
      return { ok: false, refusal: { code: 'bad_reason', text: badReason } };
    }
    if (incoming.kind === 'form') await edit(incoming.token, plain(`Rejected: ${incoming.values['reason']}`), now);
    if (incoming.kind !== 'press') return { ok: true };
    if (!incoming.token.startsWith('confirm')) return { ok: false, refusal: { code: 'stale', text: 'That button is no longer valid.' } };
    await edit(incoming.token, confirmed, now);
    await send(review, reviewCard, now);
    return { ok: true };
  };

  const desk: ScriptedDesk = {
    heard: [],
    ticks: [],
    due: [],
    async quick(incoming) {
      return incoming.kind === 'press' && incoming.token.startsWith('reject') ? { form: rejectForm(incoming.token) } : {};
    },
    async receive(incoming) {
      desk.heard.push(incoming);
      if (taken.has(incoming.dedupeKey)) return 'duplicate';
      taken.add(incoming.dedupeKey);
      waiting.push(incoming);
      return 'stored';
    },
    async tick(now) {
      desk.ticks.push(now);
      for (let incoming = waiting.shift(); incoming; incoming = waiting.shift())
        outcomes.set(incoming.dedupeKey, await handle(incoming, now));
      while (desk.due[0] && Temporal.Instant.compare(desk.due[0], now) <= 0) {
        desk.due.shift();
        await send(meisDm, plain('Has everything arrived as you wished?'), now);
      }
    },
    async outcomeOf({ dedupeKey }) {
      return outcomes.get(dedupeKey) ?? null;
    },
    async nextDue(after) {
      return desk.due.find((at) => Temporal.Instant.compare(at, after) > 0) ?? null;
    },
  };
  return desk;
}

const badReason = 'Give a better reason.';

const meisDm: Address = { platform: 'telegram', account: 'playground', key: 'dm:mei', kind: 'dm' };

function plain(text: string): Card<Button> {
  return { blocks: [{ kind: 'text', text }], fallback: text };
}

let drafts = 0;
function draft(words: string): Card<Button> {
  const number = ++drafts;
  return {
    blocks: [
      { kind: 'heading', text: 'Is this what you would like?' },
      {
        kind: 'table',
        head: ['Product', 'Qty', 'Amount'],
        rows: [
          ['人体工学椅 **黑色**', '2', '¥2,598.00'],
          ['安装服务', '1', '¥120.00'],
        ],
      },
      {
        kind: 'quote',
        text: words,
        marks: words.includes('加急') ? [{ start: words.indexOf('加急'), end: words.indexOf('加急') + 2, label: '紧急' }] : [],
      },
      { kind: 'note', text: 'Nothing is ordered before you confirm it.' },
      {
        kind: 'actions',
        buttons: [
          { token: `confirm-${number}`, action: 'confirm', label: 'Confirm', style: 'primary' },
          { token: `edit-${number}`, action: 'edit', label: 'Change', style: 'plain' },
          { token: `reject-${number}`, action: 'cancel', label: 'Cancel', style: 'danger' },
        ],
      },
    ],
    fallback: `Is this what you would like? ${words}`,
  };
}

const confirmed: Card<Button> = {
  blocks: [
    { kind: 'heading', text: 'HO-1001' },
    {
      kind: 'progress',
      steps: [
        { label: 'Accepted', state: 'done' },
        { label: 'Preparing', state: 'now' },
        { label: 'On the way', state: 'next' },
        { label: 'Delivered', state: 'next' },
      ],
    },
    {
      kind: 'fields',
      fields: [
        { label: 'Promised', value: 'Fri 27 Nov' },
        { label: 'Total', value: '**¥2,718.00**' },
      ],
    },
  ],
  fallback: 'HO-1001: preparing, promised for Fri 27 Nov',
};

const reviewCard: Card<Button> = {
  blocks: [
    { kind: 'heading', text: 'HO-1001 needs a decision' },
    { kind: 'text', text: '**Mei Chen** · Brightside Studio · 2 × ergonomic chair' },
    {
      kind: 'fields',
      fields: [
        { label: 'Total', value: '¥2,718.00' },
        { label: 'Asked for', value: 'Fri 27 Nov' },
        { label: 'Stock', value: '31 free' },
        { label: 'Risk', value: 'medium' },
      ],
    },
    { kind: 'divider' },
    {
      kind: 'actions',
      buttons: [
        { token: 'approve-1', action: 'approve', label: 'Approve', style: 'primary' },
        { token: 'ask-1', action: 'ask', label: 'Ask customer', style: 'plain' },
        { token: 'escalate-1', action: 'escalate', label: 'Escalate', style: 'plain' },
        { token: 'reject-review', action: 'reject', label: 'Reject', style: 'danger' },
      ],
    },
  ],
  fallback: 'HO-1001 needs a decision',
};

function rejectForm(token: string): Form {
  return {
    id: token,
    title: 'Why not?',
    fields: [
      { name: 'reason', kind: 'text', label: 'Reason', required: true },
      { name: 'more', kind: 'long_text', label: 'Anything else', required: false },
      { name: 'count', kind: 'number', label: 'How many', required: false, value: '2' },
      { name: 'day', kind: 'date', label: 'From which day', required: false },
      {
        name: 'way',
        kind: 'select',
        label: 'How to tell them',
        required: false,
        options: [
          { value: 'chat', label: 'In the chat' },
          { value: 'phone', label: 'By phone' },
        ],
      },
      { name: 'who', kind: 'text', label: 'Who should know', required: false },
    ],
  };
}

function buttonsOf(card: Card<Button>): Button[] {
  return card.blocks.flatMap((block) => (block.kind === 'actions' ? block.buttons : []));
}
