/** A field of a modal, whichever platform asks it. */
export interface Control {
  name: string;
  kind: 'text' | 'long_text' | 'number' | 'date' | 'select';
  label: string;
  hint: string;
  required: boolean;
  options: { value: string; label: string }[];
  value: string;
}

/** A modal as it is drawn; `submit` and `cancel` are null where the platform has its own words for them. */
export interface ModalLook {
  title: string;
  heading: string | null;
  controls: Control[];
  submit: string | null;
  cancel: string | null;
}

type Text = { text: string };
type SlackOption = { text: Text; value: string };
export interface SlackElement {
  type: 'plain_text_input' | 'number_input' | 'datepicker' | 'static_select';
  action_id: string;
  multiline?: boolean;
  initial_value?: string;
  initial_date?: string;
  initial_option?: SlackOption;
  options?: SlackOption[];
  option_groups?: { options: SlackOption[] }[];
}
export interface SlackView {
  type: 'modal';
  callback_id: string;
  private_metadata: string;
  title: Text;
  submit: Text;
  close: Text;
  blocks: ({ type: 'header'; text: Text } | { type: 'input'; block_id: string; label: Text; optional: boolean; element: SlackElement })[];
}

export interface DiscordComponent {
  type: 3 | 4;
  custom_id: string;
  style?: 1 | 2;
  required: boolean;
  value?: string;
  placeholder?: string;
  options?: { value: string; label: string; default?: boolean }[];
}
export interface DiscordModal {
  custom_id: string;
  title: string;
  components: { type: 18; label: string; description?: string; component: DiscordComponent }[];
}

const kinds = { plain_text_input: 'text', number_input: 'number', datepicker: 'date', static_select: 'select' } as const;

export function modalOfSlack({ title, submit, close, blocks }: SlackView): ModalLook {
  const heading = blocks.find((block) => block.type === 'header')?.text.text ?? null;
  const controls = blocks.flatMap((block): Control[] => {
    if (block.type !== 'input') return [];
    const { element } = block;
    const options = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
    return [
      {
        name: block.block_id,
        kind: element.multiline ? 'long_text' : kinds[element.type],
        label: block.label.text,
        hint: '',
        required: !block.optional,
        options: options.map(({ text, value }) => ({ value, label: text.text })),
        value: element.initial_value ?? element.initial_date ?? element.initial_option?.value ?? '',
      },
    ];
  });
  return { title: title.text, heading, controls, submit: submit.text, cancel: close.text };
}

export function modalOfDiscord({ title, components }: DiscordModal): ModalLook {
  const controls = components.map(({ label, description = '', component }): Control => {
    const { type, custom_id: name, style, required, options = [], placeholder = '' } = component;
    return {
      name,
      kind: type === 3 ? 'select' : style === 2 ? 'long_text' : 'text',
      label,
      hint: [description, placeholder].filter(Boolean).join(' · '),
      required,
      options,
      value: component.value ?? options.find((option) => option.default)?.value ?? '',
    };
  });
  return { title, heading: null, controls, submit: null, cancel: null };
}
