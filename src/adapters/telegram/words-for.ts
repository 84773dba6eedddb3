/** The bot we are, as `getMe` tells. */
export interface Me {
  id: number;
  username: string;
}

/** An address that opens the bot's own chat, where Start sends it this word. */
export const startLink = ({ username }: Me, word: string): string => `https://t.me/${username}?start=${word}`;

/** A part of a text that Telegram has found; offsets count UTF-16 units, as JavaScript does. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  user?: { id: string | number } | undefined;
}

interface Heard {
  text: string;
  entities: readonly Entity[];
  isDirect: boolean;
  /** It answers a message of ours. */
  repliesToUs: boolean;
}

/** Words, or a command with what follows it. */
export interface Meant {
  command?: string;
  text: string;
  /** Among others we are called by our name. */
  called?: true;
}

/**
 * What of a message is for us; null where it is for others. In a group that is what mentions us, answers us or is a command: the
 * rest is not for the desk even where the bot may read it.
 */
export function wordsFor(me: Me, heard: Heard): Meant | null {
  const { text, isDirect, repliesToUs } = heard;
  const mention = heard.entities.find((entity) => isMention(entity, text, me));
  const plain = mention ? without(text, mention) : text;
  const typed = /^\/([^\s@/]{1,64})(?:@(\w+))?(?:\s+([\s\S]*))?$/u.exec(plain.trim());
  if (typed) {
    const [, command = '', to, rest = ''] = typed;
    if (to !== undefined && to.toLowerCase() !== me.username.toLowerCase()) return null;
    return { command, text: rest.trim() };
  }
  if (mention && !isDirect) return { text: plain, called: true };
  return isDirect || repliesToUs || mention ? { text: plain } : null;
}

function isMention({ type, offset, length, user }: Entity, text: string, me: Me): boolean {
  if (type === 'text_mention') return user !== undefined && String(user.id) === String(me.id);
  return type === 'mention' && text.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`;
}

/** "@bot, 2 chairs" asks for 2 chairs. */
function without(text: string, { offset, length }: Entity): string {
  const before = text.slice(0, offset).trimEnd();
  const after = text.slice(offset + length).replace(/^[\s,:;，：；、]+/u, '');
  return before === '' ? after : `${before} ${after}`.trim();
}
