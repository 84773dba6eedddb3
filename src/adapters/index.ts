import { platforms, type Platform } from '#core/messages/incoming.ts';
import type { FormRenderer, FormRenderers, SubmissionReader, SubmissionReaders } from '#core/messages/form.ts';
import type { PressReader, PressReaders } from '#core/messages/pressed.ts';
import type { Renderer, Renderers } from '#core/messages/rendered.ts';
import type { Connect, SetUp } from './connection.ts';
import { formForDiscord } from './discord/form.ts';
import { pressFromDiscord } from './discord/press.ts';
import { renderForDiscord } from './discord/render.ts';
import type { DiscordSettings } from './discord/settings.ts';
import { submissionFromDiscord } from './discord/submission.ts';
import type { Rehearse } from './rehearsal.ts';
import { formForSlack } from './slack/form.ts';
import { pressFromSlack } from './slack/press.ts';
import { renderForSlack } from './slack/render.ts';
import type { SlackSettings } from './slack/settings.ts';
import { submissionFromSlack } from './slack/submission.ts';
import { formForTelegram } from './telegram/form.ts';
import { pressFromTelegram } from './telegram/press.ts';
import { drawForTelegram } from './telegram/drawn.ts';
import type { TelegramSettings } from './telegram/settings.ts';
import { submissionFromTelegram } from './telegram/submission.ts';

interface Adapter {
  /** How a card looks there. */
  render: Renderer;
  /** How a press comes back from there. */
  readPress: PressReader;
  /** How a form is asked there, and how it comes back. */
  askForm: FormRenderer;
  readForm: SubmissionReader;
}

/** The platforms, one line each. */
const adapters: Record<Platform, Adapter> = {
  slack: { render: renderForSlack, readPress: pressFromSlack, askForm: formForSlack, readForm: submissionFromSlack },
  discord: { render: renderForDiscord, readPress: pressFromDiscord, askForm: formForDiscord, readForm: submissionFromDiscord },
  telegram: { render: drawForTelegram, readPress: pressFromTelegram, askForm: formForTelegram, readForm: submissionFromTelegram },
};

/** One part of each, by platform. */
function parts<Part extends keyof Adapter>(part: Part): Record<Platform, Adapter[Part]> {
  const found = platforms.map((platform) => [platform, adapters[platform][part]]);
  return Object.fromEntries(found) as Record<Platform, Adapter[Part]>; // every platform was just gone through
}

export const renderers: Renderers = parts('render');
export const pressReaders: PressReaders = parts('readPress');
export const formRenderers: FormRenderers = parts('askForm');
export const submissionReaders: SubmissionReaders = parts('readForm');

/** The platforms a desk can be connected to, and what that needs of each. */
export interface PlatformSettings {
  slack: SlackSettings;
  discord: DiscordSettings;
  telegram: TelegramSettings;
}
export type LivePlatform = keyof PlatformSettings;

interface Live<Settings> {
  connect: Connect<Settings>;
  /** What is registered there once. */
  setUp: SetUp<Settings>;
  /** A server of one's own that stands in for it, with people on it. */
  rehearse: Rehearse;
}

/** What each is connected by; an SDK is loaded only where its platform is. */
export const lives: { [P in LivePlatform]: Live<PlatformSettings[P]> } = {
  slack: {
    connect: async (settings, world) => (await import('./slack/connect.ts')).connectSlack(settings, world),
    setUp: async (settings, world) => (await import('./slack/setup.ts')).setUpSlack(settings, world),
    rehearse: async (options) => {
      const [{ rehearseSlack }, { slashCommands }] = await Promise.all([
        import('./emulators/slack/rehearse.ts'),
        import('./slack/manifest.ts'),
      ]);
      return rehearseSlack({ ...options, commands: slashCommands });
    },
  },
  discord: {
    connect: async (settings, world) => (await import('./discord/connect.ts')).connectDiscord(settings, world),
    setUp: async (settings, world) => (await import('./discord/setup.ts')).setUpDiscord(settings, world),
    rehearse: async (options) => (await import('./emulators/discord/rehearse.ts')).rehearseDiscord(options),
  },
  telegram: {
    connect: async (settings, world) => (await import('./telegram/connect.ts')).connectTelegram(settings, world),
    setUp: async (settings, world) => (await import('./telegram/setup.ts')).setUpTelegram(settings, world),
    rehearse: async (options) => (await import('./emulators/telegram/rehearse.ts')).rehearseTelegram(options),
  },
};
export const livePlatforms = Object.keys(lives) as LivePlatform[]; // the keys of a record are its platforms
