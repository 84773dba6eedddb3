import { GrammyError } from 'grammy';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Address } from '#core/messages/incoming.ts';
import type { SendResult } from '#core/ports.ts';
import { networkCode, plainly } from './fault.ts';

type Refused = Extract<SendResult, { ok: false }>;
type Why = Extract<Refused, { kind: 'unreachable' }>['reason'];

/** No connection came about, so nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const retryMs = 5_000;

/** What an error of the Bot API means for a message. */
export function refusedBy(error: unknown, to: Address): Refused {
  if (error instanceof GrammyError) return refusedByAnswer(error, to);
  if (neverSent.has(networkCode(error) ?? '')) return { ok: false, kind: 'rate_limited', retryAfterMs: retryMs, scope: 'account' };
  return { ok: false, kind: 'unknown_outcome', detail: networkCode(error) ?? errorLine(error) };
}

function refusedByAnswer({ error_code, description, parameters }: GrammyError, to: Address): Refused {
  if (parameters.migrate_to_chat_id !== undefined)
    return {
      ok: false,
      kind: 'unreachable',
      reason: 'moved',
      movedTo: { ...to, key: String(parameters.migrate_to_chat_id), kind: 'group' },
    };
  switch (error_code) {
    case 429:
      // a group has a limit of its own; to people only the limit of the whole bot is ever reached
      return {
        ok: false,
        kind: 'rate_limited',
        retryAfterMs: (parameters.retry_after ?? 1) * 1000,
        scope: to.kind === 'dm' ? 'account' : 'conversation',
      };
    case 401:
    case 404:
      return { ok: false, kind: 'auth', detail: 'Telegram does not accept the bot token' };
    case 403:
      return unreachable(forbidden(description, to));
    case 400:
      return refusedAsBad(description, to);
    default:
      return error_code >= 500
        ? { ok: false, kind: 'unknown_outcome', detail: `Telegram answered ${error_code}` }
        : { ok: false, kind: 'invalid', detail: plainly(description) };
  }
}

const unreachable = (reason: Why): Refused => ({ ok: false, kind: 'unreachable', reason });

function forbidden(description: string, { kind }: Address): Why {
  if (/blocked by the user/i.test(description)) return 'blocked';
  if (/deactivated|was deleted/i.test(description)) return 'gone';
  // the person never pressed Start
  return kind === 'dm' ? 'dm_closed' : 'not_in_chat';
}

const gone = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message thread not found|TOPIC_(?:DELETED|CLOSED)/i;
const shut =
  /chat not found|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED|PEER_ID_INVALID|user not found/i;

function refusedAsBad(description: string, { kind }: Address): Refused {
  if (gone.test(description)) return unreachable('gone');
  if (shut.test(description)) return unreachable(kind === 'dm' ? 'dm_closed' : 'not_in_chat');
  return { ok: false, kind: 'invalid', detail: plainly(description) };
}

/** An edit that would change nothing: what is wanted stands there already. */
export const isUnchanged = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && error.description.includes('message is not modified');
