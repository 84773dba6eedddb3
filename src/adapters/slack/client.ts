import { LogLevel, WebClient, type Logger, type WebClientOptions } from '@slack/web-api';

/** Longer than this no call is waited for; the client has no limit of its own. */
const answerMs = 15_000;

/** What the SDK would write down holds words of people and addresses with secrets; what matters is logged by us. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The SDK repeats nothing: what becomes of a call without an answer is decided where it is known what was said. */
export const clientOptions = (apiUrl: string) =>
  ({
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: answerMs,
    logger: quiet,
  }) satisfies WebClientOptions;

export const slackClient = (token: string, apiUrl: string): WebClient => new WebClient(token, clientOptions(apiUrl));
