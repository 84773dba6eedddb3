import type { Platform } from '#core/messages/incoming.ts';
import type { Conversation, PlaygroundPerson } from '../answers.ts';

/** Who presses which button of which message, and where. */
export interface Pressed {
  person: PlaygroundPerson;
  conversation: Pick<Conversation, 'id' | 'kind'>;
  message: string;
  token: string;
  /** What the platform got, which says whether the button stands in a menu. */
  payload: unknown;
}

/** A press as the app of each platform tells its server: nothing about the button but its token. */
export const presses: Record<Platform, (pressed: Pressed) => object> = {
  slack({ person, conversation, message, token, payload }) {
    const action_ts = String(Date.now() / 1000);
    const menu = menuIn(payload, token);
    return {
      type: 'block_actions',
      trigger_id: crypto.randomUUID(),
      user: { id: person.id, name: person.name },
      container: { type: 'message', message_ts: message, channel_id: conversation.id },
      channel: { id: conversation.id, name: conversation.kind === 'dm' ? 'directmessage' : conversation.id },
      actions: [
        menu
          ? { type: menu.type, action_id: menu.id, selected_option: { value: token }, action_ts }
          : { type: 'button', action_id: token, value: token, action_ts },
      ],
    };
  },

  discord({ person, conversation, message, token, payload }) {
    const menu = menuIn(payload, token);
    return {
      id: snowflake(),
      type: 3,
      data: menu ? { component_type: menu.type, custom_id: menu.id, values: [token] } : { component_type: 2, custom_id: token },
      message: { id: message },
      ...discordPlace(person, conversation),
    };
  },

  telegram({ person, conversation, message, token }) {
    const { from, chat } = telegramPlace(person, conversation);
    return {
      update_id: crypto.getRandomValues(new Uint32Array(1))[0],
      callback_query: { id: snowflake(), from, message: { message_id: message, chat }, data: token },
    };
  },
};

/** The menu of a message in which a button stands; null for one that stands by itself. */
function menuIn(part: unknown, token: string): { type: unknown; id: unknown } | null {
  if (typeof part !== 'object' || part === null) return null;
  const { type, options, action_id, custom_id } = part as Record<string, unknown>; // whatever the platform was sent
  if (Array.isArray(options) && options.some((option: { value?: unknown }) => option.value === token))
    return { type, id: action_id ?? custom_id };
  for (const inner of Object.values(part)) {
    const found = menuIn(inner, token);
    if (found) return found;
  }
  return null;
}

/** Who and where, as Discord says it: in a server a member. */
export function discordPlace(person: PlaygroundPerson, conversation: Pressed['conversation']) {
  const user = { id: person.id, username: person.id, global_name: person.name };
  const isDirect = conversation.kind === 'dm';
  return {
    channel: { id: conversation.id, type: isDirect ? 1 : 0 },
    ...(isDirect ? { user } : { member: { user } }),
    locale: person.language === 'en' ? 'en-US' : person.language,
  };
}

/** Who and where, as Telegram says it. */
export function telegramPlace(person: PlaygroundPerson, conversation: Pressed['conversation']) {
  return {
    from: { id: person.id, is_bot: false, first_name: person.name, language_code: person.language },
    chat: { id: conversation.id, type: conversation.kind === 'dm' ? 'private' : 'supergroup' },
  };
}

/** A number of its own, as large as Discord's ids are. */
export const snowflake = (): string => String(crypto.getRandomValues(new BigUint64Array(1))[0]);
