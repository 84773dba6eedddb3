import * as z from 'zod';

/** What Slack takes as blocks, as strict as it is: a field too many, too long or missing is `invalid_blocks`. */
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most), verbatim: z.boolean().optional() });
const block_id = z.string().min(1).max(255).optional();
const action_id = z.string().min(1).max(255);

const button = z.strictObject({
  type: z.literal('button'),
  action_id,
  text: plain(75),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  url: z.url().max(3000).optional(),
});

const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) });
const given = { action_id, placeholder: plain(150).optional() };
const overflow = z.strictObject({ type: z.literal('overflow'), action_id, options: z.array(option).min(1).max(5) });
const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...given,
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z
      .array(z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) }))
      .min(1)
      .max(100)
      .optional(),
    initial_option: option.optional(),
  })
  .refine(({ options, option_groups }) => (options === undefined) !== (option_groups === undefined), 'options or option_groups');

const style = z.strictObject({ bold: z.boolean().optional(), italic: z.boolean().optional(), code: z.boolean().optional() });
const run = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style.optional() }),
  z.strictObject({ type: z.literal('user'), user_id: z.string() }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']) }),
  z.strictObject({ type: z.literal('link'), url: z.string(), text: z.string().optional() }),
]);
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id,
  elements: z
    .array(
      z.strictObject({ type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']), elements: z.array(run).min(1) }),
    )
    .min(1),
});

const table = z.strictObject({
  type: z.literal('table'),
  block_id,
  rows: z
    .array(
      z
        .array(z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1).max(3000) }))
        .min(1)
        .max(20),
    )
    .min(1)
    .max(100),
  column_settings: z
    .array(z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }).nullable())
    .max(20)
    .optional(),
});

const label = z.string().min(1).max(20);
const bars = z
  .strictObject({
    type: z.literal('bar'),
    series: z
      .array(
        z.strictObject({
          name: label,
          data: z
            .array(z.strictObject({ label, value: z.number() }))
            .min(1)
            .max(20),
        }),
      )
      .min(1)
      .max(6),
    axis_config: z.strictObject({
      categories: z.array(label).min(1).max(20),
      x_label: z.string().max(50).optional(),
      y_label: z.string().max(50).optional(),
    }),
  })
  .refine(
    ({ series, axis_config: { categories } }) =>
      new Set(categories).size === categories.length &&
      series.every(({ data }) => data.map((point) => point.label).join('\n') === categories.join('\n')),
    'each series has one value for each category',
  );
const chart = z.strictObject({ type: z.literal('data_visualization'), block_id, title: z.string().min(1).max(50), chart: bars });

const shown = [
  z.strictObject({ type: z.literal('header'), block_id, text: plain(150) }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id,
      text: z.union([plain(3000), mrkdwn(3000)]).optional(),
      fields: z
        .array(z.union([plain(2000), mrkdwn(2000)]))
        .min(1)
        .max(10)
        .optional(),
      accessory: button.optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'a section needs text or fields'),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.union([plain(3000), mrkdwn(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('actions'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [button, overflow, staticSelect]))
      .min(1)
      .max(25),
  }),
  richText,
  table,
  chart,
] as const;

const element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...given,
    multiline: z.boolean().optional(),
    min_length: z.number().optional(),
    max_length: z.number().max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
  }),
  z.strictObject({ type: z.literal('number_input'), ...given, is_decimal_allowed: z.boolean(), initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('datepicker'), ...given, initial_date: z.iso.date().optional() }),
  staticSelect,
]);
const input = z.strictObject({ type: z.literal('input'), block_id, label: plain(2000), optional: z.boolean().optional(), element });

/** An id may stand for one thing only. */
function idsOnce(blocks: readonly unknown[]): boolean {
  const ids = blocks.flatMap((block) => idsIn(block));
  return new Set(ids).size === ids.length;
}

function idsIn(block: unknown): string[] {
  const found = z
    .object({ block_id: z.string().optional(), elements: z.array(z.object({ action_id: z.string().optional() })).optional() })
    .safeParse(block);
  if (!found.success) return [];
  const { block_id: id, elements = [] } = found.data;
  return [...(id ? [`block ${id}`] : []), ...elements.flatMap((part) => (part.action_id ? [`action ${part.action_id}`] : []))];
}

export const messageBlocks = z
  .array(z.discriminatedUnion('type', [...shown]))
  .max(50)
  .refine((blocks) => blocks.filter(({ type }) => type === 'table').length <= 1, 'only_one_table_allowed')
  .refine((blocks) => blocks.filter(({ type }) => type === 'data_visualization').length <= 2, 'at most two charts')
  .refine(idsOnce, 'an id occurs twice');

const anyBlocks = z
  .array(z.discriminatedUnion('type', [...shown, input]))
  .max(100)
  .refine(idsOnce, 'an id occurs twice');

export const modalView = z.strictObject({
  type: z.literal('modal'),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: anyBlocks,
  notify_on_close: z.boolean().optional(),
});

export const homeView = z.strictObject({
  type: z.literal('home'),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: anyBlocks,
});

export type MessageBlock = z.infer<typeof messageBlocks>[number];
export type ModalView = z.infer<typeof modalView>;
export type HomeView = z.infer<typeof homeView>;

/** What keeps Slack from taking it, as it says so; null where it takes it. */
export function whyNot(schema: z.ZodType, value: unknown): string | null {
  const read = schema.safeParse(value);
  if (read.success) return null;
  const [issue] = read.error.issues;
  return issue ? `${issue.message} [json-pointer:/${issue.path.join('/')}]` : 'not valid';
}
