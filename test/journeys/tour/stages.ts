import type { Part, Scenario, Spoken } from '#adapters/playground/page/scenarios/scenario.ts';
import { parts } from '#adapters/playground/page/scenarios/scenario.ts';
import { platformNames, type Platform } from '#core/messages/incoming.ts';
import type { OpenBody } from './bodies/body.ts';
import { onDiscord } from './bodies/discord.ts';
import { onSlack } from './bodies/slack.ts';
import { onTelegram } from './bodies/telegram.ts';
import type { Casting } from './theatre.ts';

/** Where a scenario is played: on which platforms, how events come from them, and in which language. */
export interface Setting {
  name: string;
  speech: keyof Spoken;
  open: Partial<Record<Platform, OpenBody>>;
  casting(scenario: Scenario): Casting;
}

const inRooms = (platform: Platform) => ({ review: platform, sales: platform, warehouse: platform });

const peopleOf = ({ cast }: Scenario, speech: keyof Spoken, platformOf: (part: Part, person: string) => Platform) =>
  Object.fromEntries(parts.map((part) => [cast[speech][part].person, platformOf(part, cast[speech][part].person)]));

/** Everybody on the same platform. */
const all = (open: OpenBody, platform: Platform, way: string): Setting => ({
  name: `${platformNames[platform]} (${way})`,
  speech: 'en',
  open: { [platform]: open },
  casting: (scenario) => ({ people: peopleOf(scenario, 'en', () => platform), rooms: inRooms(platform) }),
});

/** A customer on Telegram, colleagues on Slack and their manager on Discord, who speak Chinese. */
const mixed: Setting = {
  name: 'Telegram, Slack and Discord',
  speech: 'zh',
  open: { telegram: onTelegram('polling'), slack: onSlack('http'), discord: onDiscord('gateway') },
  casting: (scenario) => ({
    people: peopleOf(scenario, 'zh', (part, person) => (part === 'customer' ? 'telegram' : person === 'grace' ? 'discord' : 'slack')),
    rooms: inRooms('slack'),
  }),
};

/** Between them every way in which events come. */
export const settings: Setting[] = [
  all(onTelegram('webhook'), 'telegram', 'webhook'),
  all(onSlack('socket'), 'slack', 'Socket Mode'),
  all(onDiscord('http'), 'discord', 'interactions over HTTP'),
  mixed,
];
