import type { HomeView, WebClient } from '@slack/web-api';
import type { Card } from '#core/messages/card.ts';
import type { Incoming } from '#core/messages/incoming.ts';
import type { Sink } from '#core/messages/sink.ts';
import { renderForSlack } from './render.ts';
import { typableCard } from './typable.ts';

/** A card as the page of the app that each person sees for themselves. */
export const homeOf = (card: Card): HomeView => ({ type: 'home', blocks: renderForSlack(typableCard(card)).payload.blocks });

/** Shows somebody who opened that page what waits for them now. Whom the desk has never met keeps what Slack shows by itself. */
export async function showHome(client: WebClient, sink: Sink, whose: Pick<Incoming, 'from' | 'address'>): Promise<void> {
  const card = await sink.home(whose);
  if (card) await client.views.publish({ user_id: whose.from.key, view: homeOf(card) });
}
