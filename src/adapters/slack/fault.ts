import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { SendResult } from '#core/ports.ts';

/** Why a call came to nothing: the platform said no, asked us to wait, or nobody knows. */
export type Fault =
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'rate_limited'; retryAfterMs: number }
  | { kind: 'unanswered'; detail: string };

/** Slack says of these itself that something may have been done. */
const uncertain = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'external_channel_migrating',
]);
const limited = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** What an error of the SDK means; never with a token or somebody's words in it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'rate_limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIHTTPError) return { kind: 'unanswered', detail: `status ${error.statusCode}` };
  if (error instanceof WebAPIPlatformError) return refusalOf(error.data);
  if (error instanceof Error && error.message.startsWith('Retry header')) return { kind: 'rate_limited', retryAfterMs: 1000 };
  return { kind: 'unanswered', detail: causeOf(error) };
}

function refusalOf({
  error,
  needed,
  response_metadata,
}: {
  error?: unknown;
  needed?: unknown;
  response_metadata?: { messages?: unknown };
}): Fault {
  // the SDK takes whatever is no JSON for the name of an error
  if (typeof error !== 'string' || !/^[a-z_]{1,80}$/i.test(error)) return { kind: 'unanswered', detail: 'no answer of Slack' };
  if (uncertain.has(error)) return { kind: 'unanswered', detail: error };
  if (limited.has(error)) return { kind: 'rate_limited', retryAfterMs: 1000 };
  const scope = typeof needed === 'string' ? ` (${needed})` : '';
  const [message] = Array.isArray(response_metadata?.messages) ? response_metadata.messages : [];
  const why = typeof message === 'string' ? `: ${message.slice(0, 200)}` : '';
  return { kind: 'refused', code: error, detail: `${error}${scope}${why}` };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  const cause = error.cause instanceof Error ? (error.cause.cause ?? error.cause) : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  return code ?? (cause instanceof Error && cause.name === 'TimeoutError' ? 'timed out' : 'the connection was lost');
}

/** The token, or what it may do. */
const ofToken = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'org_login_required',
  'ekm_access_denied',
  'access_denied',
  'team_access_not_granted',
]);

const notThere = new Set([
  'channel_not_found',
  'is_archived',
  'user_not_found',
  'user_disabled',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
]);
const notIn = new Set([
  'not_in_channel',
  'user_not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'posting_to_general_channel_denied',
]);
const closed = new Set(['messages_tab_disabled', 'cannot_dm_bot', 'user_not_visible', 'restricted_action_non_threadable_channel']);

export const isOfToken = (fault: Fault): boolean => fault.kind === 'refused' && ofToken.has(fault.code);

/** What delivery does about it. */
export function resultOf(fault: Fault, scope: 'conversation' | 'account' = 'conversation'): Exclude<SendResult, { ok: true }> {
  if (fault.kind === 'rate_limited') return { ok: false, kind: 'rate_limited', retryAfterMs: fault.retryAfterMs, scope };
  if (fault.kind === 'unanswered') return { ok: false, kind: 'unknown_outcome', detail: fault.detail };
  if (isOfToken(fault)) return { ok: false, kind: 'auth', detail: fault.detail };
  if (notThere.has(fault.code)) return { ok: false, kind: 'unreachable', reason: 'gone' };
  if (notIn.has(fault.code)) return { ok: false, kind: 'unreachable', reason: 'not_in_chat' };
  if (closed.has(fault.code)) return { ok: false, kind: 'unreachable', reason: 'dm_closed' };
  return { ok: false, kind: 'invalid', detail: fault.detail };
}

/** What whoever runs the desk reads, and what mends it. */
export function inWords(fault: Fault): { fault: string; remedy: string } {
  if (fault.kind === 'rate_limited') return { fault: 'Slack asks us to wait.', remedy: 'It is tried again by itself.' };
  if (fault.kind === 'unanswered')
    return {
      fault: `Slack cannot be reached (${fault.detail}).`,
      remedy: 'It is tried again by itself; see https://slack-status.com and this machine’s network.',
    };
  switch (fault.code) {
    case 'invalid_auth':
    case 'not_authed':
      return {
        fault: 'Slack does not know this token.',
        remedy:
          'Copy the bot token (xoxb-…) from "OAuth & Permissions", and the app-level token (xapp-…) from "Basic Information" of your Slack app.',
      };
    case 'token_revoked':
    case 'token_expired':
    case 'account_inactive':
      return {
        fault: `The token was taken back (${fault.code}).`,
        remedy: 'Install the app again under "Install App" of your Slack app, and set SLACK_BOT_TOKEN to the new token.',
      };
    case 'missing_scope':
      return {
        fault: `The token lacks a right: ${fault.detail}.`,
        remedy:
          'Add the scope under "OAuth & Permissions", then install the app again; `orderly platforms sync --manifest` prints the manifest with all of them.',
      };
    case 'not_allowed_token_type':
      return { fault: 'This is another kind of token.', remedy: 'SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.' };
    default:
      return { fault: `Slack refuses: ${fault.detail}.`, remedy: 'See https://docs.slack.dev/reference/methods for what it means.' };
  }
}
