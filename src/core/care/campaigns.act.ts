import type { Draft } from '../messages/card.ts';
import type { MessageClass } from '../messages/delivery.decide.ts';
import type { Speaker } from '../people/person.ts';
import type { DeskTurn, Turn } from '../turn.ts';
import type { Coupon } from './win-back/coupon.ts';
import { composeFollowUp } from './follow-up.act.ts';
import type { CampaignName, Touch, TouchReason } from './touch.ts';
import { composeWinBack } from './win-back/composing.act.ts';
import { winBackSettled } from './win-back/stopping.act.ts';

export type Reader = Pick<Speaker, 'locale' | 'timeZone'>;

/** What a touch says once it is due and for what purpose, or why nothing has to be said any more. */
export type Content = { card: Draft; purpose: MessageClass; coupon?: Coupon } | { notNeeded: TouchReason };

export type Compose = (turn: DeskTurn, touch: Touch, reader: Reader) => Promise<Content>;

interface Campaign {
  /** Writes its touches. */
  compose: Compose;
  /** Hears what became of one: sent, not sent, or sent and not delivered. */
  settled: (turn: Turn, touch: Touch) => Promise<void>;
}

/** The reasons to speak to customers of our own accord; a new campaign is one file and one line. */
export const campaigns = {
  follow_up: { compose: composeFollowUp, settled: () => Promise.resolve() },
  win_back: { compose: composeWinBack, settled: winBackSettled },
} satisfies Record<CampaignName, Campaign>;
