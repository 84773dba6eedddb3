import type { Flag } from '../../reading.ts';

/** Where words of a flag say something else: all that is given must fit, `before` ends at the words and `after` begins behind them. */
interface Beside {
  flag: Flag;
  words?: RegExp;
  before?: RegExp;
  after?: RegExp;
  /** The clause as a whole. */
  clause?: RegExp;
}

const papers = '(?:卡|票|单|证|书|报告|样品|样板|配件|清单|目录|收据|资料|图纸|说明)';

/** What was good last time, in a clause that wishes for nothing now. */
const praisedThen =
  /^(?!.*(?:照|同样|一样|这次|今次|呢次|继续|依然|还是|再|也要|请|麻烦|要|希望|但|就是|可惜)).*(?:上次|上回|上一次|之前|上批|上一批|去年|上个?月).*(?:好看|漂亮|很好|好靓|真好|不错|喜欢|满意|用心|精致|精美|靓|赞|仔细|细心|专业|稳妥|准时|快)/;

const elsewhere: Beside[] = [
  // 急救箱要红色: the goods themselves are called so
  { flag: 'packaging', words: /^[箱盒]/, before: /\p{Script=Han}(?<![外内纸木铁原整快递包装个只件每的用换把这该])$/u },
  // 50kg左右的别发 excludes them, and waits for nobody
  {
    flag: 'hold',
    words: /^(?:千万)?(?:别|不要|唔好|勿)(?:发|寄|送|做|给)/,
    before: /(?:\d ?(?:kg|g|cm|mm|ml|l|m|公?斤|千?克|毫?米|厘米|公分|毫?升|寸|码|号)|[色款码号味])(?:左右|上下|以上|以下)?[的嘅]$/,
  },
  // 礼盒里放一张空白贺卡: a card, in the box there is
  {
    flag: 'packaging',
    words: /^(?:礼盒|礼品盒|礼物盒|礼袋|礼品袋|盒子?|箱子?|袋子?|包裹)/,
    after: /^(?:里面?|内|中|入面|里头)(?:再|也|请|都|帮我)*(?:放|附|塞|夹|加|摆|配|写|留)[^,。]{0,8}(?:卡|咭|字条|纸条|便签|便条|信)/,
  },
  // 我们有 installation crew 在等: theirs
  {
    flag: 'installation',
    before: /(?:我们|我哋|公司|现场|工地|自己)(?:这边)?(?:有|的|嘅) ?$/,
    after: /^ ?(?:crew|team|guys?|师傅|工人|人员|队伍?)/,
  },
  // 图已经发给客服了, 先有多少发多少
  { flag: 'complaint', words: /^服了$/, before: /(?:客|制|校|衣|礼|西)$/ },
  { flag: 'complaint', words: /^少[发寄]$/, before: /有多$/, after: /^多少/ },
  // 合同号没有，发票也不需要
  { flag: 'substitution_allowed', words: /^(?:发票|收据|单据)[^,。]{0,2}(?:不|唔)(?:需?要|用)$/ },
  // 就当我是你们老板
  { flag: 'complaint', words: /^当我/, after: /^(?:是|系)/ },
  // 收到的人别看到多少钱: what is said of the price, and of whoever gets it
  { flag: 'complaint', words: /^收到的人/ },
  // 单子请您自己留着
  { flag: 'hold', words: /^(?:保留|留着)/, before: /(?:您|你|妳|贵店|店里)们?自己$/ },
  // 就当我没下过 cancels
  { flag: 'complaint', words: /^当我/, after: /^(?:们)?(?:没|冇|今天)/ },
  // 上次差啲俾人抄牌
  { flag: 'complaint', words: /差$/, after: /^(?:啲|点|不多|少少|唔多)/ },
  // 圆角的，怕磕着小朋友: people, and no goods
  {
    flag: 'packaging',
    words: /[磕碰撞摔]/,
    clause: /[磕碰撞摔][^,。]{0,6}(?:小朋友|孩子|宝宝|小孩|娃|老人|客人|膝盖|腿|脚|头)/,
  },
  // 另外箱要透明色: 另外, and then the box that was ordered
  { flag: 'packaging', words: /^外[箱盒]/, before: /另$/ },
  // 丝带写「生意兴隆」: what goes onto the ribbon of a basket
  { flag: 'packaging', words: /(?:丝带|缎带|彩带)$/, after: /^(?:上|上面|要|请|就|都)*(?:写|印|绣)/ },
  { flag: 'other', words: /^说明书/, after: /^(?:看|读|我|太|写得|像|都看)/ },
  {
    flag: 'other',
    words: /^图纸/,
    clause: /(?:看不|睇唔|不会看|[已刚早经][^,。]{0,6}(?:发|传|寄|给|交)|昨[天日][^,。]{0,4}(?:发|传|寄|给))/,
  },
  // 保修多久 asks for nothing but an answer
  { flag: 'other', words: /^(?:保质期|保修期?|质保期?|保固期?|有效期|三包|售后)/, after: /^[^,。]{0,4}(?:多久|多长|几|多少|到什么时候)/ },
  {
    flag: 'other',
    words: /^(?:旧|老|原来)/,
    clause: /自己[^,。]{0,6}(?:处理|扔|搬|卖|丢|拆|清)|已经?[^,。]{0,6}(?:处理|扔|搬走|卖|丢)[了掉咗]/,
  },
  { flag: 'other', words: /^reach$/, after: /^ (?:by|us|me|here|before|in|on|our|my|the)\b/ },
  { flag: 'other', words: /^ce$/, after: /^[a-z]/ },
  // 机房里还有备用的: theirs already
  { flag: 'other', words: /^备[用件品]/, before: /(?:还|仲|先|自己|手头|里)[^,。]{0,4}有[^,。]{0,3}$/ },
  // 我们上个月刚搬到地铁站附近的新办公室
  { flag: 'address_change', words: /^搬[到去来进]/, after: /^[^,。]{0,24}(?:附近|旁边|隔壁|对面|快[一两三几])/ },
  { flag: 'delivery_instructions', words: /^电梯$/, before: /(?<![放搬停送搁][^,。]{0,9})$/, after: /^[口里旁]/ },
  { flag: 'delivery_instructions', words: /^[放摆搁].*[室间堂馆厅处]$/, after: /^用/ },
  { flag: 'delivery_instructions', words: /^提前/, before: /(?:来不及|赶不上|赶不及|做不到|没货)[^,。]{0,3}$/ },
  // 搬进去之后得有人组装
  { flag: 'delivery_instructions', words: /^[搬抬][进上入]/, after: /^[去来嚟]?(?:之?后|以后|了|咗)/ },
  // 地址我遲啲俾你
  { flag: 'payment_terms', words: /[俾给发]$/, before: /(?:地址|电话|资料|名单|尺寸|尺码表?|文件|logo|稿件?|图|内容|表)[^,。]{0,4}$/ },
  // 可以挂墙 says what it can
  { flag: 'installation', words: /^(?:挂|上)墙/, before: /(?:可以?|能|可唔可以)$/, after: /^(?:又|也|式|款|的|嘅|或|,|$)/ },
  // 做好几套就先来几套: how many, and not when
  { flag: 'delivery_window', words: /先[来嚟]/, before: /几[\p{Script=Han}]{0,3}$/u },
  // 这周五 morning 10点 says only when on that day
  { flag: 'delivery_window', words: /^(?:morning|afternoon|evening)$/, before: /[号日天一二三四五六] ?$/, after: /^ ?\d/ },
  // 到那会儿没收着直接退款 cancels
  {
    flag: 'substitution_forbidden',
    words: /退[款钱]/,
    before: /(?:那会儿|那天|到时|那时)[^,。]{0,2}(?:没|未|冇|还没)(?:收|到|拿|见)[^,。]*$/,
  },
  // 仓库 forklift 全趴了: theirs, and out of order
  { flag: 'delivery_instructions', words: /^forklift$/, after: /^ ?(?:全|都|也|刚)*(?:趴|坏|停|死|瘫|没电)/ },
  // 滤芯得先装上去才能点火: what they will do themselves
  { flag: 'installation', words: /^先装/, before: /(?:得|要|必须)$/, after: /^[^,。]{0,4}(?:才|先)能?/ },
  // 箱单抬头带上合同编号
  { flag: 'invoice', words: /^抬头$/, before: /(?:箱单|送货单|装箱单|发货单|单据)[^,。]{0,5}$/ },
  // 米色不要了 takes back a colour, and no order
  {
    flag: 'cancel_request',
    words: /^(?:不要|唔要|不想要|不需要)[了喇啦]/,
    before: /\p{Script=Han}{2}(?<!(?:单|货|全部|都|切|东西|也|我|们|就|先|的话|现在|暂时|可能|了|还是|决定))$/u,
  },
  { flag: 'hold', words: /^(?:不用|唔使|无需|不必)[印刻绣]/ },
  // 展台都搭好了: done already, and by themselves
  { flag: 'installation', words: /[搭架摆装砌立挂]好$/, before: /(?:都|已经?|早就?|刚|自己)[^,。]{0,3}$/, after: /^(?:了|咗|就|只)/ },
  // 春节前要挂起来: what they will do themselves
  {
    flag: 'installation',
    words: /^(?:挂|摆|搭|立|架|布置|砌)/,
    clause: /^(?!.*(?:帮|请|师傅|你们|你哋|派|上门|工人|负责|包|麻烦)).*(?:前|[日号天]).*(?:要|得|会)/,
  },
  // 保修卡请一并寄来, 发票跟货一起寄: papers that come with the goods
  { flag: 'partial_forbidden', words: /^(?:一起|一并|一齐|一同|同时|一道)/, before: /(?:跟|和|与|同|随|连)(?:货|箱|包裹|[^,。]{1,6})$/ },
  { flag: 'partial_forbidden', words: /^(?:一起|一并|一齐|一同|同时|一道)/, before: new RegExp(`${papers}[^,。]{0,4}$`) },
  // 入户用的地垫
  { flag: 'delivery_instructions', words: /^入户$/, after: /^(?:用|门|垫|地垫|花园|玄关)/ },
  // 教学楼一楼, 新厂房还没装好
  { flag: 'installation', words: /^教学/, after: /^(?:楼|区|点|用|组|部|设备|仪器|主任|机构|中心|处|材料|器材)/ },
  { flag: 'installation', words: /好$/, before: /(?:还没|仲未|尚未|未|没)(?:有)?$/ },
  // 我搞错咗落重复单: their own mistake
  { flag: 'complaint', words: /^(?:搞错|弄错)/, clause: /(?:落|下|拍|买|订)(?:咗|了)?(?:重复|重|多|错)|重复(?:下|落)?单/ },
  // 上次的卡片写得很漂亮: a card, and nothing that was stuck
  { flag: 'complaint', words: /卡$/, after: /^(?:片|纸|上|里|写|面)/ },
  // 明天中午就断了: what they run out of
  { flag: 'complaint', words: /^断[了咗]/, before: /(?:就|就要|快|快要|要|会)$/ },
  // 冇货就唔好换第二款
  { flag: 'substitution_allowed', words: /(?:唔好|不要|别|勿|不用|唔使|不能|不许|不准)(?:再|给我|帮我|随便)?(?:换|替|代)/ },
  // 其他时间都可以 is said of hours
  {
    flag: 'substitution_allowed',
    words: /^(?:其他|其它|别的|其余|另外的?)的?(?:时间|时段|时候|日子|日期|几天|天|地址|地方|事|问题|要求|细节)/,
  },
  // 上次礼品包装很好看: last time
  ...(['packaging', 'gift_message', 'delivery_instructions', 'installation'] as const).map((flag) => ({ flag, clause: praisedThen })),
  // 凑成一趟送来 counts ways, and no goods
  { flag: 'quantity_change', words: /^凑/, after: /^[趟车次回批单]/ },
  // warranty 几年 asks for nothing but an answer
  { flag: 'other', words: /^warranty/, after: /^ ?(?:是|有|几|多|期)+(?:年|久|长|个月|月)/ },
  // 本来想附卡片，算了不用
  { flag: 'gift_message', before: /(?:本来|原本|原先|本身)(?:想|要|打算|谂住|准备)[^,。]{0,4}$/ },
  { flag: 'packaging', before: /(?:本来|原本|原先|本身)(?:想|要|打算|谂住|准备)[^,。]{0,4}$/ },
  { flag: 'installation', before: /(?:本来|原本|原先|本身)(?:想|要|打算|谂住|准备)[^,。]{0,4}$/ },
  // 其他你们看着办 leaves them what was not said
  { flag: 'substitution_allowed', words: /^(?:其他|其它|其余|别的)(?:的|就|都|全|也)*(?:随|您|你|由)/, after: /^(?!色|款|味)/ },
];

/** Whether words of a flag speak of something else: 说明书看着像天书, 排到电梯口, 揮春不用印名. */
export const isBesideInChinese = (flag: Flag, words: string, before: string, after: string): boolean =>
  elsewhere.some(
    (entry) =>
      entry.flag === flag &&
      (!entry.words || entry.words.test(words)) &&
      (!entry.before || entry.before.test(before)) &&
      (!entry.after || entry.after.test(after)) &&
      (!entry.clause || entry.clause.test(before + words + after)),
  );
