import { useMemo, useRef, useState } from 'preact/hooks';
import type { Platform } from '#core/messages/incoming.ts';
import type { AskedForm, Conversation, PlaygroundMessage, PlaygroundPerson } from '../answers.ts';
import { calls } from './calls.ts';
import { linesOf, type Given } from './form-lines.ts';
import type { DiscordModal, SlackView } from './modals.ts';
import { modalOfDiscord, modalOfSlack, type ModalLook } from './modals.ts';
import { questionId, submissions } from './submissions.ts';

/** A form under way, with what was filled in of it: an adapter keeps as much. */
interface Asking extends AskedForm {
  given: Given[];
  /** Its modal is on the screen, or its question is being replied to; else it waits. */
  open: boolean;
}

interface Where {
  channel: Platform;
  person: PlaygroundPerson;
  conversation: Conversation;
  now: string;
}

/** What came of a step: why it was refused, or null. */
type Refused = Promise<string | null>;

export interface FormUnderWay {
  /** The modal that is on the screen. */
  modal: { look: ModalLook; draft: Record<string, string>; step: number; submit(values: Record<string, string>): Refused } | null;
  /** What is asked in the conversation, and what was answered there. */
  lines: PlaygroundMessage[];
  /** The question to which whatever is written now is the answer. */
  question: string | null;
  begin(asked: AskedForm): void;
  /** Takes it up where it was left: with its next modal, or by replying to its question. */
  goOn(): void;
  /** Leaves it for now. */
  leave(): void;
  quit(): void;
  /** Answers a question of Telegram in words, or with one of its buttons. */
  answer(said: { text: string } | { data: string }, label: string): Refused;
}

/** A form in the way of the platform: modals in Slack and Discord, questions in Telegram. */
export function useForm({ channel, person, conversation, now }: Where): FormUnderWay {
  const [asking, setAsking] = useState<Asking | null>(null);
  /** What somebody wrote into a form that was refused or left, for the next time it opens. */
  const drafts = useRef(new Map<string, Record<string, string>>());
  const who = { person, conversation };
  const step = asking?.given.length ?? 0;
  const payload = asking?.steps[step]?.payload;
  const lines = useMemo(() => (asking ? linesOf(channel, asking, { person, conversation, now }) : []), [asking, channel]);

  const take = async (given: Given, isTold: boolean): Refused => {
    if (!asking) return null;
    const all = [...asking.given, given];
    const answer = await calls.fill(channel, { form: asking.form, updates: all.map(({ update }) => update) });
    if ('filled' in answer) {
      setAsking({ ...asking, given: all, open: channel === 'telegram' });
      return null;
    }
    const isTaken = answer.ok;
    if (isTaken) drafts.current.delete(asking.form.id);
    // a question is answered in the conversation, and so is the answer refused there
    if (isTaken || isTold) setAsking(null);
    return answer.ok || isTold ? null : answer.refusal.text;
  };
  const draftOf = (id: string): Record<string, string> => drafts.current.get(id) ?? {};
  const submit = (values: Record<string, string>): Refused => {
    if (!asking) return Promise.resolve(null);
    drafts.current.set(asking.form.id, { ...draftOf(asking.form.id), ...values });
    const update =
      channel === 'slack'
        ? submissions.slack(who, payload as SlackView, values) // made by the renderer for Slack
        : submissions.discord(who, payload as DiscordModal, values); // made by the renderer for Discord
    return take({ update, label: null }, false);
  };

  return {
    modal:
      asking?.open && channel !== 'telegram'
        ? {
            look: channel === 'slack' ? modalOfSlack(payload as SlackView) : modalOfDiscord(payload as DiscordModal), // as above
            draft: draftOf(asking.form.id),
            step,
            submit,
          }
        : null,
    lines,
    question: channel === 'telegram' && asking?.open ? (asking.form.fields[step]?.label ?? null) : null,
    begin: (asked) => setAsking({ ...asked, given: [], open: true }),
    goOn: () => setAsking(asking && { ...asking, open: true }),
    // a modal that is closed before anything was sent is gone; after that, a message leads back to it
    leave: () => setAsking((now) => (now && (channel === 'telegram' || now.given.length > 0) ? { ...now, open: false } : null)),
    quit: () => setAsking(null),
    answer: (said, label) =>
      asking ? take({ update: submissions.telegram(who, questionId(asking.form, step), said), label }, true) : Promise.resolve(null),
  };
}
