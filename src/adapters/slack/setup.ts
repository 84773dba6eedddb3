import type { WebClient } from '@slack/web-api';
import type { Finding, Setup, SetUp, Surroundings } from '#adapters/connection.ts';
import { languageNames, locales } from '#core/text/locale.ts';
import { Problem } from '#src/problem.ts';
import { slackClient } from './client.ts';
import { faultOf, inWords } from './fault.ts';
import { askIdentity, type Identity } from './identity.ts';
import { createLink, manifest, scopes, slashCommands } from './manifest.ts';
import { probeSlack } from './probe.ts';
import type { SlackSettings } from './settings.ts';

/** Slack lets no bot token change its app: what is to be changed is a manifest that a person pastes. */
export const setUpSlack: SetUp<SlackSettings> = async (settings, { publicUrl }): Promise<Setup> => {
  const client = slackClient(settings.botToken, settings.apiUrl);
  const url = settings.way.kind === 'http' ? publicUrl : null;
  return {
    async sync() {
      const identity = await askIdentity(client).catch((error: unknown) => {
        const { fault, remedy } = inWords(faultOf(error));
        throw new Problem(fault, remedy);
      });
      const missing = missingOf(identity);
      if (missing.length > 0)
        throw new Problem(
          `The app in ${identity.workspace} lacks the rights ${missing.join(', ')}.`,
          `Paste this under "App Manifest" of your Slack app, then install it again:\n${JSON.stringify(manifest(url, 'en'))}`,
        );
      return [];
    },
    invitation: async () => [
      ...locales.map((locale) => ({
        title: `Create the Slack app with one click (${languageNames[locale]})`,
        text: createLink(manifest(url, locale)),
        isLong: true as const,
      })),
      {
        title: 'The manifest, to paste under "App Manifest" of an app that is there',
        text: JSON.stringify(manifest(url, 'en'), null, 2),
        isLong: true,
      },
    ],
    async inspect({ probe }) {
      const token = await askIdentity(client).catch(faultOf);
      if ('kind' in token) {
        const { fault, remedy } = inWords(token);
        return [{ item: 'token', says: fault, ok: false, remedy }, await wayOf(settings, publicUrl)];
      }
      const well: Finding = { item: 'token', says: `${token.workspace} (${token.account})`, ok: true };
      const probed = probe === null ? [] : [await probeSlack(client, token.account, probe)];
      return [well, rightsOf(token), await wayOf(settings, publicUrl), commandsFinding, ...probed];
    },
  };
};

/** What Slack tells no bot is said, rather than left out. */
const commandsFinding: Finding = {
  item: 'commands',
  says: `Slack lets no bot read which commands its app has; they should be ${slashCommands.join(', ')}, as in \`orderly platforms sync --manifest\`.`,
  ok: true,
};

const missingOf = ({ scopes: granted }: Identity): string[] => Object.keys(scopes).filter((scope) => !granted.includes(scope));

function rightsOf(identity: Identity): Finding {
  const missing = missingOf(identity);
  if (missing.length === 0) return { item: 'rights', says: identity.scopes.join(', '), ok: true };
  const whatFor = missing.map((scope) => `${scope} (${scopes[scope as keyof typeof scopes]})`); // one of those that are needed
  return {
    item: 'rights',
    says: `The token lacks ${whatFor.join(', ')}.`,
    ok: false,
    remedy:
      'Add them under "OAuth & Permissions" of your Slack app, then install it again; `orderly platforms sync --manifest` prints the whole manifest.',
  };
}

/** The way events come in. Whether the signing secret is right is only seen when Slack posts. */
async function wayOf({ way, apiUrl }: SlackSettings, publicUrl: Surroundings['publicUrl']): Promise<Finding> {
  if (way.kind === 'http')
    return publicUrl
      ? { item: 'events', says: `Slack posts to ${publicUrl.replace(/\/+$/, '')}/hooks/slack.`, ok: true }
      : {
          item: 'events',
          says: 'Slack has no address to post to.',
          ok: false,
          remedy: 'Set ORDERLY_PUBLIC_URL to the address of this desk, or use Socket Mode: SLACK_CONNECTION=socket with SLACK_APP_TOKEN.',
        };
  try {
    await appClient(way.appToken, apiUrl).apps.connections.open({});
    return { item: 'events', says: 'Socket Mode', ok: true };
  } catch (error) {
    const { fault, remedy } = inWords(faultOf(error));
    return { item: 'events', says: `Socket Mode: ${fault}`, ok: false, remedy };
  }
}

const appClient = (appToken: string, apiUrl: string): WebClient => slackClient(appToken, apiUrl);
