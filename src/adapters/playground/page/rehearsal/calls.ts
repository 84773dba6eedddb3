import type { Platform } from '#core/messages/incoming.ts';
import type { RehearsedFault, RehearsedView, Shown } from '../../../rehearsal.ts';
import type { RehearsalState } from '../../rehearsal/answers.ts';

/** Who is played, and where. */
export interface Seat {
  channel: Platform;
  as: string;
  place: string;
}

export const calls = {
  state: () => call<RehearsalState[]>('state'),
  see: (seat: Seat) => call<RehearsedView>(`messages?${new URLSearchParams({ ...seat }).toString()}`),
  say: (seat: Seat, text: string, files: { name: string; data: string }[] = [], under: string | null = null) =>
    call<Shown>('say', { ...seat, text, files, under }),
  /** Where somebody who sees a message fetches what came with it. */
  file: (seat: Seat, message: string, id: string) =>
    `/api/files/${encodeURIComponent(id)}?${new URLSearchParams({ ...seat, message }).toString()}`,
  press: (seat: Seat, message: string, token: string) => call<Shown>('press', { ...seat, message, token }),
  submit: (seat: Seat, values: Record<string, string>) => call<Shown>('submit', { ...seat, values }),
  dismiss: (seat: Seat) => call<Shown>('dismiss', seat),
  edit: (seat: Seat, message: string, text: string) => call<Shown>('edit', { ...seat, message, text }),
  takeBack: (seat: Seat, message: string) => call<Shown>('delete', { ...seat, message }),
  fault: (channel: Platform, fault: RehearsedFault, on: boolean) => call<Shown>('fault', { channel, fault, on }),
};

async function call<T>(path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/api/${path}`, init);
  if (!response.ok) throw new Error(((await response.json()) as { error: { text: string } }).error.text); // every "no" has this shape
  return (await response.json()) as T; // both ends are typed by the same file
}
