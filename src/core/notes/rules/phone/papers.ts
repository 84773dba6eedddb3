/** Who deals with papers and money, or the papers themselves. */
const papers =
  /发票|开票|收票|专票|票据|抬头|账单|对账|财务|会计|出纳|税务|注册电话|\b(?:invoic\w*|billing|bookkeep\w*|payables?|finance|accounts? (?:dept|department|team|office|payable)|receipts?)\b/;
/** Whoever is spoken of beside them is there when the goods come. */
const arrives =
  /[送收到]货|[签代]收|送[到达来]|交给|拿给|放[在到]|到了|司机|师傅|配送|门卫|前台|\b(?:deliver\w*|driver|courier|recipient|receiver|receiving|gate|reception|arriv\w+|leave|hand|drop)\b/;
const partEnds = /[,，;；、。\n]|\.(?=\s)|\b(?:and|then|but)\b|另外|并且|然后/;
const saidAfter = /^[ ,]{0,2}\(?(?:(?:is )?for (?:the |our )?(?:invoic\w*|billing|accounts?)\b|(?:是|为)?(?:开票|发票|财务)(?:用|的|电话))/;

/** Nothing but "telephone": as it stands in a list of what a company is called and where. */
const bareLabel = /(?:^|[,，;；、\s])(?:公司|单位|企业)?(?:电话|tel(?:ephone)?|phone)(?: ?(?:no\.?|number|号码?))?[ :：是为]*$/;
const taxNumber = /税号|纳税人识别号|统一?编号?|\b(?:tax|vat|gst)\b/;
const bank = /开户|银行|账号|\b(?:bank|iban|account)\b/;
const sentenceEnds = /[。!?！？]|\.(?=\s|$)/;
const mobile = /^(?:\+?86)?1[3-9]\d{9}$/;
const nearby = 160;

/**
 * Whether a telephone number is one for the papers: 发票电话, "billing phone", or the company's own beside its tax number. Whoever brings
 * the goods is not to call there.
 */
export function isOfPapers(words: string, start: number, end: number): boolean {
  const before = words.slice(Math.max(0, start - nearby), start);
  const part = before.split(partEnds).at(-1) ?? '';
  if (arrives.test(part)) return false;
  if (papers.test(part) || saidAfter.test(words.slice(end, end + 40))) return true;
  const sentence = before.split(sentenceEnds).at(-1) ?? '';
  if (!bareLabel.test(before) || !taxNumber.test(sentence)) return false;
  // a mobile beside a tax number is somebody's own, unless the bank follows
  const [after = ''] = words.slice(end, end + nearby).split(sentenceEnds);
  return !mobile.test(words.slice(start, end).replaceAll(/[^\d+]/g, '')) || bank.test(after);
}
