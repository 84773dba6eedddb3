import * as z from 'zod';
import type { Submission } from '#core/messages/form.ts';
import { openedAt } from './form.ts';

const id = z.string().min(1);

/** What stands in a field: each kind of element brings its own. */
const entered = z.union([
  z.object({ type: z.literal('static_select'), selected_option: z.object({ value: z.string() }).nullable() }),
  z.object({ type: z.literal('datepicker'), selected_date: z.string().nullable() }),
  z.object({ type: z.enum(['plain_text_input', 'number_input']), value: z.string().nullish() }),
]);

/** What we read of a `view_submission` payload. */
const viewSubmission = z.object({
  type: z.literal('view_submission'),
  trigger_id: id,
  user: z.object({ id, name: z.string().optional() }),
  view: z.object({
    type: z.literal('modal'),
    callback_id: id,
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), entered)) }),
  }),
});

/** A modal of ours that was submitted in Slack; what was left empty is an empty text. */
export function submissionFromSlack(update: unknown, { account, at }: { account: string; at: string }): Submission | null {
  const read = viewSubmission.safeParse(update);
  if (!read.success) return null;
  const { trigger_id, user, view } = read.data;
  const opened = openedAt.safeParse(parsed(view.private_metadata));
  if (!opened.success) return null;
  const values = Object.values(view.state.values).flatMap((block) => Object.entries(block).map(([name, field]) => [name, textOf(field)]));
  return {
    kind: 'form',
    token: view.callback_id,
    values: Object.fromEntries(values) as Submission['values'], // pairs of texts
    dedupeKey: trigger_id,
    at,
    from: { platform: 'slack', account, key: user.id, ...(user.name === undefined ? {} : { name: user.name }) },
    address: { platform: 'slack', account, key: opened.data.channel, kind: opened.data.kind },
    ...(opened.data.thread === undefined ? {} : { thread: opened.data.thread }),
  };
}

function textOf(field: z.infer<typeof entered>): string {
  switch (field.type) {
    case 'static_select':
      return field.selected_option?.value ?? '';
    case 'datepicker':
      return field.selected_date ?? '';
    default:
      return field.value ?? '';
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
