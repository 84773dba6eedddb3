import type { PressReaders } from '#core/messages/pressed.ts';
import type { Renderers } from '#core/messages/rendered.ts';
import { pressFromDiscord } from './discord/press.ts';
import { renderForDiscord } from './discord/render.ts';
import { pressFromSlack } from './slack/press.ts';
import { renderForSlack } from './slack/render.ts';
import { pressFromTelegram } from './telegram/press.ts';
import { renderForTelegram } from './telegram/render.ts';

/** The platforms, one line each: how a card looks there. */
export const renderers: Renderers = {
  slack: renderForSlack,
  discord: renderForDiscord,
  telegram: renderForTelegram,
};

/** And how a press comes back from there. */
export const pressReaders: PressReaders = {
  slack: pressFromSlack,
  discord: pressFromDiscord,
  telegram: pressFromTelegram,
};
