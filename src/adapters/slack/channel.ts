import type { WebClient } from '@slack/web-api';
import type { Button, Card } from '#core/messages/card.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { Channel, MessageRef, ReadFile, SendOptions, SendResult } from '#core/ports.ts';
import { attachFile, findAttached } from './attach.ts';
import { faultOf, isOfToken, resultOf, type Fault } from './fault.ts';
import { readFile } from './file.ts';
import { findSent, metadataOf } from './find.ts';
import { renderForSlack, type SlackMessage } from './render.ts';
import type { Responses } from './responses.ts';
import { typableCard } from './typable.ts';

interface Parts {
  client: WebClient;
  account: string;
  botToken: string;
  apiUrl: string;
  responses: Responses;
  /** Told what the platform thinks of our token: null when it took it. */
  noteToken(fault: Fault | null): void;
}

/** A message only one person sees has no place in the conversation: nothing finds it later, and only their press opens a way to change it. */
const fleeting = 'fleeting:';

/** A person's own conversation that we know only by the person. */
const isPerson = ({ kind, key }: Address): boolean => kind === 'dm' && /^[UW]/.test(key);

/** Slack as the desk speaks there. One message a second and conversation is what Slack takes for granted. */
export function slackChannel({ client, account, botToken, apiUrl, responses, noteToken }: Parts): Channel {
  const trying = async (work: () => Promise<SendResult>, signal: AbortSignal, scope?: 'account'): Promise<SendResult> => {
    const late = new Promise<SendResult>((resolve) => {
      const end = (): void => resolve({ ok: false, kind: 'unknown_outcome', detail: 'timed out' });
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    });
    const done = work().then(
      (result) => {
        if (result.ok) noteToken(null);
        return result;
      },
      (error: unknown) => {
        const fault = faultOf(error);
        if (isOfToken(fault)) noteToken(fault);
        return resultOf(fault, scope);
      },
    );
    return Promise.race([done, late]);
  };

  const readOurs: ReadFile = (file, options) => readFile({ client, botToken, apiUrl }, file, options);

  return {
    platform: 'slack',
    account,
    pace: { account: 20, conversation: 1 },
    send: (to, card, options) =>
      trying(async () => {
        if (isPerson(to)) return open(client, to);
        const message = renderForSlack(typableCard(card)).payload;
        try {
          return { ok: true, message: await post(client, to, card, options) };
        } catch (error) {
          const { kind, ...fault } = faultOf(error);
          const outside = kind === 'refused' && 'code' in fault && ['not_in_channel', 'channel_not_found'].includes(fault.code);
          const reader = options.onlyFor?.key ?? null;
          if (!outside || !(await responses.answer(to.key, reader, message, options.signal))) throw error;
          return { ok: true, message: { address: to, key: `${fleeting}${options.idempotencyKey}` } };
        }
      }, options.signal),
    edit: (message, card, options) =>
      trying(
        async () => {
          const { address, key } = message;
          if (key.startsWith(fleeting)) {
            const { payload } = renderForSlack(typableCard(card));
            const isChanged = await responses.replace(key.slice(fleeting.length), payload, options.signal);
            return isChanged ? { ok: true, message } : { ok: false, kind: 'unreachable', reason: 'gone' };
          }
          await drawn(card, (payload) => client.chat.update({ channel: address.key, ts: key, ...payload }));
          return { ok: true, message };
        },
        options.signal,
        'account',
      ),
    find: (to, options) => findSent(client, to, options),
    sendFile: (to, file, options) => trying(() => attachFile(client, to, file, options), options.signal),
    findFile: (to, file, options) => findAttached(client, to, file, options),
    readFile: readOurs,
  };
}

/** Charts are young: a workspace that refuses them gets them in characters. What was refused has not been said. */
async function drawn<T>(card: Card<Button>, say: (message: SlackMessage) => Promise<T>): Promise<T> {
  const { payload } = renderForSlack(typableCard(card));
  try {
    return await say(payload);
  } catch (error) {
    const fault = faultOf(error);
    const isRefused = fault.kind === 'refused' && fault.code === 'invalid_blocks';
    if (!isRefused || !payload.blocks.some(({ type }) => type === 'data_visualization')) throw error;
    return say(renderForSlack(typableCard(card), { charts: false }).payload);
  }
}

const post = (client: WebClient, to: Address, card: Card<Button>, options: SendOptions): Promise<MessageRef> =>
  drawn(card, (message) => postAs(client, to, message, options));

async function postAs(client: WebClient, to: Address, message: SlackMessage, options: SendOptions): Promise<MessageRef> {
  const { idempotencyKey, replyTo, onlyFor } = options;
  const thread = replyTo === undefined ? {} : { thread_ts: replyTo };
  if (onlyFor && to.kind !== 'dm') {
    const { message_ts } = await client.chat.postEphemeral({ channel: to.key, user: onlyFor.key, ...message, ...thread });
    return { address: to, key: `${fleeting}${message_ts ?? idempotencyKey}` };
  }
  const handle = { client_msg_id: idempotencyKey };
  const { ts } = await client.chat.postMessage({
    channel: to.key,
    ...message,
    ...thread,
    ...handle,
    metadata: metadataOf(options),
    unfurl_links: false,
    unfurl_media: false,
  });
  if (!ts) throw new Error('Slack took a message and did not say which it is');
  return { address: to, key: ts };
}

/** Their conversation with us is opened where it never was; what waits goes on there. */
async function open(client: WebClient, to: Address): Promise<SendResult> {
  const { channel } = await client.conversations.open({ users: to.key });
  if (!channel?.id) throw new Error('Slack opened a conversation and did not say which it is');
  return { ok: false, kind: 'unreachable', reason: 'moved', movedTo: { ...to, key: channel.id } };
}
