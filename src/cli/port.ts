import { InvalidArgumentError } from 'commander';

/** A port as somebody types it. */
export function readPort(text: string, most = 65_535): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > most) throw new InvalidArgumentError(`A port is a whole number from 0 to ${most}.`);
  return port;
}
