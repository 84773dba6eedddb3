/** Counts in words. A scale multiplies what stands before it. */
export const englishDigits: Record<string, number> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50,
  sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
export const englishScales: Record<string, number> = { dozen: 12, dozens: 12, score: 20, hundred: 100, thousand: 1000, k: 1000 };
export const hanDigits: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
};
export const hanScales: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 打: 12 };
/** A count nobody can act on: the desk asks how many. */
export const vague = new Set(['some', 'several', 'few', 'many', 'dozens', 'hundreds', 'thousands', 'lots', 'bunch', 'couples']);

/** Words that count goods in Chinese, with the last characters of what they count where that helps to tell lines apart. */
export const measureWords: Record<string, string> = {
  把: '椅伞刀锁梳壶凳', 张: '桌床椅纸卡台几', 个: '', 台: '机器脑桌扇仪器', 盏: '灯', 套: '桌具装', 箱: '', 只: '箱包笔', 本: '书本册', 支: '笔', 件: '', 条: '线带绳',
  盒: '', 包: '纸', 块: '板布屏', 副: '', 部: '机', 瓶: '水', 袋: '', 双: '', 对: '', 卷: '带纸', 份: '', 根: '线杆', 片: '', 桶: '水漆', 组: '柜', 枚: '', 架: '琴机',
  座: '', 面: '旗镜板', 扇: '门', 顶: '帽', 辆: '车', 款: '', 打: '',
};
export const englishUnits = new Set(['pcs', 'pc', 'pieces', 'piece', 'units', 'unit', 'boxes', 'box', 'packs', 'pack', 'sets', 'set', 'pairs', 'pair', 'cartons', 'cases', 'ea', 'off', 'qty', 'quantity', 'nos']);

/** What no order line is made of, even after a number or an "I need". */
export const noGoods = new Set([
  'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'hour', 'hours', 'minute', 'minutes', 'min', 'mins', 'second', 'seconds', 'am', 'pm', 'o\'clock', 'people', 'person', 'persons',
  'men', 'guys', 'times', 'time', 'floor', 'floors', 'story', 'stories', 'percent', 'dollars', 'dollar', 'usd', 'eur', 'euros', 'pounds', 'bucks', 'cents', 'rmb', 'cny', 'yuan', 'invoice', 'invoices', 'receipt', 'quote',
  'refund', 'refunds', 'discount', 'discounts', 'help', 'info', 'information', 'price', 'prices', 'delivery', 'update', 'updates', 'human', 'agent', 'someone', 'somebody', 'anyone', 'things', 'thing', 'questions', 'question',
  'problem', 'problems', 'issue', 'issues', 'options', 'option', 'order', 'orders', 'different', 'friday', 'monday', 'tuesday', 'wednesday', 'thursday', 'saturday', 'sunday', 'january', 'february', 'march',
  'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'it', 'them', 'this', 'that', 'these', 'those', 'you', 'me', 'us',
  'him', 'her', 'to', 'everything', 'nothing', 'anything', 'something', 'more', 'less', 'copy', 'copies', 'details', 'link', 'code', 'password', 'prompt', 'instructions', 'message', 'messages', 'text', 'news', 'answer', 'reply', 'call',
  'support', 'service', 'manager', 'cancellation', 'status', 'list', 'catalogue', 'catalog', 'address', 'number', 'part', 'parts', 'way', 'ways', 'reasons', 'reason', 'stars', 'star', 'free', 'money', 'credit', 'access', 'data', 'colour', 'colours', 'color', 'colors',
  'metres', 'meters', 'metre', 'meter', 'feet', 'inches', 'inch', 'km', 'miles', 'kg', 'grams', 'delivered', 'asap', 'urgently', 'today', 'tomorrow', 'tonight', 'sure', 'same', 'know', 'ok', 'each', 'if', 'and', 'or', 'is', 'are', 'was', 'were',
  'previous', 'rules', 'rule', 'system', 'admin', 'who', 'what', 'how', 'when', 'where', 'why', 'plus', 'equals', 'half', 'warranty', 'installation', 'assembly', 'go',
]);
export const noGoodsHan =
  /^(?:工作日|天|日|号|月|年|周|星期|礼拜|小时|个?钟|分|秒|点|时|次|遍|趟|人|位|名|层|楼|室|栋|号楼|单元|折|成|元|块钱|毛|美|事|问题|意见|建议|电话|地方|地址|疑问|下|些|起|样|直|定|共|般|切|旦|边|路|发票|收据|求|钱|不|没|是|快|紧|急|加急|尽|送|投诉|退|换|催|取消|开票|开发票|安装|等|看|问|说|找|人工|客服|知道|了解|查|改|订单|单子|确认|报价|优惠|打折|便宜|付|货到|到|在|晚|早|明|今|后|下午|上午|周末|自|回|源|信|往|去|过|得|着|这|那|什么|怎么|多少|哪|几|谁|你|我|他|她|它|的|了|吗|吧|呢|啊|厘米|米|公分|公尺|毫米|寸)/;

/** Light words around an order: they are explained by the line they belong to. */
export const light = new Set([
  'a', 'an', 'the', 'of', 'please', 'pls', 'plz', 'thanks', 'thank', 'thx', 'you', 'hi', 'hello', 'hey', 'dear', 'team', 'i', 'we', 'me', 'us', 'my', 'our', 'your', 'need', 'want', 'wants', 'would', 'like', 'd', "i'd", "we'd", "i'll", "we'll", 'to', 'order', 'get',
  'send', 'give', 'buy', 'purchase', 'take', 'have', 'can', 'could', 'will', 'll', 'in', 'for', 'and', 'also', 'plus', 'then', 'just', 'only', 'with', 'it', 'is', 'be', 'should', 'all', 'both', 'these', 'those', 'this', 'that', 'them', 'they', 'one', 'ones', 'make', 'more', 'another', 'extra', 'additional', 'some', 'new', 'nice',
  'good', 'colour', 'color', 'size', 'width', 'wide', 'height', 'tall', 'version', 'model', 'item', 'items', 'pcs', 'pc', 'pieces', 'piece', 'units', 'unit', 'x', 'ok', 'okay', 'yes', 'so', 'now', 'add', 'as', 'well', 'too', 'total', 'each', 'qty', 'quantity', 'required', 'require', 'set', 'sets', 'pairs', 'pair', 'by', 'measuring', 'ea', 'standard', 'finish', 'looking', 'im', "i'm", 'am', 'long', 'following', 'good', 'morning', 'afternoon', 'evening', 'day', 'there', 'wanna', 'gimme', 'may', 'let', 's', "let's", 'how', 'about', 'supply', 'on', 'any', 'do', 'kindly', 'actually', 'instead', 'few', 'several', 'other', 'from', 'put', 'us',
]);
export const lightHan = new Set(Array.from('我要想买订购来给帮请您你好了的和与及以还有加再也另外都就个吧啊呢哦嗯谢麻烦需下单一采色颜尺寸宽高度做成是用换改全部先各每配套多老板亲在个把张台盏件块支只套'));

/** What an order says it wants. */
export const asks =
  /\b(?:(?:i|we)(?:'d| would)? ?(?:also |just |really |still )?(?:need|want|like|require|order|take|wanna|buy|get)\b|(?:i|we)(?:'ll| will) (?:have|take|need|order|get)|(?:need|want|wants|order|buy|purchase|require|wanna|gimme|add|supply)\b|(?:send|get|give|bring|ship|book|put)(?: me| us| over)\b|(?:can|could|may) (?:i|we) (?:please |also )?(?:get|have|order|buy)\b|looking for\b|(?:send|ship|deliver|bring) (?:an?|the|some|\d)|please (?:send|ship|deliver|get)\b|let's (?:get|order|do)\b|how about\b)|我要|我想要|想要|需要|要(?![求是紧])|来(?!自|源|电|信|往|过|说)|买|订(?!单)|订购|给我|帮我|下单|采购|求购|拿|再加/;

/** Talk about goods that orders none: what came before, what is broken, what is only asked about, what is not wanted. */
export const past =
  /\b(?:ordered|bought|purchased|received|arrived|broken|damaged|missing|faulty|defective|return(?:ed|ing)?|refund(?:ed)?|exchange|cracked|scratched|last (?:week|month|time|year|order|friday|monday)|you sent|sent (?:me|us)|(?:delivered|shipped)(?! (?:to|by|before|on|at|in|tomorrow|today|next|asap|this))|(?<!\b(?:can|could|may|shall|must|will) )(?:i|we) have|we've got|i've got|already have|was|were|previous order)\b|已经?(?:买|订|下单|收到|有)|收到|坏|破|退(?!订)|换货|上次|上个月|上周|之前(?:买|订)|少发|错发|发错|漏发|少了|投诉|质量/;
export const asksAbout =
  /\b(?:how (?:much|many|long|big|heavy)|do you (?:have|sell|stock|carry|offer|do|make)|have you got|in stock|available|availability|what(?:'s| is| are| about)?|which|when|where|why|is there|are there|does|price of|cost|quote for|quotation|let me know|tell me|wondering)\b|多少钱|什么价|价格|怎么卖|有没有|有货|现货|库存|多久|几天|能不能便宜|报价|什么时候|哪种|哪款|是什么|怎么样/;
export const refuses =
  /(?:\b(?:don't|dont|do not|doesn't|didn't|won't|no longer|not|never|without|instead of|rather than|except|cancel|remove|drop|delete|no need|no)\b|不(?:要|用|需要|想要|买|订|是)|不要|别|取消|去掉|删|无需|没有|除了|而不是)/;

/** Statements of query languages: a text that carries one is looked at by people, not made into lines. */
export const statement =
  /"(?:role|system|content|tool|function)"\s?:|\b(?:select\b.{1,80}\bfrom|insert\s+into|delete\s+from|drop\s+(?:table|database)|update\s+\w+\s+set|union\s+(?:all\s+)?select|alter\s+table|exec(?:ute)?\s+\w+\()/;
