import { GrammyError, HttpError } from 'grammy';

/** Why the connection does not work, and what mends it, for whoever runs the desk. */
export interface Fault {
  fault: string;
  remedy: string;
}

/** What an error of the Bot API means for the connection. */
export function faultOf(error: unknown, apiUrl: string): Fault {
  const host = new URL(apiUrl).host;
  if (error instanceof GrammyError) return faultOfAnswer(error, host);
  const code = networkCode(error);
  return {
    fault: `${host} cannot be reached${code ? ` (${code})` : ''}.`,
    remedy: 'It is tried again by itself. If it stays so, look whether this machine reaches that address.',
  };
}

function faultOfAnswer({ error_code, description }: GrammyError, host: string): Fault {
  switch (error_code) {
    case 401:
    case 404:
      return {
        fault: 'Telegram does not accept the bot token: it is wrong, or was revoked.',
        remedy: 'Ask @BotFather for it (/mybots, then API Token), put it into TELEGRAM_BOT_TOKEN and start the desk again.',
      };
    case 409:
      return description.includes('webhook')
        ? {
            fault: 'Another program has set a webhook for this bot, so its messages go there.',
            remedy: 'Stop that program and start this desk again, or give the desk a bot of its own.',
          }
        : {
            fault: 'Another program asks for the messages of this bot, perhaps a second desk; Telegram gives them to one only.',
            remedy: 'Stop the other program, or give this desk a bot of its own. It goes on by itself then.',
          };
    case 429:
      return { fault: 'Telegram takes no more calls for a while.', remedy: 'It goes on by itself when that is over.' };
    default:
      return error_code >= 500
        ? { fault: `${host} answers with an error (${error_code}).`, remedy: 'It is tried again by itself.' }
        : { fault: `Telegram refuses what we ask: ${plainly(description)}.`, remedy: 'Look at the settings of Telegram in .env.' };
  }
}

/** What the network said, as `ECONNREFUSED`; null where it was not the network. */
export function networkCode(error: unknown): string | null {
  const inner = error instanceof HttpError ? error.error : error;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : null;
}

/** A description without the values it quotes, which may be personal, and without the words it always begins with. */
export const plainly = (description: string): string =>
  description
    .replace(/^(?:Bad Request|Forbidden|Conflict|Unauthorized): /, '')
    .replaceAll(/"[^"]*"|'[^']*'/g, '…')
    .replace(/\.$/, '')
    .slice(0, 200);
