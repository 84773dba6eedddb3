import type * as z from 'zod';
import { joined, type Submission } from '#core/messages/form.ts';
import type { Platform } from '#core/messages/incoming.ts';
import type { FillAnswer } from './answers.ts';
import type * as asks from './asks.ts';
import { account } from './channel.ts';
import { conversationsOf, findPerson } from './conversations.ts';
import { NotThere, NotUnderstood } from './failure.ts';
import type { PlaygroundParts } from './parts.ts';
import { clean, pressOutcome } from './talking.ts';

/**
 * A form as the platform itself brings it back, read step by step by that platform's adapter. While steps are missing nothing is
 * told to the desk: the page keeps what an adapter would, and sends all of it each time.
 */
export async function fillOnPlatform(
  parts: PlaygroundParts,
  channel: Platform,
  { form, updates }: z.output<typeof asks.fill>,
): Promise<FillAnswer> {
  const arrived = { account, at: parts.clock.now().toString() };
  const read = updates.flatMap((update, step) => parts.submissionReaders[channel](update, arrived, { form, step }) ?? []);
  const whole = joined(read);
  if (!whole || read.length < updates.length) throw notAnAnswer(channel);
  const people = await parts.people();
  const person = findPerson(people, whole.from.key);
  const theirs = await conversationsOf(parts.db.sql, people, person.id, channel);
  if (!theirs.some(({ id, kind }) => id === whole.address.key && kind === whole.address.kind))
    throw new NotThere('unknown_conversation', 'That person is in no such conversation on that channel; /playground/api/state lists them.');
  const steps = parts.formRenderers[channel](form, { address: whole.address, by: whole.from, locale: person.language }).length;
  if (updates.length > steps) throw notAnAnswer(channel);
  if (updates.length < steps) return { filled: updates.length };
  return pressOutcome(parts, cleaned(whole), person);
}

const notAnAnswer = (channel: Platform) => new NotUnderstood(`That is no answer to this form as ${channel} sends it.`, 'no_answer');

function cleaned(submission: Submission): Submission {
  const values = Object.entries(submission.values).map(([name, value]) => [name, clean(value)]);
  return { ...submission, values: Object.fromEntries(values) as Submission['values'] }; // as they were, without what no platform delivers
}
