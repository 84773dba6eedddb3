import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { faultOf, isOfToken, type Fault } from './fault.ts';

/** Who we are in the workspace. */
export interface Identity {
  account: string;
  workspace: string;
  self: string;
  botId: string;
  /** What the token may do. */
  scopes: string[];
}

const longestWaitMs = 60_000;
/** A token that was taken in is looked at again from time to time: it may have been taken back. */
const lookMs = 5 * 60_000;

export async function askIdentity(client: WebClient): Promise<Identity> {
  const said = await client.auth.test();
  if (!said.team_id || !said.user_id || !said.bot_id) throw new Error('Slack does not say who we are');
  return {
    account: said.team_id,
    workspace: said.team ?? said.team_id,
    self: said.user_id,
    botId: said.bot_id,
    scopes: said.response_metadata?.scopes ?? [],
  };
}

/** Why the token is worth nothing now; null where it is good, or nobody answers. */
export async function whyRefused(client: WebClient): Promise<Fault | null> {
  try {
    await client.auth.test();
    return null;
  } catch (error) {
    const fault = faultOf(error);
    return isOfToken(fault) ? fault : null;
  }
}

interface Watching {
  client: WebClient;
  signal: AbortSignal;
  /** Before it is asked again where that failed, for the first time; later twice as long each time. */
  retryMs: number;
  /** Told each time: who we are, or why it is not told. */
  note(found: Identity | Fault): void;
}

/** Asks who we are until it is told, and now and then whether it still is so. */
export async function watchIdentity({ client, signal, retryMs, note }: Watching): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    try {
      note(await askIdentity(client));
      failures = 0;
    } catch (error) {
      failures += 1;
      note(faultOf(error));
    }
    const wait = failures === 0 ? lookMs : Math.min(retryMs * 2 ** (failures - 1), longestWaitMs);
    await pause(wait, undefined, { signal, ref: false }).catch(() => {});
  }
}
