import type { Button, Card } from '#core/messages/card.ts';
import type { Rendered } from '#core/messages/rendered.ts';
import { limitsOfRich } from './limits.ts';
import { renderForTelegram, type TelegramMessage } from './render.ts';
import { drawRich, sizeOf, type RichTelegramMessage } from './rich.ts';

/** A card as Telegram gets it where it takes tables: with a table as a rich message, any other as HTML. */
export function drawForTelegram(card: Card<Button>): Rendered<TelegramMessage | RichTelegramMessage> {
  const rich = drawRich(card);
  if (!rich) return renderForTelegram(card);
  const { rich_message, reply_markup } = rich.payload;
  return { ...rich, lost: [], limits: limitsOfRich(sizeOf(rich_message.blocks), reply_markup) };
}
