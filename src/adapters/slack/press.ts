import * as z from 'zod';
import type { PressReader } from '#core/messages/pressed.ts';
import { saidAt, threadOf } from './heard.ts';

const id = z.string().min(1);

/** A button that stands in a menu. */
const chosen = <T extends string>(type: T) => z.object({ type: z.literal(type), selected_option: z.object({ value: id }), action_ts: id });

/** What we read of a `block_actions` payload; Slack sends one action at a time. */
const blockActions = z.object({
  type: z.literal('block_actions'),
  trigger_id: id,
  user: z.object({ id, name: z.string().optional() }),
  channel: z.object({ id, name: z.string().optional() }),
  container: z.object({ message_ts: id, thread_ts: id.optional() }),
  actions: z.tuple([
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('button'), action_id: id, action_ts: id }),
      chosen('overflow'),
      chosen('static_select'),
    ]),
  ]),
});

/** Direct messages have a channel of their own, which Slack calls so in every payload. */
const directMessage = 'directmessage';

/** A press in Slack. It carries no language. */
export const pressFromSlack: PressReader = (update, { account, at }) => {
  const read = blockActions.safeParse(update);
  if (!read.success) return null;
  const { trigger_id, user, channel, container, actions } = read.data;
  const [action] = actions;
  return {
    kind: 'press',
    token: action.type === 'button' ? action.action_id : action.selected_option.value,
    messageKey: container.message_ts,
    ...threadOf({ ts: container.message_ts, thread_ts: container.thread_ts }),
    dedupeKey: `${trigger_id}:${action.action_ts}`,
    at,
    ...saidAt(action.action_ts),
    from: { platform: 'slack', account, key: user.id, ...(user.name === undefined ? {} : { name: user.name }) },
    address: { platform: 'slack', account, key: channel.id, kind: channel.name === directMessage ? 'dm' : 'group' },
  };
};
