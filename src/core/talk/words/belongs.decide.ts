import type { Intent } from '../../notes/intent/intent.ts';

/** Words that nobody needs to answer. */
export const isCourtesy = ({ kind }: Pick<Intent, 'kind'>): boolean =>
  kind === 'thanks' || kind === 'greeting' || kind === 'nothing_readable' || kind === 'confirm' || kind === 'never_mind';

/** What is known about a customer's message when it is asked whom it is for. */
export interface Heard {
  intent: Intent;
  /** Their conversation with a colleague is open. */
  isOpen: boolean;
  /** It answers a message of that conversation, open or closed. */
  isReply: boolean;
  hasFiles: boolean;
  /** An order, or a change of the draft or of an order, beyond doubt; asked only where it matters. */
  isOrder: boolean;
  /** A draft stands in this conversation: a bare "cancel" is about that. */
  hasDraft: boolean;
}

/**
 * For whom a message is: the desk; a colleague, who is to answer it; or a colleague who need not answer ("thanks"). While a
 * customer talks with a colleague everything is for the colleague except what can only be meant for the desk.
 */
export function belongsTo({ intent, isOpen, isReply, hasFiles, isOrder, hasDraft }: Heard): 'desk' | 'colleague' | 'colleague_quietly' {
  const { kind } = intent;
  if (kind === 'stop' || kind === 'resume') return 'desk';
  if (hasFiles) return 'colleague';
  if (kind === 'talk_to_person' || kind === 'complaint') return 'colleague';
  if (!isOpen && !isReply) return 'desk';
  // a closed conversation is not opened again by a "thanks"
  if (!isOpen) return kind === 'words' && !isOrder ? 'colleague' : 'desk';
  if (isReply) return isCourtesy(intent) ? 'colleague_quietly' : 'colleague';
  switch (kind) {
    case 'status':
    case 'orders':
    case 'help':
    case 'reorder':
      return 'desk';
    case 'confirm':
    case 'cancel':
      if (intent.orderNumber !== null || (kind === 'cancel' && hasDraft)) return 'desk';
      return kind === 'confirm' ? 'colleague_quietly' : 'colleague';
    case 'words':
      return isOrder ? 'desk' : 'colleague';
    default:
      return isCourtesy(intent) ? 'colleague_quietly' : 'desk';
  }
}
