import { Routes, type APIApplication, type APIUser } from 'discord-api-types/v10';
import type { Api } from './api.ts';

/** Who we are on Discord. */
export interface Identity {
  /** The bot's user, which is who speaks: the account. */
  account: string;
  name: string;
  application: string;
}

export async function whoWeAre(api: Api, signal: AbortSignal): Promise<Identity> {
  const user = await api.call<APIUser>('GET', Routes.user(), { signal });
  const application = await api.call<APIApplication>('GET', Routes.currentApplication(), { signal });
  return { account: user.id, name: user.username, application: application.id };
}
