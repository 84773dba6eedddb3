import type { Incoming } from '../../messages/incoming.ts';
import { words } from '../../text/words.ts';
import type { Turn } from '../../turn.ts';
import { giveAccount } from '../account.store.ts';
import { accountsOf } from '../joining/joining.store.ts';
import { tellBoth } from '../joining/joining.act.ts';
import { nameAnew } from '../team/roles.act.ts';
import { findColleague, speakLanguage } from '../team/team.store.ts';
import { rolesInWords } from '../team/team.cards.ts';
import { readBusiness } from '../business.store.ts';
import type { CodeKind } from './code.ts';
import type { Redeemed, Sender } from './redeeming.act.ts';

/** The account that sent a colleague's code speaks for that colleague from now on. */
export async function joinTeam(turn: Turn, incoming: Incoming, sender: Sender, staffId: string, kind: CodeKind): Promise<Redeemed> {
  const { tx, now } = turn;
  const { from, address } = incoming;
  const { known } = sender;
  const t = words(sender.locale);
  if (known?.kind === 'staff') {
    const code = known.id === staffId ? 'already' : 'other_colleague';
    return { ok: false, code, text: t(code === 'already' ? 'link:already' : 'link:otherColleague', { name: known.name }) };
  }
  const colleague = await findColleague(tx, staffId);
  if (!colleague) return { ok: false, code: 'wrong', text: t('link:wrong') };
  const isFirst = (await accountsOf(tx, { kind: 'staff', id: staffId })).length === 0;
  // nobody has asked a new colleague yet which language they read
  if (isFirst) await speakLanguage(tx, staffId, sender.locale);
  await giveAccount(tx, from, { staffId, dmKey: address.key }, now);
  if (isFirst) await nameAnew(turn, staffId);
  const locale = isFirst ? sender.locale : colleague.locale;
  const { currency } = await readBusiness(tx);
  const roles = rolesInWords(colleague.roles, currency, locale);
  const text = words(locale)(kind === 'invite' ? 'link:joinedTeam' : 'link:linked', { name: colleague.name, roles });
  await tellBoth(turn, incoming, { kind: 'staff', id: staffId, name: colleague.name, roles: colleague.roles }, text);
  return { ok: true };
}
