import { Api, HttpError, type Transformer } from 'grammy';

type Raw = Api['raw'];
type OtherSignal = NonNullable<Parameters<Raw['getMe']>[0]>;
type WithSignal<Parts extends unknown[]> = {
  [At in keyof Parts]: NonNullable<Parts[At]> extends OtherSignal ? AbortSignal : Parts[At];
};

/** Every method of the Bot API. */
export type TelegramApi = { [Method in keyof Raw]: (...parts: WithSignal<Parameters<Raw[Method]>>) => ReturnType<Raw[Method]> };

/** The ways we call Telegram: to do something, to bring a file, and to wait for what comes. */
export interface TelegramApis {
  calls: TelegramApi;
  uploads: TelegramApi;
  polling: TelegramApi;
}

/** No call may take longer; delivery itself gives up after twenty seconds. */
const callSeconds = 15;
/** A file may take longer. */
const uploadSeconds = 60;
/** How long Telegram holds a question for updates before it answers that there are none. */
export const pollSeconds = 25;

/** grammY waits 500 s by default. Nothing is repeated by it: what is sent again, and when, is delivery's to say. */
export function openApis({ token, apiUrl }: { token: string; apiUrl: string }): TelegramApis {
  const open = (timeoutSeconds: number): TelegramApi => {
    const api = new Api(token, { apiRoot: apiUrl, timeoutSeconds });
    api.config.use(fromTelegramAlone);
    return api.raw as TelegramApi; // the signals it takes are declared after another library, and are the same
  };
  return { calls: open(callSeconds), uploads: open(uploadSeconds), polling: open(pollSeconds + 10) };
}

/** Whoever stands before Telegram may answer in JSON too. A refusal without code and words is none of Telegram's, and grammY would hand it on as one. */
const fromTelegramAlone: Transformer = async (call, method, payload, signal) => {
  const answer = await call(method, payload, signal);
  if (answer.ok || (typeof answer.error_code === 'number' && typeof answer.description === 'string')) return answer;
  throw new HttpError(`${method} was not answered by Telegram`, new Error('the answer is in no shape of the Bot API'));
};
