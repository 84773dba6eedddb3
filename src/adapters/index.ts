import { platforms, type Platform } from '#core/messages/incoming.ts';
import type { PressReader, PressReaders } from '#core/messages/pressed.ts';
import type { Renderer, Renderers } from '#core/messages/rendered.ts';
import type { Connect } from './connection.ts';
import { pressFromDiscord } from './discord/press.ts';
import { renderForDiscord } from './discord/render.ts';
import type { DiscordSettings } from './discord/settings.ts';
import { pressFromSlack } from './slack/press.ts';
import { renderForSlack } from './slack/render.ts';
import type { SlackSettings } from './slack/settings.ts';
import { pressFromTelegram } from './telegram/press.ts';
import { renderForTelegram } from './telegram/render.ts';
import type { TelegramSettings } from './telegram/settings.ts';

interface Adapter {
  /** How a card looks there. */
  render: Renderer;
  /** How a press comes back from there. */
  readPress: PressReader;
}

/** The platforms, one line each. */
const adapters: Record<Platform, Adapter> = {
  slack: { render: renderForSlack, readPress: pressFromSlack },
  discord: { render: renderForDiscord, readPress: pressFromDiscord },
  telegram: { render: renderForTelegram, readPress: pressFromTelegram },
};

/** One part of each, by platform. */
function parts<Part extends keyof Adapter>(part: Part): Record<Platform, Adapter[Part]> {
  const found = platforms.map((platform) => [platform, adapters[platform][part]]);
  return Object.fromEntries(found) as Record<Platform, Adapter[Part]>; // every platform was just gone through
}

export const renderers: Renderers = parts('render');
export const pressReaders: PressReaders = parts('readPress');

/** What each platform needs to be connected. */
export interface PlatformSettings {
  slack: SlackSettings;
  discord: DiscordSettings;
  telegram: TelegramSettings;
}

/** How the desk connects to each; an SDK is loaded only where its platform is connected to. */
export const connectors: { [P in Platform]?: Connect<PlatformSettings[P]> } = {};
