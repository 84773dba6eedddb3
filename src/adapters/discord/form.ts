import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  TextInputStyle,
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { choicesOf, type Field, type Form, type FormStep, type Opening } from '#core/messages/form.ts';
import { cut } from '#core/messages/runs.ts';
import { words, type Words } from '#core/text/words.ts';
import { brand } from './render.ts';

const most = { title: 45, fields: 5, label: 45, description: 100, typed: 4000, options: 25, option: 100 };

type DiscordStep = FormStep<APIModalInteractionResponseCallbackData, RESTPostAPIChannelMessageJSONBody>;

/**
 * A form as modals of at most five fields. Discord opens none in answer to another: between two stands a message, seen by its
 * reader alone, whose button opens the next; what was filled in before is the adapter's to keep.
 */
export function formForDiscord({ id, title, fields }: Form, { locale }: Opening): DiscordStep[] {
  const t = words(locale);
  const asked = fields.flatMap(withinASelect);
  const of = Math.max(1, Math.ceil(asked.length / most.fields));
  return Array.from({ length: of }, (_, step): DiscordStep => {
    const ending = of > 1 ? ` (${step + 1}/${of})` : '';
    const payload: APIModalInteractionResponseCallbackData = {
      custom_id: of > 1 ? `${id}:${step}:${of}` : id,
      title: `${cut(title.trim(), most.title - ending.length)}${ending}`.trim() || '–',
      components: asked.slice(step * most.fields, (step + 1) * most.fields).map((field) => labelOf(field, t)),
    };
    return step === 0 ? { payload } : { payload, invitation: invitationOf(payload.custom_id, step, of, t) };
  });
}

/** Which step a modal is, or a button leads to: read from its `custom_id`. */
export function stepOfDiscord(customId: string): { token: string; step: number; of: number } {
  const [, token = customId, step = '0', of = '1'] = /^(.+):(\d+):(\d+)$/.exec(customId) ?? [];
  return { token, step: Number(step), of: Number(of) };
}

function invitationOf(custom_id: string, at: number, of: number, t: Words): RESTPostAPIChannelMessageJSONBody {
  return {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    allowed_mentions: { parse: [] },
    components: [
      {
        type: ComponentType.Container,
        accent_color: brand,
        components: [
          { type: ComponentType.TextDisplay, content: t('forms:kept', { at: String(at), of: String(of) }) },
          {
            type: ComponentType.ActionRow,
            components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id, label: t('forms:goOn') }],
          },
        ],
      },
    ],
  };
}

/** A select takes 25: more are offered in several, of which one is to be used. Names of ours have no `~`. */
function withinASelect(field: Field): Field[] {
  const { name, label } = field;
  const options = choicesOf(field, { options: Infinity, value: most.option });
  if (options.length <= most.options) return [{ ...field, options }];
  return Array.from({ length: Math.ceil(options.length / most.options) }, (_, at) => {
    const part = options.slice(at * most.options, (at + 1) * most.options);
    const ends = ` · ${cut(part[0]?.label ?? '', 12)} –`;
    return {
      ...field,
      name: at === 0 ? name : `${name}~${at + 1}`,
      label: `${cut(label, most.label - ends.length)}${ends}`,
      required: false,
      options: part,
    };
  });
}

/** The field of the form to which a component belongs. */
export const fieldOfDiscord = (customId: string): string => customId.replace(/~\d+$/, '');

function labelOf(field: Field, t: Words): APILabelComponent {
  const [label, rest] = halved(field.label.trim() || '–');
  const hints = [rest, field.required ? '' : t('forms:optional')].filter(Boolean).join(' · ');
  return {
    type: ComponentType.Label,
    label: cut(label, most.label),
    ...(hints === '' ? {} : { description: cut(hints, most.description) }),
    component: componentOf(field),
  };
}

/** What does not fit into a label stands below it: from its dash on, or all of it where it has none. */
function halved(label: string): [string, string] {
  if (label.length <= most.label) return [label, ''];
  const at = label.lastIndexOf(' – ');
  return at > 0 && at <= most.label ? [label.slice(0, at), label.slice(at + 3)] : [label, label];
}

function componentOf({ name: custom_id, kind, required, value = '', options = [] }: Field): APIComponentInLabel {
  if (options.length > 0)
    return {
      type: ComponentType.StringSelect,
      custom_id,
      required,
      ...(required ? {} : { min_values: 0 }),
      options: options.map((option) => ({
        value: option.value,
        label: cut(option.label.trim(), most.option) || '–',
        ...(option.value === value ? { default: true } : {}),
      })),
    };
  return {
    type: ComponentType.TextInput,
    custom_id,
    style: kind === 'long_text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length: most.typed,
    ...(value === '' ? {} : { value: cut(value, most.typed) }),
    ...(kind === 'date' ? { placeholder: 'YYYY-MM-DD' } : {}),
  };
}
