/** What a program under measurement is given: the settings of an emulated platform, and whom to tell of each event it has handled. */
export interface Given {
  settings: Record<string, string>;
  heard(): void;
}

/** A program that listens to one platform, as it is measured. */
export interface Subject {
  /** Where events are posted to; null where it fetches them. */
  url: string | null;
  /** Resolves when everything it took is done with, where it answers before that. */
  settled?(): Promise<void>;
}

export type OpenSubject = (given: Given) => Promise<Subject>;

/** Which emulated platform a path is played on, and how it is connected. */
export const paths = {
  slack_http: 'Slack over HTTP',
  slack_socket: 'Slack over Socket Mode',
  discord_gateway: 'Discord over the gateway',
  discord_http: 'Discord interactions over HTTP',
  telegram_polling: 'Telegram by polling',
  telegram_webhook: 'Telegram by webhook',
};
export type Path = keyof typeof paths;
export const pathNames = Object.keys(paths) as Path[]; // the keys of a record are its paths
