import { GatewayCloseCodes } from 'discord-api-types/v10';
import { errorLine } from '#core/messages/failure.decide.ts';
import type { Log } from '#core/ports.ts';
import type { Health } from '../connection.ts';
import { statusOf } from './failure.ts';

type Down = Extract<Health, { state: 'down' }>;

/** A line that breaks for moments is no fault. */
const patienceMs = 20_000;

/** How the connection is; a change is written to the log once. */
export class State {
  #log: Log;
  #health: Health = { state: 'connecting' };
  #since = performance.now();

  constructor(log: Log) {
    this.#log = log;
  }

  get now(): Health {
    const long = performance.now() - this.#since > patienceMs;
    return this.#health.state === 'connecting' && long ? unreachable('the line cannot be had') : this.#health;
  }

  set(health: Health): void {
    if (sameHealth(this.#health, health)) return;
    this.#health = health;
    this.#since = performance.now();
    if (health.state === 'down') this.#log.error({ fault: health.fault, remedy: health.remedy }, 'discord.down');
    else this.#log.info({}, `discord.${health.state}`);
  }
}

const sameHealth = (one: Health, other: Health): boolean =>
  one.state === other.state && (one.state !== 'down' || other.state !== 'down' || one.fault === other.fault);

const unreachable = (why: string): Down => ({
  state: 'down',
  fault: `Discord cannot be reached (${why}).`,
  remedy: 'It is being tried again; see discordstatus.com, and whether this machine reaches discord.com.',
});

const badToken: Down = {
  state: 'down',
  fault: 'Discord does not take the token.',
  remedy: 'Make a new one on the page "Bot" of your application (Reset Token), set DISCORD_TOKEN and start again.',
};

/** Why no line could be had. */
export function faultOf(error: unknown): Down {
  if (statusOf(error) === 401) return badToken;
  if (error instanceof Error && /sessions? remaining/.test(error.message)) return exhausted();
  return unreachable(errorLine(error).slice(0, 120));
}

export const exhausted = (ms?: number): Down => ({
  state: 'down',
  fault: 'Discord begins no more sessions for this bot today: it was started too often.',
  remedy: `Leave it running: it connects by itself${ms === undefined ? '' : ` in ${Math.ceil(ms / 60_000)} min`}. Is another program started with the same token, again and again?`,
});

/** Not Discord's fault: ours, or our database's. */
export const crowdedOut: Down = {
  state: 'down',
  fault: 'The database takes nothing of what is said on Discord, and no more of it is kept in memory.',
  remedy: 'See that the database answers. The desk goes on by itself where it stopped hearing; what was said meanwhile is read then.',
};

const badIntents: readonly number[] = [GatewayCloseCodes.DisallowedIntents, GatewayCloseCodes.InvalidIntents];
const badTokens: readonly number[] = [GatewayCloseCodes.AuthenticationFailed];

/** Why Discord closed the line for good. */
export function faultOfClose(code: number): Down {
  if (badTokens.includes(code)) return badToken;
  if (badIntents.includes(code))
    return {
      state: 'down',
      fault: `Discord does not let this bot hear what it asks for (${code}).`,
      remedy: 'It asks for no privileged intent; look on the page "Bot" of your application whether the bot is restricted.',
    };
  return {
    state: 'down',
    fault: `Discord closed the line for good (${code}).`,
    remedy: 'The code is explained under "Gateway Close Event Codes" in Discord’s documentation; a newer version of Orderly may know more.',
  };
}
