import { writtenOf } from '#adapters/moment.ts';
import type { Form, Submission } from '#core/messages/form.ts';
import { laneOf, type Incoming, type PersonRef } from '#core/messages/incoming.ts';
import type { Press } from '#core/messages/pressed.ts';
import type { Sink } from '#core/messages/sink.ts';
import type { Database } from '#core/ports.ts';
import { detectLanguage, languageOfCode } from '#core/text/language.ts';
import { readable } from '#core/talk/readable.decide.ts';
import type { Locale } from '#core/text/locale.ts';
import { words } from '#core/text/words.ts';
import { together } from '#core/together.ts';
import { commands } from './form.ts';
import { openerOf, type Overtaking } from './overtaken.ts';
import { backCommand, overtakenWords } from './wizard.cards.ts';
import { answered, begun, type Answer, type Wizard } from './wizard.decide.ts';
import {
  askUnasked,
  findWizard,
  forgetWizards,
  hasWizard,
  haveWizards,
  lockWizard,
  markOver,
  putOffWord,
  saveWizard,
  whoseForm,
  type StoredWizard,
  type Whose,
} from './wizard.store.ts';

interface Asking {
  database: Database;
  sink: Sink;
  overtaking: Pick<Overtaking, 'end'>;
  /** There is something to say. */
  wake(): void;
}

/** Forms in a chat: each resolves once what was said is committed. */
export interface Wizards {
  /** `pressed`: as it was pressed, where it is asked elsewhere. */
  open(press: Press, form: Form, pressed?: Press): Promise<void>;
  /** Asks once more what stands open in somebody's own chat and could not be asked there before they pressed Start. */
  greeted(incoming: Incoming): Promise<void>;
  /** Whether these words, or this command, were an answer. */
  heard(incoming: Incoming): Promise<boolean>;
  /** A button of a question: what is shown to whoever pressed it, or null where the next question says it all. */
  pressed(press: Press): Promise<string | null>;
}

/** A form that nobody went on with for so long is put aside. */
const lasts = { hours: 24 };
/** More than any form has answers. */
const mostHeard = 100;

/** A button of a question carries the form's token, the step and the choice; a button of a card carries a token alone. */
const answerToken = /^([\w-]+):(\d{1,3}):(\w+)$/;
export const isAnswerToken = (token: string): boolean => answerToken.test(token);

export function openWizards({ database, sink, overtaking, wake }: Asking): Wizards {
  const isLate = ({ expiresAt }: StoredWizard): boolean => Temporal.Instant.compare(expiresAt, sink.now()) <= 0;

  const isOpen = (wizard: StoredWizard): boolean => wizard.state === 'open' && !isLate(wizard);

  // most people who write have none, and many write at once
  const hasForm = together({
    all: (those: readonly Whose[]) => haveWizards(database.sql, those),
    alone: (whose) => hasWizard(database.sql, whose),
    lineOf: ({ address }) => laneOf(address),
    most: 100,
    room: 5_000,
  });

  /** Takes an answer once, however often it is delivered; null where it is none. */
  async function take(incoming: Incoming, read: (wizard: StoredWizard) => Answer | null): Promise<StoredWizard | null> {
    const taken = await database.transaction(async (tx) => {
      const wizard = await lockWizard(tx, { address: incoming.address, by: incoming.from });
      if (!wizard) return null;
      if (wizard.heard.includes(incoming.dedupeKey)) return wizard;
      const answer = isOpen(wizard) ? read(wizard) : null;
      if (!answer) return null;
      const next = { ...wizard, ...answered(wizard, answer), ...kept(wizard, incoming.dedupeKey), question: null };
      await saveWizard(tx, next);
      return { ...next, turn: wizard.turn + 1 };
    });
    if (taken?.state === 'complete') await handIn(sink, database, taken);
    if (taken) wake();
    return taken;
  }

  /** An answer to a form that was overtaken goes nowhere else: whoever gave it is told, and told again. */
  async function comesTooLate(said: Incoming): Promise<boolean> {
    const standing = await findWizard(database.sql, { address: said.address, by: said.from });
    if (!standing || isLate(standing)) return false;
    if (standing.state === 'open') return answerIn(said, standing) !== null && (await overtaking.end(standing)) !== null;
    const { notice, question } = standing;
    if (notice !== 'overtaken' || question === null || said.kind !== 'message' || said.replyTo !== question) return false;
    await putOffWord(database.sql, standing, 0);
    wake();
    return true;
  }

  const kept = (wizard: Pick<StoredWizard, 'heard'> | null, key: string) => ({
    heard: [...(wizard?.heard ?? []), key].slice(-mostHeard),
    expiresAt: sink.now().add(lasts),
  });

  return {
    async open(press, form, pressed = press) {
      await database.transaction(async (tx) => {
        await forgetWizards(tx, sink.now().subtract(lasts));
        const before = await lockWizard(tx, { address: press.address, by: press.from });
        if (before?.heard.includes(press.dedupeKey)) return;
        const standing: Wizard | null = before && !isLate(before) ? before : null;
        const { address, from: by } = press;
        const next = {
          ...begun(form, standing),
          ...kept(before, press.dedupeKey),
          address,
          by,
          locale: localeOf(form, by),
          question: null,
          openedBy: openerOf(pressed),
        };
        await saveWizard(tx, next);
      });
      wake();
    },

    async greeted(incoming) {
      if (incoming.kind !== 'command' || incoming.command !== 'start' || incoming.address.kind !== 'dm') return;
      const unasked = await askUnasked(database.sql, { address: incoming.address, by: incoming.from });
      if (unasked) wake();
    },

    async heard(incoming) {
      if (!(await hasForm({ address: incoming.address, by: incoming.from }))) return false;
      const said = readable(incoming);
      if (await comesTooLate(said)) return true;
      return (await take(said, (wizard) => answerIn(said, wizard))) !== null;
    },

    async pressed(press) {
      const [, formId = '', step = '', what = ''] = answerToken.exec(press.token) ?? [];
      const t = words(languageOfCode(press.from.locale ?? '') ?? 'en');
      const whose = await whoseForm(database.sql, press.address, formId);
      if (!whose) return t('telegram:form.gone');
      if (whose.key !== press.from.key) return t('telegram:form.others', { name: (whose.name ?? '').slice(0, 60) });
      const standing = await findWizard(database.sql, { address: press.address, by: press.from });
      const ended = standing && isOpen(standing) && standing.form.id === formId ? await overtaking.end(standing) : null;
      if (ended) return overtakenWords(ended, ended.locale);
      let late: string | null = null;
      const taken = await take(press, (wizard) => {
        const isThis = wizard.form.id === formId && wizard.step === Number(step);
        if (!isThis) late = words(wizard.locale)('telegram:form.old');
        return isThis ? choiceIn(what) : null;
      });
      return taken ? null : (late ?? t('telegram:form.gone'));
    },
  };
}

/** The whole form as one incoming; it may be brought more than once, and counts once. */
export async function handIn(sink: Sink, database: Database, wizard: StoredWizard): Promise<void> {
  const { form, answers, address, by, heard } = wizard;
  const submission: Submission = {
    kind: 'form',
    token: form.id,
    values: answers,
    inMessages: true,
    dedupeKey: heard.at(-1) ?? form.id,
    at: writtenOf(sink.now()),
    from: by,
    address,
  };
  await sink.receive(submission);
  await markOver(database.sql, wizard);
}

/**
 * In their own chat words answer the question that stands open, in a group only a reply to it; a command of the desk is none. A
 * process that died right after it asked has not kept which message that was: then any reply is one.
 */
function answerIn(incoming: Incoming, { question }: StoredWizard): Answer | null {
  if (incoming.kind === 'command') return commandIn(incoming.command);
  if (incoming.kind !== 'message' || incoming.files || incoming.text.trim() === '') return null;
  const { replyTo, address } = incoming;
  const isReply = replyTo !== undefined && (question === null || replyTo === question);
  return isReply || (address.kind === 'dm' && replyTo === undefined) ? { kind: 'words', text: incoming.text } : null;
}

function commandIn(command: string): Answer | null {
  const typed = command.toLowerCase();
  if (typed === commands.skip || typed === commands.quit) return { kind: typed };
  return typed === backCommand ? { kind: 'back' } : null;
}

const choiceIn = (what: string): Answer | null => (/^\d+$/.test(what) ? { kind: 'choice', at: Number(what) } : commandIn(what));

/** The language the form is written in; where it does not tell, that of the person's Telegram. */
function localeOf({ title, fields }: Form, { locale }: PersonRef): Locale {
  return detectLanguage([title, ...fields.map(({ label }) => label)].join('\n')) ?? languageOfCode(locale ?? '') ?? 'en';
}
