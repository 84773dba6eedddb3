import type { Form } from '#core/messages/form.ts';
import type { Platform } from '#core/messages/incoming.ts';
import type { AskedForm, Conversation, PlaygroundPerson } from '../answers.ts';
import type { DiscordComponent, DiscordModal, SlackElement, SlackView } from './modals.ts';
import { discordPlace, snowflake, telegramPlace } from './presses.ts';

interface Filler {
  person: PlaygroundPerson;
  conversation: Pick<Conversation, 'id' | 'kind'>;
}
type Values = Record<string, string>;

/** A step of a form as the app of each platform tells its server. */
export const submissions = {
  slack({ person }: Filler, view: SlackView, values: Values): object {
    const inputs = view.blocks.flatMap((block) => (block.type === 'input' ? [block] : []));
    const entered = inputs.map(({ block_id, element }) => [block_id, { [element.action_id]: stateOf(element, values[block_id] ?? '') }]);
    return {
      type: 'view_submission',
      trigger_id: crypto.randomUUID(),
      user: { id: person.id, name: person.name },
      view: { ...view, id: crypto.randomUUID(), state: { values: Object.fromEntries(entered) as object } },
      response_urls: [],
    };
  },

  discord(who: Filler, modal: DiscordModal, values: Values): object {
    return {
      id: snowflake(),
      type: 5,
      data: {
        custom_id: modal.custom_id,
        components: modal.components.map(({ component }) => ({
          type: 18,
          component: enteredOf(component, values[component.custom_id] ?? ''),
        })),
      },
      ...discordPlace(who.person, who.conversation),
    };
  },

  telegram(who: Filler, question: string, answer: { text: string } | { data: string }): object {
    const { from, chat } = telegramPlace(who.person, who.conversation);
    const update_id = crypto.getRandomValues(new Uint32Array(1))[0];
    if ('data' in answer)
      return { update_id, callback_query: { id: snowflake(), from, message: { message_id: question, chat }, ...answer } };
    return { update_id, message: { message_id: snowflake(), from, chat, reply_to_message: { message_id: question, chat }, ...answer } };
  },
};

/** A whole form filled in at once, step by step as its platform asks it. */
export function filledIn(channel: Platform, who: Filler, { form, steps }: AskedForm, values: Values): object[] {
  if (channel === 'slack') return steps.map(({ payload }) => submissions.slack(who, payload as SlackView, values)); // made by the renderer for Slack
  if (channel === 'discord') return steps.map(({ payload }) => submissions.discord(who, payload as DiscordModal, values)); // made by the renderer for Discord
  return form.fields.map((field, step) => submissions.telegram(who, questionId(form, step), answerOf(values[field.name] ?? '', field)));
}

export const questionId = ({ id }: Form, step: number): string => `question:${id}:${step}`;

/** What was chosen is written as it is called; nothing is skipped. */
function answerOf(value: string, { options = [] }: Form['fields'][number]): { text: string } {
  const text = options.find((option) => option.value === value)?.label ?? value;
  return { text: text || '/skip' };
}

function stateOf({ type }: SlackElement, value: string): object {
  if (type === 'static_select') return { type, selected_option: value === '' ? null : { value } };
  if (type === 'datepicker') return { type, selected_date: value || null };
  return { type, value: value || null };
}

const enteredOf = ({ type, custom_id }: DiscordComponent, value: string): object =>
  type === 3 ? { type, custom_id, values: value === '' ? [] : [value] } : { type, custom_id, value };
