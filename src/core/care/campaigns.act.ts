import type { Draft } from '../messages/card.ts';
import type { MessageClass } from '../messages/delivery.decide.ts';
import type { Speaker } from '../people/person.ts';
import type { DeskTurn } from '../turn.ts';
import { composeFollowUp } from './follow-up.act.ts';
import type { CampaignName, Touch, TouchReason } from './touch.ts';

export type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

/** What a touch says once it is due and for what purpose, or why nothing has to be said any more. */
export type Content = { card: Draft; purpose: MessageClass } | { notNeeded: TouchReason };

export type Compose = (turn: DeskTurn, touch: Touch, reader: Reader) => Promise<Content>;

/** Who writes the touches of each campaign; a new campaign is one file and one line. */
export const campaigns = { follow_up: composeFollowUp } satisfies Record<CampaignName, Compose>;
