import { acceptanceTime } from '../orders/fulfilling/acceptance.act.ts';
import { findOrder } from '../orders/order.store.ts';
import type { Order } from '../orders/order.ts';
import type { DeskTurn } from '../turn.ts';
import type { Compose, Content } from './campaigns.act.ts';
import { arrivedCard, csatCard, reminderCard, thanksCard, tipsCard, type About } from './follow-up.cards.ts';
import { lastWord } from './follow-up.decide.ts';
import { isFollowUpStep } from './follow-up.ts';
import { bestScore } from './survey.store.ts';
import { deliveriesOf, touchesAbout } from './touch.store.ts';
import type { Delivery, Touch } from './touch.ts';
import { inLanguage } from '../text/locale.ts';

type Followed = Delivery & { order: Order };

/** What a step after a delivery says, as things stand when it is due. */
export const composeFollowUp: Compose = async (turn, touch, reader) => {
  const { step } = touch;
  if (!isFollowUpStep(step)) throw new Error(`a delivery is not followed up by ${step}`);
  const followed = await followedOrders(turn, touch);
  const about = (some: Followed[]): About => ({ touchId: touch.id, orders: some.map(({ order }) => order), reader });
  switch (step) {
    case 'arrived': {
      const open = followed.filter(({ order }) => order.state === 'delivered');
      if (open.length === 0) return { notNeeded: 'said_already' };
      return { purpose: touch.purpose, card: arrivedCard(about(open), Math.max(...open.map(({ lateDays }) => lateDays))) };
    }
    case 'tips':
      return tips(turn, touch, about(followed));
    case 'csat':
      return { purpose: touch.purpose, card: csatCard(about(followed)) };
    case 'close':
      return close(turn, touch, followed, about);
  }
};

async function followedOrders({ tx }: DeskTurn, touch: Touch): Promise<Followed[]> {
  const followed: Followed[] = [];
  for (const delivery of await deliveriesOf(tx, touch.id)) {
    const order = await findOrder(tx, delivery.orderId);
    if (order) followed.push({ ...delivery, order });
  }
  return followed;
}

/** How to use what came, and help with it where the business offers such work. */
async function tips(turn: DeskTurn, touch: Touch, about: About): Promise<Content> {
  const { products } = await turn.catalogue();
  const skus = new Set(about.orders.flatMap(({ lines }) => lines.flatMap(({ sku, delivered }) => (sku && delivered > 0 ? [sku] : []))));
  const bought = [...products.values()].filter(({ sku }) => skus.has(sku));
  const told = bought.flatMap(({ names, tips: text }) =>
    text ? [{ product: inLanguage(names, about.reader.locale), text: inLanguage(text, about.reader.locale) }] : [],
  );
  const helps = bought.some(({ kind }) => kind === 'goods') && [...products.values()].some(({ kind }) => kind === 'service');
  if (told.length === 0 && !helps) return { notNeeded: 'nothing_to_say' };
  return { purpose: touch.purpose, card: tipsCard(about, told, helps) };
}

async function close({ tx, now }: DeskTurn, touch: Touch, followed: Followed[], about: (some: Followed[]) => About): Promise<Content> {
  const orderIds = followed.map(({ orderId }) => orderId);
  const heard = new Set((await touchesAbout(tx, orderIds)).flatMap(({ state, orderIds: ids }) => (state === 'answered' ? ids : [])));
  const silent = followed.filter(({ order, orderId }) => order.state === 'delivered' && !heard.has(orderId));
  switch (lastWord({ score: await bestScore(tx, orderIds), silent: silent.length })) {
    case 'thanks':
      return { purpose: 'marketing', card: thanksCard(about(followed)) };
    case 'reminder': {
      const first = silent.map(({ deliveredAt }) => deliveredAt).reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? a : b));
      return { purpose: touch.purpose, card: reminderCard(about(silent), first.add(acceptanceTime), now) };
    }
    case null:
      return { notNeeded: 'answered' };
  }
}
