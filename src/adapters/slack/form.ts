import type { HeaderBlock, InputBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import * as z from 'zod';
import { choicesOf, type Field, type Form, type FormStep, type Opening } from '#core/messages/form.ts';
import { cut } from '#core/messages/runs.ts';
import { words } from '#core/text/words.ts';

const most = { title: 24, blocks: 100, header: 150, label: 2000, typed: 3000, options: 100, option: 75, value: 150, groups: 100 };

/** Where the modal was opened, which Slack does not tell when it comes back. */
export const openedAt = z.object({
  channel: z.string().min(1),
  kind: z.enum(['dm', 'group', 'thread']),
  thread: z.string().min(1).optional(),
});

/** The modals of ours: what `views.open` takes as `view`. */
export interface SlackForm extends ModalView {
  blocks: (HeaderBlock | InputBlock)[];
}

/** A form as a modal: what `views.open` takes beside the trigger. A title that is cut stands in full above the fields. */
export function formForSlack(form: Form, { address, thread, locale }: Opening): [FormStep<SlackForm>] {
  const t = words(locale);
  const heading: HeaderBlock[] = form.title.length > most.title ? [{ type: 'header', text: plainText(form.title, most.header) }] : [];
  const fields = form.fields.slice(0, most.blocks - heading.length);
  const view: SlackForm = {
    type: 'modal',
    callback_id: form.id,
    private_metadata: JSON.stringify({ channel: address.key, kind: address.kind, thread } satisfies z.infer<typeof openedAt>),
    title: plainText(form.title, most.title),
    submit: plainText(t('forms:submit'), most.title),
    close: plainText(t('forms:cancel'), most.title),
    blocks: [...heading, ...fields.map(inputOf)],
  };
  return [{ payload: view }];
}

/** Slack marks itself what may stay empty. */
function inputOf(field: Field): InputBlock {
  const label = plainText(field.label, most.label);
  return { type: 'input', block_id: field.name, label, optional: !field.required, element: elementOf(field) };
}

function elementOf(field: Field): InputBlock['element'] {
  const { name: action_id, value = '' } = field;
  const options = choicesOf(field, { options: most.options * most.groups, value: most.value }).map(optionOf);
  if (options.length > 0) return selectOf(action_id, options, value);
  switch (field.kind) {
    case 'number':
      return { type: 'number_input', action_id, is_decimal_allowed: true, ...(isNumber(value) ? { initial_value: value } : {}) };
    case 'date':
      return { type: 'datepicker', action_id, ...(isDate(value) ? { initial_date: value } : {}) };
    default: {
      const initial = value === '' ? {} : { initial_value: cut(value, most.typed) };
      return { type: 'plain_text_input', action_id, multiline: field.kind === 'long_text', max_length: most.typed, ...initial };
    }
  }
}

/** More than a hundred are offered in groups, named by their first. */
function selectOf(action_id: string, options: PlainTextOption[], value: string): InputBlock['element'] {
  const initial = options.find((option) => option.value === value);
  const given = { type: 'static_select' as const, action_id, ...(initial ? { initial_option: initial } : {}) };
  if (options.length <= most.options) return { ...given, options };
  const option_groups = Array.from({ length: Math.ceil(options.length / most.options) }, (_, at) => {
    const group = options.slice(at * most.options, (at + 1) * most.options);
    return { label: plainText(`${group[0]?.text.text ?? ''} …`, most.option), options: group };
  });
  return { ...given, option_groups };
}

const optionOf = ({ value, label }: { value: string; label: string }): PlainTextOption => ({ text: plainText(label, most.option), value });

const plainText = (text: string, longest: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text.trim(), longest) || '–',
  emoji: false,
});

const isNumber = (value: string): boolean => /^-?\d+(?:\.\d+)?$/.test(value);

const isDate = (value: string): boolean => z.iso.date().safeParse(value).success;
