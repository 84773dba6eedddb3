import * as z from 'zod';

export interface SlackSettings {
  botToken: string;
  way: { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };
  /** Ends with a slash. */
  apiUrl: string;
}

const token = (start: RegExp, otherwise: string) => z.string().regex(start, otherwise).optional();

/** The settings of Slack; all of them may be missing. */
export const slackShape = {
  SLACK_BOT_TOKEN: token(/^xox[be][.-][\w.-]+$/, 'must be the bot token of your Slack app, which begins with xoxb-'),
  SLACK_APP_TOKEN: token(/^xapp-[\w-]+$/, 'must be an app-level token of your Slack app, which begins with xapp-'),
  SLACK_SIGNING_SECRET: token(/^[\w-]{8,}$/, 'must be the signing secret of your Slack app'),
  SLACK_CONNECTION: z.enum(['http', 'socket'], 'must be http or socket').optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://slack.com/api/' }).optional(),
};

/** Null without a token; a sentence where what is given does not suffice. Socket Mode unless the desk can be reached from outside. */
export function slackSettings(given: z.output<z.ZodObject<typeof slackShape>>, publicUrl: string | null): SlackSettings | string | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_CONNECTION: forced } = given;
  if (!botToken) return null;
  const apiUrl = (given.SLACK_API_URL ?? 'https://slack.com/api/').replace(/\/*$/, '/');
  const kind = forced ?? (appToken && !(signingSecret && publicUrl) ? 'socket' : 'http');
  if (kind === 'socket') {
    if (!appToken) return 'SLACK_CONNECTION=socket needs SLACK_APP_TOKEN, an app-level token with the scope connections:write.';
    return { botToken, way: { kind, appToken }, apiUrl };
  }
  if (!signingSecret)
    return forced
      ? 'SLACK_CONNECTION=http needs SLACK_SIGNING_SECRET, from the page "Basic Information" of your Slack app.'
      : 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode, nothing to open) or SLACK_SIGNING_SECRET (HTTP) beside it.';
  return { botToken, way: { kind, signingSecret }, apiUrl };
}
