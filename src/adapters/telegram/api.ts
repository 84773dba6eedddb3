import { Api } from 'grammy';

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
  // the signals it takes are declared after another library, and are the same
  const open = (timeoutSeconds: number) => new Api(token, { apiRoot: apiUrl, timeoutSeconds }).raw as TelegramApi;
  return { calls: open(callSeconds), uploads: open(uploadSeconds), polling: open(pollSeconds + 10) };
}
