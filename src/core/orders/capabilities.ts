import type { DeskTurn } from '../turn.ts';
import type { ActionId } from './actions.ts';
import { changeAddress, changeItems, requestCancel, reschedule } from './changing/change.act.ts';
import { addNote } from './changing/note.act.ts';
import { acceptProposal, refuseProposal } from './changing/proposal.act.ts';
import { reorder } from './changing/reorder.act.ts';
import { accept, cancel, reopen } from './closing.act.ts';
import { cancelLine, split, substitute, wait } from './fulfilling/answering.act.ts';
import { deliver, prepare, ship } from './fulfilling/send.act.ts';
import { shortage } from './fulfilling/shortage.act.ts';
import { hold, paid, releaseHold } from './holding.act.ts';
import { confirm } from './placing/confirm.act.ts';
import { choose, editByForm } from './placing/edit.act.ts';
import { answer, approve, ask, escalate, forward, reject } from './reviewing.act.ts';
import { correct } from './reading/correct.act.ts';
import { wishNo, wishYes } from './reading/wish.act.ts';
import type { Asked, Taken } from './step.act.ts';
import { talkToPerson } from './talking.act.ts';
import { undo } from './undoing.act.ts';

/** What a person may ask of an order by button or command, and who does it. The desk itself creates, verifies, expires and restocks. */
export const capabilities = {
  edit: editByForm,
  pick_product: choose,
  confirm,
  approve,
  ask,
  answer,
  reject,
  escalate,
  hold,
  release_hold: releaseHold,
  paid,
  prepare,
  ship,
  deliver,
  accept,
  cancel,
  undo,
  reopen,
  talk_to_person: talkToPerson,
  shortage,
  wait,
  substitute,
  split,
  cancel_line: cancelLine,
  forward,
  reschedule,
  change_address: changeAddress,
  change_items: changeItems,
  add_note: addNote,
  request_cancel: requestCancel,
  accept_proposal: acceptProposal,
  refuse_proposal: refuseProposal,
  reorder,
  wish_yes: wishYes,
  wish_no: wishNo,
  correct,
} satisfies Record<Exclude<ActionId, 'create' | 'verify' | 'expire' | 'restock'>, (turn: DeskTurn, asked: Asked) => Promise<Taken>>;

export type AskableAction = keyof typeof capabilities;

export const isAskable = (action: string): action is AskableAction => Object.hasOwn(capabilities, action);
