import type { Button, Card } from '#core/messages/card.ts';
import type { Rendered } from '#core/messages/rendered.ts';
import { limitsOfRich } from './limits.ts';
import { renderForTelegram, type TelegramMessage } from './render.ts';
import { richForTelegram, sizeOf, type RichTelegramMessage } from './rich.ts';

/** A card as Telegram gets it where it takes tables: with a table as a rich message, any other as HTML. */
export function drawForTelegram(card: Card<Button>): Rendered<TelegramMessage | RichTelegramMessage> {
  const rich = richForTelegram(card);
  if (!rich) return renderForTelegram(card);
  return { payload: rich, lost: [], limits: limitsOfRich(sizeOf(rich.rich_message.blocks), rich.reply_markup) };
}
