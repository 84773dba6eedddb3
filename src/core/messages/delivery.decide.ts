import type { Address, Platform } from './incoming.ts';
import type { SendResult } from '../ports.ts';
import { backoffSeconds, longestWaitSeconds } from './failure.decide.ts';

/** How urgent a message is, and how far it may be repeated or left out. */
export type MessageClass = 'transactional' | 'service' | 'survey' | 'marketing';

/** What a person must hear about their own order, as against what would be nice to. */
export const isNews = (kind: MessageClass): boolean => kind === 'transactional' || kind === 'service';

/** What is known of a message when its turn has come. */
export interface Head {
  id: string;
  class: MessageClass;
  /** This attempt counted. */
  attempts: number;
  /** An earlier attempt ended without an answer. */
  uncertain: boolean;
  secondsSinceFirstDoubt: number;
  expired: boolean;
  /** It changes a message that stands already: doing so twice is harmless. */
  edit: boolean;
  /** It is a file that a card names. */
  file: boolean;
  /** It goes to a person's own conversation with the desk. */
  direct: boolean;
}

export type Step = 'send' | 'look_up' | 'expire' | 'give_up';

/** Discord remembers a nonce for "the past few minutes"; we rely on less. */
const discordNonceSeconds = 120;
const mostAttempts = 8;
/** A file is seldom worth more. */
const mostOfFile = 3;

const mostOf = ({ file }: Head): number => (file ? mostOfFile : mostAttempts);

/** What to do with a message whose turn has come; an earlier attempt in doubt is the platform's and the class' matter. */
export function stepOf(head: Head, platform: Platform, canFind: boolean): Step {
  if (!head.uncertain) return head.expired ? 'expire' : 'send';
  // only a sender that died leaves more: perhaps because of this very message
  if (head.attempts > mostOf(head)) return 'give_up';
  if (head.edit) return head.expired ? 'expire' : 'send';
  if (platform === 'discord' && head.secondsSinceFirstDoubt < discordNonceSeconds && !head.expired) return 'send';
  if (canFind) return 'look_up';
  if (head.expired) return 'give_up';
  // Nothing tells whether it arrived
  return mayComeTwice(head) ? 'send' : 'give_up';
}

/** An order's news; an advertisement rather not at all, and a file neither: whoever reads there is told that nobody knows. */
export const mayComeTwice = (head: Pick<Head, 'class' | 'file'>): boolean => isNews(head.class) && !head.file;

/** Why a person's own conversation takes nothing from us until they write again. */
export type Unreachable = 'blocked' | 'dm_closed' | 'gone';

/** Why a file is not shown; `unanswered`: nobody knows whether it is. */
export type Unshown = 'too_large' | 'gone' | 'refused' | 'unread' | 'unanswered';

export type Settlement =
  | { kind: 'sent'; messageKey: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'unknown'; reason: string }
  | { kind: 'again'; seconds: number; uncertain: boolean; counts: boolean; wholeAccount: boolean }
  | { kind: 'stop'; reason: string }
  | { kind: 'unshown'; reason: Unshown; detail: string }
  | { kind: 'anew' }
  | { kind: 'moved'; to: Address }
  | { kind: 'closed'; reason: Unreachable };

/** A conversation takes nothing from us, and it is not this message. */
export const isShut = ({ reason }: Extract<Settlement, { kind: 'failed' }>): boolean => reason === 'not_in_chat' || reason === 'gone';

/** What an answer of the platform means for the message. */
export function settlementOf(result: SendResult, head: Head, platform: Platform, canFind: boolean): Settlement {
  if (result.ok) return { kind: 'sent', messageKey: result.message.key };
  switch (result.kind) {
    case 'rate_limited':
      return {
        kind: 'again',
        seconds: waitOf(result.retryAfterMs),
        uncertain: false,
        counts: false,
        wholeAccount: result.scope === 'account',
      };
    case 'unreachable':
      return unreachable(result, head);
    case 'not_shown':
      if (result.reason !== 'unread' || head.attempts >= mostOfFile)
        return { kind: 'unshown', reason: result.reason, detail: result.detail };
      return { kind: 'again', seconds: backoffSeconds(head.attempts, head.id), uncertain: false, counts: true, wholeAccount: false };
    case 'invalid':
      if (head.file) return { kind: 'unshown', reason: 'refused', detail: result.detail };
      return { kind: 'failed', reason: `invalid: ${result.detail}` };
    case 'auth':
      return { kind: 'stop', reason: result.detail };
    default:
      return doubt(result.detail, head, platform, canFind);
  }
}

function unreachable({ reason, movedTo }: Extract<SendResult, { kind: 'unreachable' }>, head: Head): Settlement {
  // its card came through just before: we may speak there, and it is files that are not taken
  if (head.file && (reason === 'not_in_chat' || (!head.direct && reason === 'gone')))
    return { kind: 'unshown', reason: 'refused', detail: reason };
  switch (reason) {
    case 'moved':
      return movedTo && head.attempts < mostAttempts ? { kind: 'moved', to: movedTo } : { kind: 'failed', reason };
    case 'not_in_chat':
      return { kind: 'failed', reason };
    default:
      // it is the message that is gone, unless posting it anew says the same
      if (reason === 'gone' && head.edit) return { kind: 'anew' };
      return { kind: head.direct ? 'closed' : 'failed', reason };
  }
}

/** What a platform asks us to wait; an answer that makes no sense means a second. */
function waitOf(ms: number): number {
  return ms > 0 ? Math.min(ms / 1000, longestWaitSeconds) : 1;
}

function doubt(detail: string, head: Head, platform: Platform, canFind: boolean): Settlement {
  const next = stepOf({ ...head, uncertain: true, expired: false }, platform, canFind);
  const reason = `no answer: ${detail}`;
  const isOver = next === 'give_up' || head.attempts >= mostOf(head);
  if (isOver && head.file) return { kind: 'unshown', reason: 'unanswered', detail };
  if (next === 'give_up') return { kind: 'unknown', reason };
  if (isOver) return head.edit ? { kind: 'failed', reason } : { kind: 'unknown', reason };
  return { kind: 'again', seconds: backoffSeconds(head.attempts, head.id), uncertain: true, counts: true, wholeAccount: false };
}
