import { Routes, type APIApplicationCommand, type RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Api } from './api.ts';

/** The commands that Discord has of us, in every language. */
export const registered = (api: Api, application: string): Promise<APIApplicationCommand[]> =>
  api.call<APIApplicationCommand[]>('GET', Routes.applicationCommands(application), { query: { with_localizations: 'true' } });

/** Whether what is registered says the same: Discord adds fields of its own, and leaves out what is as it is anyway. */
export function sameCommands(wanted: RESTPutAPIApplicationCommandsJSONBody, there: APIApplicationCommand[]): boolean {
  const known = new Map(there.map((command) => [`${command.type}:${command.name}`, command]));
  return wanted.length === there.length && wanted.every((command) => within(command, known.get(`${command.type}:${command.name}`)));
}

function within(wanted: unknown, there: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list = Array.isArray(there) ? (there as unknown[]) : [];
    return wanted.length === list.length && wanted.every((one, at) => within(one, list[at]));
  }
  if (typeof wanted === 'object' && wanted !== null)
    return Object.entries(wanted).every(([key, value]) => within(value, (there as Record<string, unknown> | undefined | null)?.[key]));
  return wanted === there || ((wanted === false || wanted === undefined) && (there === undefined || there === false));
}
