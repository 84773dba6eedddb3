import { goodsKinds } from './specs.goods.ts';
import type { SpecSlot } from './specs.slot.ts';
import { pattern } from '../../../text/pattern.ts';

const end = '(?=[,.;、!?。\\n]|$|的)';
/** What may stand before a verb of marking and is no part of the goods. */
const noPart =
  '(?![一二两三四五六七八九十])(?!\\p{Script=Han}{0,4}(?:我|你|他|她|们|请|帮|麻烦|统一|全部|一律|都|另外|名字|公司|文字|内容|编号|日期|姓名|希望|需要|可以|能|只|用|要|不|别|来|再|字|图|标|代|加|包|色|款|每|各|其中|和|外箱|纸箱|箱|卡|快递|面单|发票|上次|同样|一样|然后|免费|激光|雷射|镭射|电脑|机器|手工|人工|手绘|精工|传统|数码|丝网|热转|局部|全部|双面|单面|金|银|定制|订做|[上下里外]面|砧板|菜板|案板)|\\p{Script=Han}上)';

/** Slots of trades: pipes, batteries, instruments, and the part of the goods that a mark goes on to. */
export const tradeSlots: SpecSlot[] = [
  {
    // iPhone 15的, iPhone 16 Pro用
    key: 'other',
    pattern:
      /(?<![a-z\d])((?:iphone|ipad|galaxy|pixel|redmi|xperia|macbook|airpods|switch)(?: ?[a-z]?\d{1,3}[a-z]?)?(?: (?:pro|plus|max|mini|air|ultra|fe|se))*) ?(?:的|用(?!\p{Script=Han})|嘅|款|专用|适用)/gu,
    goods: /壳|保护套|手机套|皮套|膜|贴|支架|充电|case|cover/,
  },
  {
    // 有轆嗰款, 要有蓋的
    key: 'other',
    pattern:
      /(?<=^|[,.;、。 要选揀拣明色])(有(?:辘|轮子?|盖子?|扶手|锁|抽屉|柜桶|拉链|靠背|内胆|夹层|挂钩|刻度|吸管|滤网|磁扣|磁石|注音))(?=嘅|的|嗰|那|款|[,.;、!?。\n]|$)/g,
  },
  {
    // 一张蓝一张绿
    key: 'color',
    pattern: /(?<=[一二两三四五六七八九十\d] ?[张件个条套双只把盏顶支对])([红橙黄绿蓝紫黑白灰粉银金啡棕青])(?:的|嘅)?(?=[,.;、!?。\n]|$)/g,
  },
  {
    // 绣“力场”，左下角
    key: 'position',
    pattern:
      /(?<=\ufffc[^.;!?。\n]{0,4},)((?:[左右][上下]角|正?中间|正中央|[左右]下方|[左右]上方|[左右]边|[左右]侧))(?:就好|就得|即可)?(?=[,.;、!?。\n]|$)/g,
    only: /印|刻|绣|雕|烫|喷/,
  },
  {
    // 双黄白莲蓉 is no colour
    key: 'flavor',
    first: true,
    pattern: /(?<![走不别唔])((?:(?:[单双三四]|咸蛋)黄)?纯?[白红金]?莲蓉)(?:味|月饼)?(?=[,.;、!?。\n]|$|的|嘅|就)/g,
    goods: goodsKinds.food,
  },
  {
    // 要高山乌龙
    key: 'flavor',
    pattern: pattern('gu')`
      (?<![不唔别\p{Script=Han}])(?:我?想?要|选|揀|拣)?(
        (?!要|选|拣|想|有|冇|没|茶|上次|原本|之前)\p{Script=Han}{0,3}(?:
          乌龙|普洱|铁观音|龙井|碧螺春|香片|寿眉|水仙|包种|金萱|红玉|大红袍|毛尖|单丛
        )
      )(?:茶)?(?:的|嘅|就好|就得)?(?=[,.;、!?。\n]|$)
    `,
    goods: /茶(?!几|具|杯|盘|桌|壶)/,
  },
  {
    // 内页横线
    key: 'pattern',
    pattern: /(?:内页|内文|内芯|纸)?(?:要|用|是|选|为)?(横线|空白|方格|点阵|直线|格线|横间)(?:内页|嘅|的|就好|就得)?(?=[,.;、!?。\n]|$)/g,
    goods: /笔记|本子?|簿|手帐|日记|练习/,
  },
  {
    // 三罐牛油三罐芝麻
    key: 'flavor',
    pattern: pattern('gu')`
      (?<=[一二两三四五六七八九十\d] ?[罐盒包袋瓶条支樽份隻只个件])((?![装的要]|[今明后昨当每]天|[上下]午|早上|晚上)\p{Script=Han}{2,4}?)味?(?=
        [,、和跟同]?[一二两三四五六七八九十\d]{1,2} ?[罐盒包袋瓶条支樽份隻只个件]
      )
      |(?<=
        [一二两三四五六七八九十\d] ?[罐盒包袋瓶条支樽份隻只个件]\p{Script=Han}{2,5}[,、和跟同]?[一二两三四五六七八九十\d]{1,2} ?
        [罐盒包袋瓶条支樽份隻只个件]
      )((?![装的要]|[今明后昨当每]天|[上下]午|早上|晚上)\p{Script=Han}{2,4}?)味?(?=[,.;、!?。\n]|$)
    `,
    goods: goodsKinds.food,
  },
  {
    // carved out of cherry, turned from olive wood
    key: 'material',
    first: true,
    pattern: pattern('g')`
      \b(?:carved|turned|milled|machined|cut|made|sewn|cast|forged|built|woven|knitted|crafted|shaped|fashioned|hewn|spun|stitched) (?:up )?
      (?:out of|from)(?: (?:an? )?(?:single |solid )?(?:piece|block|slab|sheet|length) of)?(?: (?:solid|real|genuine|pure))?[ ]
      (
        (?!
          the |your |our |my |his |her |their |its |this |that |these |those |an? |one |two |scratch|stock|memory|here|there|now|where|what
          |which|it |them |you[ ]
        )[a-z]{3,}(?: (?:wood|steel|leather|wool|cotton|glass|stone|paper|oak|brass|silver|gold))?
      )(?=[,.;!?\n]|$| (?:with|and|in|please|for|on|by|instead|not)\b)
    `,
  },
  {
    // 六分: of a pipe or a valve, eighths of an inch
    key: 'size',
    pattern: new RegExp(`(?<=^|[,.;、要选用是 ])([二三四六八]分(?:半)?|一寸半|寸半|[一二两三四]寸|\\d分)${end}`, 'g'),
    goods: /阀|管|龙头|接头|弯头|三通|直通|活接|水表|角阀|软管|花洒|法兰/,
  },
  {
    // 端子朝左, 开口向上
    key: 'other',
    pattern: new RegExp(`(?<=^|[,.;、 ])((?!我|你|门|窗)\\p{Script=Han}{1,4}(?:朝|向)[左右上下前后内外里])边?${end}`, 'gu'),
  },
  {
    // C调, 降B调
    key: 'other',
    pattern: new RegExp(`(?<![a-z])((?:[升降])?[a-g](?:#|b)?(?:大|小)?调)${end}`, 'g'),
    goods: /琴|笛|箫|号|哨|葫芦丝|萨克斯|埙|鼓|钟|铃|唢呐/,
  },
  {
    // 笔杆印“…”, 扣子里侧刻“…”, 蓋子 engrave「…」: the part in front of the verb and its quotation
    key: 'position',
    pattern: new RegExp(
      `(?<=^|[,.;、。!?\\n] ?)${noPart}((?!在|于|到|喺)\\p{Script=Han}{2,5}?)(?:上面|上|处)? ?(?=(?:雷雕|镭雕|激光雕刻|激光刻|雕刻|印|刻|绣|烫|喷|雕|engrave|print|embroider)[上个着]? ?[\\ufffc"“”'‘’「『«])`,
      'gu',
    ),
  },
  {
    // 刻「Kenji」喺指孔上面: the part behind the quotation
    key: 'position',
    pattern: new RegExp(
      `(?<=\\ufffc{2} ?)(?:在|喺|于) ?((?!这|那|嗰|呢|一起|一齐)\\p{Script=Han}{1,5}?(?:上面|下面|里面|内侧|外侧|旁边|上方|下方|中间|背面|正面|底部|顶部|侧面))(?=[,.;、!?。\\n]|$)`,
      'gu',
    ),
    only: /印|刻|绣|雕|烫|喷|写/,
  },
  {
    // Base 上刻 “…”
    key: 'position',
    pattern: pattern('g')`
      (?<=^|[,.;、。!?\n] ?)((?!please|logo|name|font|text|print|and|then|also|just)[a-z]{3,12}(?: [a-z]{3,12})?) ?
      (?:上面|上|处|里面|内侧|外侧)(?=(?:请|要|帮我|都)*(?:印|刻|绣|雕|雷雕|喷|engrave|print|embroider))
    `,
  },
  {
    // 酒红色M一件，驼色L一件
    key: 'size',
    pattern: /(?<![a-z\d])(x{0,3}[sml]|[2-5]xl)(?=码?的?[一二两三四五六七八九十\d]{1,3} ?[件条套双顶身])/g,
  },
  {
    // 材质用锡
    key: 'material',
    pattern: new RegExp(`(?:材质|材料|用料|料)(?:请|都|要|选|用|改|换|做|成|是|为|:)+ ?([锡铜铁钢铝银木竹布棉麻丝瓷陶金])${end}`, 'g'),
  },
  {
    // 防泼水
    key: 'other',
    pattern: new RegExp(`(?<=^|[,.;、。!?\\n] ?)(?:要|选)?(防(?!止|疫|护|范|备|不|我|你|他)\\p{Script=Han}{1,3})${end}`, 'gu'),
  },
  {
    // 标签用西班牙文, 法文背标
    key: 'label_language',
    pattern: pattern('gu')`
      (?:标签|说明书|手册|吊牌|洗标|铭牌|说明|包装文字)(?:请|都|要|用|印|是|为|:|做|改)+ ?(\p{Script=Han}{1,4}[文语])(?=[,.;、!?。\n]|$|的)
      |(?<=^|[,.;、。 ])(\p{Script=Han}{1,4}文)(?:背标|正标|标签|吊牌|洗标|说明书|铭牌)(?=[,.;、!?。\n]|$)
    `,
  },
];
