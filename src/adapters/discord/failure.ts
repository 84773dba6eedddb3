import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { SendResult } from '#core/ports.ts';

export type Failure = Extract<SendResult, { ok: false }>;

/** The code of Discord's own refusals; null where it was no refusal of Discord. */
export const codeOf = (error: unknown): number | null => (error instanceof DiscordAPIError ? Number(error.code) : null);

/** The HTTP status that came back; null where none did. */
export const statusOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;

/** Edits of a message that is older than an hour are few. */
const tooManyOldEdits = 30_046;
/** The person takes no direct messages, or shares no server with us any more. */
const closedDirect: readonly number[] = [Code.CannotSendMessagesToThisUser, 50_278];
/** "You are opening direct messages too fast". */
const tooManyDirect = 40_003;
const unauthorized: readonly number[] = [Code.Unauthorized];
const gone: readonly number[] = [Code.UnknownChannel, Code.UnknownMessage, Code.UnknownUser, Code.UnknownGuild, 50_033];

/** A thread that was put away, and one in which nobody may write any more. */
export const archived = 50_083;
export const locked = 160_005;

/** What a call that failed means for the message it was to bring. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) {
    const ms = Math.max(error.retryAfter, error.timeToReset);
    return { ok: false, kind: 'rate_limited', retryAfterMs: Math.max(1, Math.ceil(ms)), scope: error.global ? 'account' : 'conversation' };
  }
  if (error instanceof DiscordAPIError) return refusalOf(error);
  // it may have arrived although the answer did not
  if (error instanceof HTTPError) return { ok: false, kind: 'unknown_outcome', detail: `Discord answered ${error.status}` };
  return { ok: false, kind: 'unknown_outcome', detail: errorLine(error) };
}

function refusalOf(error: DiscordAPIError): Failure {
  const { status, message } = error;
  const code = Number(error.code);
  if (status === 401 || unauthorized.includes(code))
    return { ok: false, kind: 'auth', detail: `Discord does not take the token (${status})` };
  if (closedDirect.includes(code)) return { ok: false, kind: 'unreachable', reason: 'dm_closed' };
  if (code === tooManyOldEdits) return { ok: false, kind: 'rate_limited', retryAfterMs: 60_000, scope: 'conversation' };
  if (code === tooManyDirect) return { ok: false, kind: 'rate_limited', retryAfterMs: 60_000, scope: 'account' };
  if (gone.includes(code)) return { ok: false, kind: 'unreachable', reason: 'gone' };
  if (status === 403 || code === archived) return { ok: false, kind: 'unreachable', reason: 'not_in_chat' };
  if (status === 404) return { ok: false, kind: 'unreachable', reason: 'gone' };
  return { ok: false, kind: 'invalid', detail: `${code}: ${message.replaceAll(/\s+/g, ' ')}`.slice(0, 300) };
}
