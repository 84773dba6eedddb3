import type { Renderers } from '#core/messages/rendered.ts';
import { renderForDiscord } from './discord/render.ts';
import { renderForSlack } from './slack/render.ts';
import { renderForTelegram } from './telegram/render.ts';

/** The platforms, one line each: how a card looks there. */
export const renderers: Renderers = {
  slack: renderForSlack,
  discord: renderForDiscord,
  telegram: renderForTelegram,
};
