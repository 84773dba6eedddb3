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
import { renderForTelegram } from './telegram/render.ts';
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
  telegram: { render: renderForTelegram, readPress: pressFromTelegram, askForm: formForTelegram, readForm: submissionFromTelegram },
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

/** What each platform needs to be connected. */
export interface PlatformSettings {
  slack: SlackSettings;
  discord: DiscordSettings;
  telegram: TelegramSettings;
}

/** How the desk connects to each; an SDK is loaded only where its platform is connected to. */
export const connectors: { [P in Platform]?: Connect<PlatformSettings[P]> } = {
  slack: async (settings, world) => (await import('./slack/connect.ts')).connectSlack(settings, world),
  discord: async (settings, world) => (await import('./discord/connect.ts')).connectDiscord(settings, world),
  telegram: async (settings, world) => (await import('./telegram/connect.ts')).connectTelegram(settings, world),
};

/** How each is set up; likewise. */
export const setups: { [P in Platform]?: SetUp<PlatformSettings[P]> } = {
  discord: async (settings, world) => (await import('./discord/setup.ts')).setUpDiscord(settings, world),
  slack: async (settings, world) => (await import('./slack/setup.ts')).setUpSlack(settings, world),
  telegram: async (settings, world) => (await import('./telegram/setup.ts')).setUpTelegram(settings, world),
};

/** Each as a server of one's own, with people on it; likewise. */
export const rehearsals: { [P in Platform]?: Rehearse } = {
  slack: async (options) => (await import('./emulators/slack/rehearse.ts')).rehearseSlack(options),
  discord: async (options) => (await import('./emulators/discord/rehearse.ts')).rehearseDiscord(options),
  telegram: async (options) => (await import('./emulators/telegram/rehearse.ts')).rehearseTelegram(options),
};
