import type { FlagCue } from './flags.ts';

/** The last word of what a place where somebody takes a parcel is called: 寄去佢公司前台, 搬到文儀房, 送深水埗順豐站. */
const placeEnd =
  '(?:公司|前台|柜台|总台|大堂|大厅|大厦|工厦|商场|街市|市场|餐厅|饭店|酒店|民宿|旅馆|医院|诊所|药房|护士站|工作室|办公室|写字楼|会议室|教室|文仪房|事务所|补习社|补习班|幼稚园|幼儿园|学校|大学|中学|小学|宿舍|图书馆|活动中心|社区中心|教会|教堂|庙|展场|展馆|会场|摊位|营地|工地|工场|工厂|厂房|仓库|货仓|仓|铺头|铺|店面|店里|门市|分店|总店|超商|便利店|便利商店|智能柜|自提柜|自取柜|自提点|自取点|顺丰站|站点|服务站|营业所|营业点|邮局|管理处|管理室|警卫室|守卫室|保安室|更亭|看更|楼下|楼上|地下|骑楼|车库|车房|后门|侧门|门口|家里|屋企|娘家|婆家|房间|储物室|杂物房|茶水间|收发室|总务处|教务处|学务处|人事部|行政部|会计部|采购部|资讯室|办事处)';
const moved = '(?:寄|送|派|宅配|运|搬运|搬|拎|车|快递|速递|递|拿|攞|发|抬)';
/** Shops that keep parcels in Taiwan and Hong Kong. */
const keepers =
  '(?:全家|7-?11|seven|小七|莱尔富|ok超商|ok便利店|ok mart|顺丰站|顺丰智能柜|智能柜|自提点|邮局|管理处|管理室|管理员|警卫室|警卫|守卫|大楼管理员|保安|看更|更亭|大堂|大厅|一楼大厅|楼下|门口|玄关|鞋柜|信箱|前台|柜台|总机|收发室)';
const enough = '(?:就好|就得|就行|就可以|就ok|即可|就啱|便可|亦得|都得|都可以|也可以|也行|得喇|得啦|就好了|就得喇|就得啦)';
const edge = '(?=[^\\p{L}\\p{N}]*(?:[,.;、!?。\\n~]|$))';
const begin = '(?<=^|[,.;、!?。:\\n~\ufffc] ?)';

/** How people in Taiwan and Hong Kong say where to leave the goods and what to do before. */
export const handOverCues: FlagCue[] = [
  {
    flag: 'delivery_instructions',
    cue: new RegExp(
      `(?<![改转])${moved}(?:货)?(?:去|到|往|返|嚟|上|俾|畀|给|至)(?:返)?(?:(?![,.;、!?。\\n]|\\d{2}|印|刻|绣|颜色|自己|新|霉)[\\p{Script=Han}a-z\\d#-]){0,8}?${placeEnd}(?:的?(?:桌上|门口|柜台|前台|里面|里|内|那边|嗰度|旁边|侧边))?(?:${enough}|(?=[^\\p{Script=Han}])|(?=$)|(?=交给|搵|找|畀|给))`,
      'gu',
    ),
    examples: ['寄去佢公司前台就得', '搬運到文儀房', '宅配到辦公室', '寄去深水埗順豐站', '送去阿媽屋企'],
    silent: ['做到門口咁闊'],
  },
  {
    flag: 'delivery_instructions',
    cue: /(?:直接|分别|各自|分开)*(?:寄|送|派|发)(?:货)?(?:给|到|畀|俾|去)(?:各|每个|每位|各个|不同的?)(?:收件人|收货人|客户|地址|会员|员工|同事|分店|门市)(?:家|府上|手上)?/g,
    examples: ['請幫我直接寄給各收件人'],
    silent: ['寄給收件人'],
  },
  {
    flag: 'delivery_instructions',
    // a clause that names nothing but the place, and that it will do
    cue: new RegExp(
      `${begin}(?:请|麻烦|唔该|帮我|我|放|放喺|放在|放到|放低喺|摆喺|摆|寄|交|交给|交俾)*${keepers}(?:的|嘅)?(?:人员?|先生|小姐|阿姨|阿伯|柜台|鞋柜|门口|大堂|那边|嗰度|度|旁边|侧边|旁|边|外面|里面|上面|下面|位)*(?:代收|收|帮收|签收|取货|自取|取件)?${enough}${edge}`,
      'gu',
    ),
    examples: ['全家就可以', '7-11就好', '門口鞋櫃側邊就得', '一樓大廳就好', '看更嗰度就得'],
    silent: ['白色就可以', '全家都可愛'],
  },
  {
    flag: 'delivery_instructions',
    cue: new RegExp(
      `${begin}(?:请|麻烦|唔该|帮我|可以)*(?:放|摆|留|搁|挂)(?:低)?(?:喺|在|到|于)(?:有|冇|没有|不会|唔会)(?:遮阴|阴凉|遮雨|淋雨|淋到雨|晒|晒到太阳|太阳|日头|雨)\\p{Script=Han}{0,6}${edge}`,
      'gu',
    ),
    examples: ['放喺有遮陰嘅位', '放在不會淋雨的地方'],
    silent: ['有遮陰功能嘅傘'],
  },
  {
    flag: 'delivery_instructions',
    cue: new RegExp(
      `(?:到咗?|到了|送到咗?|送到了|货到|到货|派到|寄到|放好|放低咗?|放下)(?:之?后|时|了|就|再|先|请|麻烦|唔该|帮我)*(?:send|发|传|打|留|whatsapp|line|wechat|微信)(?:个|一个|返个|条|则)?(?:(?:短讯|短信|简讯|讯息|信息|sms|whatsapp|line|wechat|微信|message|msg|电话)(?:俾|畀|给|通知|话)?(?:我|我们|我哋|声|知)*|(?:俾|畀|给|通知)?我(?:们|哋)?(?:声|知)?)${enough}?`,
      'gu',
    ),
    examples: ['到咗send短訊畀我就得', '到了傳line給我', '放低咗whatsapp我', '放好發簡訊通知我'],
    silent: ['到了冬天'],
  },
  {
    flag: 'delivery_instructions',
    evenDenied: true,
    cue: new RegExp(
      `${begin}(?:要|需要|得|会)(?:行|走|爬|搬|抬)(?:上|过)?(?:好多|[一二两三四五六七八九十\\d]{1,2})(?:层|段|级|楼)?(?:楼梯|楼|石级|层)${edge}|${begin}(?:要|需要|会)?(?:行|爬|走)楼梯(?:上)?${edge}`,
      'gu',
    ),
    examples: ['要行三層樓梯', '要爬樓梯'],
    silent: ['樓梯扶手'],
  },
  {
    flag: 'delivery_instructions',
    cue: new RegExp(
      `${begin}(?:我|我哋|我们|自己|老公|太太|同事|家人|先|再|会|到时|当日|当天|上|过|下班后?|放工后?|亲自|派人|叫人|星期.|礼拜.|听日|聽日|明天|朝早|下昼|晚上|夜晚)*(?:(?:嚟|来|去)(?:你哋|你们|贵店)?(?:门市|铺头|铺|店里|店面|店|现场|工作室|仓库)?(?:自己)?(?:攞|拎|取|领|拿|自取|取货|提货))(?:货|件|嘢|返)?(?:就得|就好|即可|就可以|的|嘅|吧|啦|喇)?${edge}`,
      'gu',
    ),
    examples: ['我嚟門市攞', '星期六去店裡拿', '自己嚟攞', '同事會來取'],
    silent: ['客人好多'],
  },
  {
    flag: 'delivery_window',
    cue: new RegExp(
      `${begin}(?:请|麻烦|唔该|送货|派送|配送|尽量|帮我)*(?:避开|避免|唔好喺|不要在|别在)(?:在|喺)?(?:平日|周末|星期[一二三四五六日]|礼拜[一二三四五六日天])?(?:的|嘅)?(?:白天|日间|日头|早上|上午|朝早|中午|午休|午餐|午饭|下午|下昼|晚上|夜晚|傍晚|上班|返工|放学|上课|繁忙|尖峰|用餐|饭市|营业|周末|平日|假日)(?:时间|时段|时候|嗰阵|高峰|钟数)?(?:送|派|来|嚟|送货|派送|配送)?(?:货|件)?${edge}`,
      'gu',
    ),
    examples: ['請避開白天', '避開午休時間', '唔好喺返工時間送'],
    silent: ['避開接縫'],
  },
  {
    flag: 'packaging',
    evenDenied: true,
    cue: new RegExp(
      `(?:用|以)(?:个|一个|返|番)?(?:纸|海报|圆|厚纸|塑胶|硬)?筒(?:装|卷|包)(?:住|好|起来|埋)?(?:寄|送|出货)?|${begin}(?:请|麻烦|唔该|要|想要|帮我|可以)*(?:靓靓|靓啲|好靓|漂亮|精美|体面|有质感|好看|简单|环保)(?:一点|些|啲)?(?:的|嘅)?包装${edge}|(?:张|啲|那张)?(?:单|单据|收据|发票|明细|价钱牌|价钱纸|价钱|价单|出货单|销货单|送货单)(?:请|就|都|千祈|千万|麻烦)*(?:唔好|不要|别|勿)(?:放|摆|夹|塞|附|入)(?:入去|落去|埋|进去|进来|在里面|喺入面|喺度|在盒子里)`,
      'gu',
    ),
    examples: ['用筒裝住寄', '要靚靚包裝', '張單唔好放入去', '明細請不要放進去'],
    silent: ['單人床'],
  },
  {
    flag: 'substitution_allowed',
    cue: new RegExp(
      `${begin}(?:如果|若|若果|要是|假如|万一)?(?:冇晒|冇|没有?|缺|卖晒)(?!有?(?:问题|关系|所谓|时间|人|电梯|空|办法|特别|要求))\\p{Script=Han}{1,6}?(?:嘅话|的话)?(?:就|便|可以|可)(?:改|换|转|给|俾|畀|要|用|寄|拿|攞|全)*(?![退算不取])\\p{Script=Han}{1,6}?(?:都得|都可以|都ok|都好|也行|也可以|也好|也ok|亦可|亦得|都啱|代替)${edge}`,
      'gu',
    ),
    examples: ['如果冇黑白就全黑都得', '沒有大號就換中號也可以'],
    silent: ['冇貨就退錢'],
  },
  {
    // "call Rosa at … half an hour before": how long before a call shall come
    flag: 'delivery_instructions',
    cue: /(?<=\b(?:call|ring|phone|text)\b[^.;!?\n]{0,24}(?:\ufffc[^.;!?\n]{0,14})?)(?:about |at least )?(?:half an hour|an hour|a few minutes|ten minutes|\d{1,2} ?min(?:ute)?s?) (?:before(?:hand)?|ahead|in advance|prior)(?: (?:you|he|they|the driver) (?:arrives?|comes?|gets? here)| arrival| delivery| arriving| coming)?(?= ?(?:[,.;!\n]|$)| please)/g,
    examples: ['Call Rosa half an hour before'],
    silent: ['The party starts half an hour before'],
  },
];
