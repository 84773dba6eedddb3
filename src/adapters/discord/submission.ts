import { ChannelType, ComponentType, InteractionType } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Submission } from '#core/messages/form.ts';
import { fieldOfDiscord, stepOfDiscord } from './form.ts';

const id = z.string().min(1);
const person = z.object({ id, username: z.string(), global_name: z.string().nullish() });

/** What stands in a field: typed, or the one that was chosen. */
const entered = z.union([
  z.object({ type: z.literal(ComponentType.TextInput), custom_id: id, value: z.string() }),
  z.object({ type: z.literal(ComponentType.StringSelect), custom_id: id, values: z.array(z.string()).max(1) }),
]);

/** What we read of a modal that was submitted: in a server it comes from a member, in direct messages from a user. */
const modalSubmission = z.object({
  id,
  type: z.literal(InteractionType.ModalSubmit),
  data: z.object({
    custom_id: id,
    components: z.array(z.object({ type: z.literal(ComponentType.Label), component: entered })).max(5),
  }),
  channel: z.object({ id, type: z.enum(ChannelType) }),
  member: z.object({ user: person }).optional(),
  user: person.optional(),
  locale: z.string(),
});

/** A modal of ours that was submitted in Discord: the values of that step. Which step it was is told by `stepOfDiscord`. */
export function submissionFromDiscord(update: unknown, { account, at }: { account: string; at: string }): Submission | null {
  const read = modalSubmission.safeParse(update);
  if (!read.success) return null;
  const { data, channel, member, user = member?.user, locale } = read.data;
  if (!user) return null;
  const values: Submission['values'] = {};
  for (const { component } of data.components) {
    const name = fieldOfDiscord(component.custom_id);
    // of several selects for one field the one that was used counts
    values[name] = ('value' in component ? component.value : component.values[0]) || (values[name] ?? '');
  }
  return {
    kind: 'form',
    token: stepOfDiscord(data.custom_id).token,
    values,
    dedupeKey: read.data.id,
    at,
    from: { platform: 'discord', account, key: user.id, name: user.global_name ?? user.username, locale },
    address: { platform: 'discord', account, key: channel.id, kind: channel.type === ChannelType.DM ? 'dm' : 'group' },
  };
}
