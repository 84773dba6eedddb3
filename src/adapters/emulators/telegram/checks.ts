import { parseHtml, mentionsIn, type Parsed } from './html.ts';
import { badRequest } from './refusal.ts';

export interface Key {
  text: string;
  callback_data?: string;
  url?: string;
}

type Payload = Record<string, unknown>;

/** What Telegram asks of the text of a message; as it is read, and whom it calls. */
export function checkedText(payload: Payload, field: 'text' | 'caption', most: number): Parsed {
  const text = payload[field];
  if (field === 'caption' && text === undefined) return { text: '', pings: [] };
  if (typeof text !== 'string') throw badRequest('message text is empty');
  const mode = payload['parse_mode'];
  if (mode !== undefined && mode !== 'HTML') throw badRequest('unsupported parse_mode');
  const read = mode === 'HTML' ? parseHtml(text) : { text, pings: mentionsIn(text) };
  if (field === 'text' && read.text.trim() === '') throw badRequest('message text is empty');
  if (read.text.length > most) throw badRequest(field === 'text' ? 'message is too long' : 'message caption is too long');
  return read;
}

/** What Telegram asks of the keyboard below a message. */
export function checkedKeys(markup: unknown): Key[][] {
  if (markup === undefined) return [];
  if (typeof markup !== 'object' || markup === null) throw badRequest('object expected as reply markup');
  if ('force_reply' in markup) {
    const hint = 'input_field_placeholder' in markup ? markup.input_field_placeholder : 'ok';
    if (typeof hint !== 'string' || hint.length < 1 || hint.length > 64) throw badRequest('input field placeholder is invalid');
    return [];
  }
  if (!('inline_keyboard' in markup) || !Array.isArray(markup.inline_keyboard)) throw badRequest('unsupported reply markup');
  const rows = markup.inline_keyboard as Key[][]; // each key is looked at below
  if (rows.some((row) => !Array.isArray(row) || row.length > 8)) throw badRequest('too many buttons in a row');
  if (rows.flat().length > 100) throw badRequest('reply markup is too long');
  for (const key of rows.flat()) checkKey(key);
  return rows.filter((row) => row.length > 0);
}

function checkKey({ text, callback_data, url }: Key): void {
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('inline keyboard button text is empty');
  const bytes = Buffer.byteLength(callback_data ?? '');
  if (callback_data !== undefined && (bytes < 1 || bytes > 64)) throw badRequest('BUTTON_DATA_INVALID');
  if (url !== undefined && !/^(?:https?|tg):\/\//.test(url)) throw badRequest(`inline keyboard button URL '${url}' is invalid`);
  if ((callback_data === undefined) === (url === undefined))
    throw badRequest('can’t parse inline keyboard button: exactly one kind must be used');
}

/** Of a field that must be there. */
export function required(payload: Payload, field: string): string {
  const value = payload[field];
  if (value === undefined || value === null || value === '') throw badRequest(`${field} is empty`);
  if (typeof value !== 'string' && typeof value !== 'number') throw badRequest(`${field} is invalid`);
  return String(value);
}
