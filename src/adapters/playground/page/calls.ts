import type { Platform } from '#core/messages/incoming.ts';
import type { Locale } from '#core/text/locale.ts';
import type { Form } from '#core/messages/form.ts';
import type {
  FillAnswer,
  PlaygroundCall,
  PlaygroundDeskLook,
  PlaygroundMessage,
  PlaygroundOrderLook,
  PlaygroundState,
  PressAnswer,
} from '../answers.ts';
import { presses, type Pressed } from './presses.ts';

/** A call that was answered with a "no"; `code` is what programs read, the message is for people. */
export class Failure extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

/** A file as a message brings it: its bytes in base64. */
export interface SentFile {
  name: string;
  type: string;
  data: string;
}

export const calls = {
  state: () => call<PlaygroundState>('state'),
  messages: (as: string, channel: Platform, conversation: string) =>
    call<PlaygroundMessage[]>(`messages?${new URLSearchParams({ as, channel, conversation }).toString()}`),
  say,
  /** A press in the shape of its platform. */
  press: (channel: Platform, pressed: Pressed) => call<PressAnswer>(`presses/${channel}`, presses[channel](pressed)),
  /** A form in the shape of its platform: everything that was filled in of it so far. */
  fill: (channel: Platform, body: { form: Form; updates: object[] }) => call<FillAnswer>(`forms/${channel}`, body),
  desk: (locale: Locale) => call<PlaygroundDeskLook>(`backstage?${new URLSearchParams({ locale }).toString()}`),
  models: (locale: Locale) => call<PlaygroundCall[]>(`models?${new URLSearchParams({ locale }).toString()}`),
  order: (id: string, locale: Locale) => call<PlaygroundOrderLook>(`backstage/${id}?${new URLSearchParams({ locale }).toString()}`),
  clock: (body: { advance: string } | { to: string }) => call<{ now: string }>('clock', body),
  language: (body: { locale: Locale }) => call<{ ok: true }>('language', body),
  reset: (body: { locale: Locale }) => call<{ ok: true }>('reset', body),
};

interface Saying {
  as: string;
  channel: Platform;
  conversation: string;
  text: string;
  reply_to?: string;
  files?: SentFile[];
}

/** What got no answer, with its key: the desk may have heard it all the same, and sent again it counts once. */
const unanswered = new Map<string, string>();

async function say(body: Saying): Promise<void> {
  const words = JSON.stringify(body);
  const key = unanswered.get(words) ?? crypto.randomUUID();
  unanswered.set(words, key);
  await call('say', body, key);
  unanswered.delete(words);
}

async function call<T>(path: string, body?: object, key?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) };
  const init = body && { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`/playground/api/${path}`, init).catch(() => {
    throw new Failure('offline', '');
  });
  if (response.ok) return (await response.json()) as T; // both ends are typed by answers.ts
  const answer = (await response.json().catch(() => null)) as { error?: { code: string; text: string } } | null; // may be anything
  throw new Failure(answer?.error?.code ?? 'failed', answer?.error?.text ?? '');
}
