import type { DeskTurn } from '../turn.ts';
import type { ActionId } from './actions.ts';
import { changeAddress, changeItems, requestCancel, reschedule } from './changing/change.act.ts';
import { acceptProposal, refuseProposal } from './changing/proposal.act.ts';
import { reorder } from './changing/reorder.act.ts';
import { accept, cancel, reopen } from './closing.act.ts';
import { deliver, prepare, ship, undo } from './fulfilling.act.ts';
import { hold, paid, releaseHold } from './holding.act.ts';
import { confirm } from './placing/confirm.act.ts';
import { choose, editByForm } from './placing/edit.act.ts';
import { approve } from './placing/verify.act.ts';
import { answer, ask, escalate, reject } from './reviewing.act.ts';
import type { Asked, Taken } from './step.act.ts';

/** What a person may ask of an order by button or command, and who does it. The desk itself creates, verifies and expires. */
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
  reschedule,
  change_address: changeAddress,
  change_items: changeItems,
  request_cancel: requestCancel,
  accept_proposal: acceptProposal,
  refuse_proposal: refuseProposal,
  reorder,
} satisfies Record<Exclude<ActionId, 'create' | 'verify' | 'expire'>, (turn: DeskTurn, asked: Asked) => Promise<Taken>>;

export type AskableAction = keyof typeof capabilities;

export const isAskable = (action: string): action is AskableAction => Object.hasOwn(capabilities, action);
