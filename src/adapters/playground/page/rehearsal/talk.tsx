import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { platformNames, type Platform } from '#core/messages/incoming.ts';
import type { RehearsedMessage, Shown } from '../../../rehearsal.ts';
import type { RehearsalState } from '../../rehearsal/answers.ts';
import { asSent } from '../attachments.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { Icon } from '../icons.tsx';
import { useSpeech } from '../language.tsx';
import { modalOfDiscord, modalOfSlack, type DiscordModal, type SlackView } from '../modals.ts';
import { TroubleView } from '../trouble.tsx';
import { filled } from '../words.ts';
import { calls, type Seat } from './calls.ts';
import { SaidMessage } from './said-message.tsx';
import { threaded } from './threaded.ts';
import { Settings } from './settings.tsx';
import { useView } from './use-stage.ts';
import { useWords, type RehearsalWords } from './words.ts';
import { Writing } from './writing.tsx';

interface Props {
  platform: RehearsalState;
  seat: Seat;
  turn: number;
  pick(seat: Seat): void;
  refresh(): void;
}

/** One conversation as one person sees it: what stands there, and everything they can do with it. */
export function Talk({ platform, seat, turn, pick, refresh }: Props) {
  const w = useWords();
  const speech = useSpeech();
  const view = useView(seat, turn);
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [under, setUnder] = useState<RehearsedMessage | null>(null);
  const place = platform.places.find(({ id }) => id === seat.place);
  const nameOf = (id: string): string => platform.players.find((player) => player.id === id)?.name ?? id;
  const messages = view?.messages ?? [];
  const list = useEnd(view?.messages.at(-1)?.id, view?.messages.length);
  useOwnInSight(list, view && (view.messages.findLast(({ from }) => from === seat.as)?.id ?? ''));

  /** Does it, shows what the platform shows for it, and says whether it was taken. */
  const act = async (deed: Promise<Shown>): Promise<boolean> => {
    setTold(null);
    const shown = await deed.catch((error: unknown): Shown => ({ problem: error instanceof Error ? error.message : w.failed }));
    setTold(sayingOf(shown, w));
    refresh();
    return shown.problem === undefined;
  };
  const press = async (message: string, token: string): Promise<void> => {
    setBusy(token);
    // in Telegram a command in a question can be tapped
    await act(token.startsWith('/') ? calls.say(seat, token) : calls.press(seat, message, token));
    setBusy(null);
  };

  return (
    <main class={`pane look-is-${seat.channel}`}>
      <div class="pane-head">
        <div class="who">
          <h2 class="place-title">
            {place?.kind === 'group' && <Icon name="hash" />}
            {place?.name}
          </h2>
          <span class="role">
            {platformNames[seat.channel]} · {platform.way}
          </span>
        </div>
        {place?.kind === 'group' && (
          <label class="picker">
            {w.speakAs}
            <select value={seat.as} onChange={(event) => pick({ ...seat, as: event.currentTarget.value })}>
              {place.members.map((id) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
            <Icon name="chevron" />
          </label>
        )}
      </div>
      {!platform.heard && <Settings platform={platform} />}
      <div class="talk">
        <div class="messages" role="log" tabIndex={0} aria-label={place?.name} ref={list}>
          <div class="messages-all">
            {view?.messages.length === 0 && (
              <div class="empty">
                <Icon name="message" />
                <strong>{w.nothingYet}</strong>
                {place?.kind === 'group' ? filled(w.nothingTeam, { command: deskCommand(seat.channel) }) : w.nothingDirect}
              </div>
            )}
            {(seat.channel === 'telegram' ? messages : threaded(messages)).map((message) => (
              <SaidMessage
                key={message.id}
                message={message}
                look={seat.channel}
                fileAt={(file) => calls.file(seat, message.id, file)}
                own={message.from === seat.as}
                name={nameOf(message.from)}
                busy={busy}
                press={(token) => void press(message.id, token)}
                change={(text) => act(calls.edit(seat, message.id, text))}
                takeBack={() => void act(calls.takeBack(seat, message.id))}
                answer={() => setUnder(message)}
                // Telegram shows what is answered, for an answer stands where it was said
                quoted={seat.channel === 'telegram' ? (messages.find(({ id }) => id === message.under)?.text ?? null) : null}
              />
            ))}
          </div>
        </div>
      </div>
      {told !== null && <TroubleView text={told} calm={() => setTold(null)} />}
      <Writing
        name={nameOf(seat.as)}
        answers={under && (under.from === 'desk' ? speech.words.desk : nameOf(under.from))}
        leave={() => setUnder(null)}
        say={(text, files) =>
          act(Promise.all(files.map(asSent)).then((sent) => calls.say(seat, text, sent, under?.id ?? null))).then((isTaken) => {
            if (isTaken) setUnder(null);
            return isTaken;
          })
        }
      />
      {view && view.modal !== null && (
        <FormDialog
          key={JSON.stringify(view.modal)}
          channel={seat.channel}
          // which of the two it is, the platform says
          look={seat.channel === 'slack' ? modalOfSlack(view.modal as SlackView) : modalOfDiscord(view.modal as DiscordModal)}
          draft={{}}
          submit={async (values) => {
            const shown = await calls.submit(seat, values).catch((error: unknown): Shown => ({ problem: String(error) }));
            refresh();
            return sayingOf(shown, w);
          }}
          close={() => void act(calls.dismiss(seat))}
        />
      )}
    </main>
  );
}

/** In Slack most commands stand behind one of ours. */
const deskCommand = (platform: Platform): string => (platform === 'slack' ? '/orderly desk' : '/desk');

/** What the platform shows for a moment; null where it shows nothing. */
function sayingOf({ toast, problem, late }: Shown, w: RehearsalWords): string | null {
  if (late) return w.late;
  if (problem === 'no_command') return w.noCommand;
  return problem ?? toast ?? null;
}

/** Keeps the newest in sight, for whoever reads there. */
function useEnd(newest: string | undefined, count: number | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const { current } = list;
    const onScroll = () => {
      if (current) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 80;
    };
    current?.addEventListener('scroll', onScroll, { passive: true });
    return () => current?.removeEventListener('scroll', onScroll);
  }, []);
  useLayoutEffect(() => {
    if (list.current && atEnd.current) list.current.scrollTop = list.current.scrollHeight;
  }, [newest, count]);
  return list;
}

/** What somebody says in a thread stands in the middle of the conversation: it is brought into sight. `newest` is null until the conversation is there. */
function useOwnInSight(list: RefObject<HTMLDivElement | null>, newest: string | null) {
  const before = useRef<string | null>(null);
  useLayoutEffect(() => {
    const isNew = before.current !== null && newest !== null && newest !== '' && newest !== before.current;
    before.current = newest;
    if (isNew) list.current?.querySelector(`[data-message="${CSS.escape(newest)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
}
