import type { SpecKey } from '../../reading.ts';
import { chineseSlots } from './specs.chinese.ts';
import { tradeSlots } from './specs.trades.ts';
import { goodsKinds } from './specs.goods.ts';

/** Words that are the value themselves, by key. English as regular expressions between word boundaries, Chinese as written. */
export const specWords: { key: SpecKey; english: string; chinese: string }[] = [
  {
    key: 'color',
    english:
      "(?:red|green|blue|yellow|brown|grey|gray|orange|pink|purple|white|black) of (?:an?|the) [a-z]+(?:'s)?(?: (?:table|sky|sea|egg|grass|leaf|leaves|field|stone|skin|box|door|coat|wing))?|" +
      '(?:(?:kraft|pewter|linen|flax|hemp|sisal|jute|cork|tea|matcha|pebble|shale|granite|concrete|cement|zinc|titanium|obsidian|onyx|jet|ebony|sable|mahogany|maple|birch|cedar|pine|blonde?|strawberry|raspberry|cranberry|mulberry|blackberry|boysenberry|beetroot|rhubarb|flamingo|watermelon|guava|papaya|mango|pumpkin|squash|carrot|ginger|paprika|turmeric|saffron|marigold|buttercup|daffodil|corn|maize|banana|pineapple|celery|asparagus|artichoke|basil|thyme|rosemary|juniper|ivy|clover|shamrock|lagoon|caribbean|aegean|mediterranean|marine|nautical|sailor|admiral|cadet|airforce|air force|raf|gentian|hyacinth|bluebell|iris|thistle|orchid|amethyst|mauve|mulled wine|garnet|crimson|vermilion|ferrari|post box|pillarbox|telephone box|london bus|hi-vis|hi vis|day-?glo|glow|gloss|shiny|dull|flat|faded|tinted|smoky|frosty|creamy|cool|warm)[ -](?=(?:black|white|red|blue|green|gr[ea]y|brown|pink|purple|yellow|orange|gold|silver|beige|cream)\\b))?(?:[a-z]{3,12}-(?=(?:black|white|red|blue|green|grey|gray|brown|pink|purple|yellow|orange)\\b))?(?:(?:moss|bottle|leaf|grass|fern|jungle|kelly|loden|avocado|pistachio|seafoam|spruce|eucalyptus|apple|pea|sea|ocean|ice|powder|steel|cobalt|electric|petrol|peacock|cornflower|prussian|delft|denim|french|oxford|ink|inky|stone|dove|ash|pewter|smoke|smoky|storm|stormy|wet|old|antique|aged|vintage|faded|washed|dusky|blush|ballet|shell|candy|bubblegum|fire engine|pillar box|cherry|blood|brick|rust|wine|ruby|tomato|poppy|barn|butter|lemon|canary|sunshine|sunflower|honey|straw|primrose|chocolate|coffee|chestnut|nut|saddle|tobacco|caramel|cinnamon|oyster|chalk|bone|milk|snow|winter|arctic|warm|soft|creamy|cloud|pastel|neon|fluorescent|fluoro|acid|metallic|pearlescent|rich|true|pure|piano|carbon|raven|grape|plum|aubergine|lilac|heather|imperial|heritage|school bus|safety|traffic|signal|british racing|army|military|combat|raw|natural|creamy|muted|vivid|shocking|flame|sunset|burnished|tiffany|robin egg|duck egg|elephant|battleship|lead|iron|nordic|swiss|cardinal|ox|peach|apricot|salmon|lavender|wisteria|dark|light|deep|pale|bright|royal|navy|sky|forest|olive|rose|off|pearl|charcoal|slate|dusty|midnight|baby|hot|mint|cool|jet|lime|sage|burnt|emerald|racing|space|hunter)[ -])?(?:black|white|red|blue|green|grey|gray|navy|beige|brown|pink|purple|yellow|orange|teal|ivory|cream|maroon|burgundy|turquoise|silver|gold(?:en)?|charcoal|khaki|tan|lavender|coral|champagne|magenta|cyan|indigo|violet|olive|mustard|taupe|terracotta|anthracite|bronze|copper|graphite|sage|mint|fuchsia|crimson|scarlet)(?:[- ](?:black|white|red|blue|green|grey|gray))?|(?:pantone|pms|ral) ?\\d{3,4} ?[cuk]?(?:[黑白红蓝绿灰黄紫粉棕橙金银]色?)?|(?<=\\b(?:brushed|satin|polished|matte?|antique|aged) )(?:nickel|chrome)',
    chinese:
      '[红橙黄绿青蓝紫黑白灰粉金银]{2,4}(?:[二两三四双](?:种颜)?色|相间|拼色?|撞色|间色)|(?:蓝|红|紫|绿|灰|深|浅|暗|亮|米|藏|宝|天|湖|墨|草|军|(?<![如结效成])果|酒|大|玫|粉|橘|橙|土|浅灰|深灰|雾霾|奶|象牙|珍珠|炭|银|香槟|玫瑰|咖啡|原木|莫兰迪|克莱因|薄荷|孔雀|太空|星空|樱花|牛油果|焦糖|驼|燕麦|奶油|钛|石墨|枪){0,2}(?:黑|白|红|蓝|绿|灰|黄|紫|粉|棕|褐|橙|橘|青|金|银|米|咖啡|卡其|驼|原木|奶油|酒红|藏青|香槟|玫瑰金|焦糖|燕麦)(?:灰|白|蓝|绿|红|金|棕)?色|半?透明(?=的|款|嘅|磨砂|[,.;、!?。]|$)|(?:木|石|水泥|大理石|云石|橡木|胡桃)纹色|[黑白红蓝绿黄粉紫灰金银橙]底[黑白红蓝绿黄粉紫灰金银橙]字|[黑白红蓝绿黄粉紫灰金橙](?=底(?![色部座盖面]))|(?:(?:(?<![一二三四五六七八九十\\d个])月(?=白)|(?:霜|瓷|玉|贝|鱼肚|甜|云|葱|荼|粉|灰|青|蓝)(?=白)|(?:黛|靛|群|影|鸦|蟹壳|梅子|豆|石|雨过天|虾|鸭蛋|葱|铁|霁)(?=[青蓝绿灰黑])|(?:绛|绯|嫣|茜|殷|霁|银|洋|水|海棠|桃|妃|牛血|祭)(?=红)|(?:赭|秋|柳|翠|荷叶|秋香|松花|苍|湛|蔚|黛)(?=[红黄绿蓝青])|(?:冷|暖|青)(?=灰)|(?:玄|皂|乌|漆)(?=[黑青])|深|浅|淡|暗|墨|藏|宝|天|湖|海|冰|雪|雾|烟|苔|苔藓|青苔|松|松柏|茶|奶油|奶茶|焦糖|巧克力|燕麦|杏仁|桃|酒|枣|砖|铁锈|陶土|赤陶|岩|岩石|石墨|铅|炭|碳|曜石|象牙|珍珠|月光|米|乳|古铜|孔雀|宝石|翡翠|祖母|碧玺|松石|蒂芙尼|克莱因|普鲁士|雾霾|莫兰迪|静谧|天空|星空|深海|海军|水手|牛仔|丹宁|薄荷|橄榄|抹茶|牛油果|鼠尾草|森林|军|荧光|柠檬|鹅|姜|芥末|落日|夕阳|南瓜|爱马仕|中国|朱|朱砂|胭脂|车厘子|樱桃|石榴|番茄|勃艮第|葡萄|茄|香芋|薰衣草|丁香|紫罗兰|烟熏|高级|太空|深空|星际|枪|复古|马卡龙|驼|栗|胡桃|孟菲斯|湖水|海水|水洗|豆沙|西瓜|珊瑚|柿子|落叶|秋叶|枫叶|琥珀|威士忌|可可|摩卡|拿铁|卡布奇诺|奶咖|大地|沙漠|沙丘|沙滩|亚麻|鸽子|鸽|银河|极光|午夜|夜空|电光|碧|青|竹|葱|嫩|芽|鲜|正|大|橘|玫|粉|紫|灰|蓝|黄)(?:灰|红|橙|黄|绿|青|蓝|紫|棕|褐|白|黑)(?![\\p{Script=Han}]?(?:茶(?!色)|酒|豆|薯|菜|萝卜|汤|糕|粉|肉|岛|山|海|州|路|村|镇|市|区|灯|牌|线条|熊|包车))|(?:樱花|樱|桃|橘|玫瑰|裸|藕|豆沙|浅|淡|嫩|深|马卡龙|莫兰迪|香芋|火烈鸟|西柚|蜜桃|珊瑚|烟|雾|芭比|脏|少女|玫|浅藕|荧光)粉(?!丝|末|底|饼|色[^ ]*?底妆)|(?:香槟|玫瑰|古铜|流沙|浅|暗|哑光|钛|星光|白|黑|浅香槟)金(?!属|融|箔|线|字|奖|牌)|(?:太空|月光|哑|钛|星光|雪|冰|拉丝|枪)银(?!行|联)|蓝黑|黑金|啡|浅啡|深啡|(?<![\\p{Script=Han}])咖|浅咖|深咖|奶咖)色?|藏青|藏蓝|雾霾蓝|深蓝|浅蓝|天蓝|宝蓝|湖蓝|墨绿|军绿|草绿|酒红|大红|玫红|粉红|米白|奶白|纯白|纯黑|亮黑|玫瑰金|香槟金|莫兰迪灰|深灰|浅灰|银灰|炭灰|克莱因蓝|(?<![\\p{Script=Han}])[黑白红蓝绿灰黄紫粉棕橙](?=[,。!?.;、]|$)|(?<=哑光|亚光|哑面|雾面|磨砂|亮面|拉丝|哑|雾|亮光|高光|珠光|丝光|钢琴)[黑白红蓝绿灰金银粉]|(?<=[要选挑换拿](?:成|为|个)?|改[成为用]|[做染配]成?)[黑白红蓝绿灰黄紫粉棕橙](?=[,。.!;]|$|[吧啦就])|(?<=用)[黑白红蓝绿灰黄紫粉棕橙金银](?=线|丝线)|(?<![明椰山])[黑白红蓝绿灰黄紫粉棕橙](?=的(?![士卡色包])|款|嘅|(?:[一二两三四五六七八九十]|\\d)+ ?[个把件只套张])',
  },
  {
    key: 'size',
    english:
      "(?:size|sz|in|all|are|is|be|make (?:it|them)) (?:x{0,3}[sml]|\\d{0,2}xl)(?![\\w'])|\\b(?:small|medium|large|extra[- ]large|x{1,4}[sl]|\\d?xl|king|queen|full|twin|one)[- ]size[d]?|size:? \\d{1,2}(?:\\.5)?\\b(?! ?(?:件|个|条|套|双|只|x\\b|pcs|pieces|of\\b|in [sml]))|\\ba[0-7]\\b(?: size)?|(?:eu|us|uk) ?size \\d{1,2}(?:\\.5)?|\\bdn ?\\d{2,3}\\b|(?:x{1,3}l|x{1,3}s)\\b(?!-\\d)",
    chinese:
      '(?:x{0,3}[smlSML]|\\d?xl|大|中|小|加大|特大|均|(?<![\\d路街道巷弄段月第每])\\d{2}) ?(?:号(?!上午|下午|早|晚|中午|前|之前|以前|到|开|要|布|那)|码)|a[2-6](?:纸|幅面|尺寸|大小)?(?![a-z0-9])|[一二三四]开(?!盖|箱|封|袋|门|始|口|瓶|包|机|灯|业|张|学|会|工)|对开',
  },
];

/** Which part of a written property is its value: "size M" is M, "UK plug" is UK. */
export const spokenOf: Partial<Record<SpecKey, RegExp>> = {
  size: /^(?:(?:eu |us |uk )?sizes?|sz|in|all|are|is|be|make (?:it|them)):? (?<value>.+)$|^(?<value>.+?)(?:-| )sized?$|^(?<value>\d?x{0,4}[sml]|\d{2,3}(?:\.5)?) ?[码号]$/,
  finish: /^(?<value>.+?)(?: (?:finish(?:ing)?|effect|coating|paint)|处理|工艺|的)$/,
  font: /^(?:字体(?:要|用|是|为|:|选)*)(?<value>.+)$|^(?:in )?(?<value>.+?)(?: (?:fonts?|typeface|lettering|letters?|style|type|writing|text)|字体?|的)$|^in (?<value>.+)$/,
  flavor:
    /^口味(?:要|选|是|为|:|用|换|成|改)*(?<value>.+)$|^(?<value>.+?)(?: (?:flavou?r(?:ed)?|sponge|cake|buttercream|frosting|icing|filling|cream|mousse|ganache|curd|layers|roast|sauce|jam|topping|swirl|glaze|drizzle)|口?味|夹心|内馅|馅|夹层|奶油|蛋糕|慕斯|胚)的?$/,
  scent:
    /^(?<value>(?:檀|沉|木|花|果|奶|书|竹|茶|松|麝|丁|藿|迷迭|茴|饭|橙花|乌木沉)香)(?:香?味|香型|味道)的?$|^(?<value>.+?)(?: (?:scent(?:ed)?|fragranced?|smell|aroma|candles?|oil)|香味|香型|香气|香调|味道|味)的?$|^(?<value>.{2,}?[^檀沉藏麝乳木奶茶])香的?$|^(?<value>无.+?)[的型]$/,
  plug: /^插头(?:用|要|是|为|:|选|改|成)*(?<value>.+)$|^(?<value>.+?)(?:[ -](?:plug(?:s|ged)?|adapt[eo]rs?|sockets?|power cord|mains plug|mains lead|power plug|prong|spec|standard plug|style plug)|的?(?:插头|插座|三插|插|电源线?|充电器|头))$/,
  grade:
    /^(?:grade|class|strength class|property class|quality grade|(?:强度|性能)?等级(?:要|:|为|是)*) ?(?<value>.+)$|^(?<value>[\d.]+)(?: (?:grade|class)|级)$|^(?<value>.+?)的$/,
  material:
    /^材质(?:要|用|是|为|:|选| )*(?<value>.+)$|^(?<value>.+?)(?: (?:upholstery|fabric|seats?|cover|back|finish|top|material)|材质|面料|的|(?<!面|布|皮|塑)料)$/,
  pattern: /^(?<value>.+?)(?: (?:pattern|print|design|fabric|ones?)|图案|款式?|花纹|的图?)$/,
  storage:
    /^(?:keep|kept|store|stored|ship|shipped|transport|transported|deliver|delivered|stay|send) (?:(?:it|them|this) )?(?<value>.+)$|^(?<value>.+?)(?:保存|运输|配送|发货|寄|储存|存放|宅配|送|包装)$/,
  label_language:
    /(?:in|be in|printed in) (?:(?:both|simplified|traditional) )*(?<value>[a-z]+(?: (?:and|&) [a-z]+)?)$|^(?<value>[a-z ]+?) (?:labels?|manuals?|labell?ing|instructions|packaging|version|user guide|menu|leaflet)$|^(?:标签|说明书|手册|吊牌|洗标|铭牌|使用说明|包装文字)(?:要|用|是|为|:|请|印|改|成|换)*(?<value>.+?)[的版]*$|^(?<value>.+?)[的版]*(?:标签|说明书|标|说明|手册|包装|吊牌|使用说明|铭牌|菜单|洗标)$/,
  color: /^(?<value>.+?)(?:款|的| colou?r(?:ed)?)$/,
  other: /^(?<value>.+?)的$/,
};

/** Only where something is put on the goods. */
const marked =
  /\b(?:print|engrav|embroider|logo|crest|emblem|name|monogram|text|letter|iced|write|written|writing|stitch|hole|pocket|etch|laser|carve|says?|initials|put|add|sew|stamp|brand|zip)|印|锈|刻|绣|logo|标|写|字|孔|打|镭|喷|烫|雕|贴|画/;
const part =
  '(?:chest|sleeves?|front|back|lid|base|handles?|sides?|corners?|collar|cuffs?|pocket|rim|bottom|top|cover|spine|hem|blade|brim|cap|strap|underside|heel|barrel|shoulders?|hood|legs?|edges?|face|neck|body|band|buckle|clasp|flap|inside|outside|backrest|headrest|armrest|tabletop|drawer|breast|strip|panel|waistband|visor|crown|peak|rib|border|flyleaf|inside cover|back cover|front cover|butt|belly|cup|ear cup|brim|toe|tongue|yoke|placket|lapel|grip|shaft|tip|pommel|plinth|pedestal|foot|waist|hip|thigh|calf|ankle|wrist|bib|tail|wing|nose|ear|dial|case back|caseback|headboard|footboard|lip|bow|stern|transom|hull|saddle|tab|stem|neckline|hemline|sole|insole|heel tab|page edges|first page|title page|footer|header|flap|mouth|chin|forehead|nameplate|plaque|plate|shoulder strap|rear|outside|hatband|blade guard|bottle neck|cuff|pocket flap|reverse|centre|center|middle|upper left|bottom right|top right|top left|bottom left|corner)';
const chinesePart =
  '(?:(?<![红黑白蓝绿黄金银灰粉紫橙单双四两])(?![上里外下表单双]面)(?<![上里外下表])(?:吊坠|挂坠)?[左右正背前后上下内外中]{0,2}(?:(?:名字|店名|校名|队名|标题|图案|校徽|照片|文字|日期|编号)的?(?:上方|下方|上面|下面|旁边|左边|右边|左侧|右侧|底下)|[杯壶瓶樽盅盒箱匣包袋帽衣衫裙裤袍褂袜鞋靴巾毯毡垫桌椅凳台灯笔门窗盘碟碗煲刀剑伞本簿盖表壳机把柜床枕被桶罐坛瓮缸盆炉旗球拍锅篮筐琴梳镜钟牌匾扇棋车船轮箸筷勺匙叉尺印册框]?(?:身|盖|底|(?<=笔|瓶|壶|杯)帽|胸口?|(?<![短长无半中分])袖口?|面|侧面?|背面?|(?<!封)口|边|领口?|柄|座|壁|沿|袋)|封面|封底|扉页|内页|反面|前胸|胸前|后背|背后|左胸|右胸|胸部|手柄|底部|底座|顶部|背后|背部|正面|背面|侧面|中间|中央|角|右下角|左上角|左下角|右上角|内侧|外侧|口袋|扶手|靠背|桌面|台面|肩膀|衣领))+';

const letterSize = '(?:xs|s|m|l|x{1,3}l|[2-5]xl)';
const sizeCount = ' ?[:x*-]? ?\\d{1,4}(?!\\d|\\.\\d| ?(?:mm|cm|x))';
/** "S 10 / M 30 / L 20": two or more in a row. */
const sizesWithCounts = new RegExp(
  `(?<![\\w-])(${letterSize})(?=${sizeCount})(?:(?=[^\\n]{1,16}?[/,、;+] ?${letterSize}${sizeCount})|(?<=${letterSize}${sizeCount}[^\\n]{0,6}[/,、;+] ?${letterSize}))`,
  'g',
);

/** A property in a place that is left for it; `only` says what must stand beside it, `goods` what must have been ordered. */
export const specSlots: { key: SpecKey; pattern: RegExp; only?: RegExp; goods?: RegExp }[] = [
  {
    // "the shade of a robin's egg"
    key: 'color',
    pattern:
      /\b(?:the )?(?:shade|colou?r|hue|tone) of (?:an? |the )?((?!your|our|my|them|it\b|this|that|these|those|last|old)[a-z]+(?:'s)?(?: [a-z]+)?)(?=[,.;!?。\n]|$| please)/g,
  },
  {
    key: 'other',
    pattern:
      /\b((?:wooden|wood|metal|brass|leather|rubber|padded|rope|cork|bamboo|ceramic) (?:handles?|grips?|knobs?|pulls|feet|buttons))\b|\bwith ((?:a |an )?(?:keyway|split ring|spirit level|kickstand|lanyard hole|hanging loop|(?:(?:one|two|three|four|five|six|\d) (?:inside |side |chest |front )?(?:pockets?|compartments?|shelves|drawers|holes|buttons))))\b|\b((?:coarsely|finely|freshly) ground)\b|\b((?:permanent|removable|repositionable|low-tack|high-tack|freezer) adhesive)\b|\b(cordless)\b|\b(round|oval|hexagonal)(?= (?:ones|shape|please|shaped|的|嘅))/g,
  },
  {
    key: 'color',
    pattern:
      /\b(?:colou?rs?)(?! (?:will|would|is (?:fine|ok)|works|does|doesn|and|or|as|in|on|the|you))(?: is| to be|:| should be| please| must be| =)? (?!to |match|of |for )([a-z][a-z -]{2,20}?)(?= please|[,.;!?。\n]|$)|(?<!什么|任何|其他|别的|哪种|随便)颜色(?:要|是|用|选|为|改成|改为|:)+ ?(?!都|也|随|不|可|没|有|什么|哪|怎|跟|和|按|请|任|之|确)([\p{Script=Han}]{1,5})(?=[,.;!?。\n]|$)|(?:颜色|色调|色)(?:请|要|想要|就|最好|麻烦|也)*(?:照着?|像|似|按着?|调成)(?!着|上次|之前|图|样|原|以前|这|那|你|我)(\p{Script=Han}{2,7}?)(?:那样|那种|这样|的样子|咁|来|调|一样|似的|的颜色)(?:的|嘅|来|调|做|上)?(?=[,.;!?。\n]|$)|\b(?:in|prefer|choose|go for|want) (natural|clear|stone|sand|smoke|wine|berry|plum|honey|lemon|lime|amber|rust|chalk|nude|pearl|cherry|peach|apricot|salmon|copper|caramel|espresso|mocha|cognac|chestnut|slate|camel|cream|rainbow|moss|denim|tan|ink|mink|fern|teal|dove|oat|biscuit|spruce|clay|blush|sky|ocean|sunset|midnight|storm|ash)(?= please| for| with| and|[,.;!?。\n]|$)|\b(?:the )?(?:shade|tone|colou?rway)(?: must| should| is| be| to|:| of| please)+ ([a-z]{3,12}(?: [a-z]{3,12})?(?: \d{1,4})?)(?= or\b| and\b| please|[,.;!?。\n]|$)|(?<=^|[,.;、] ?)(clear|natural|transparent|nude|multicolou?red)(?: please)?(?=[,.;!、?。\n]|$)|(?<!\b(?:any|which|what|another|every|no) )\b(?:colou?r|shade) of (?:an? |the )?(?!your|our|my|it|them|this|that)([a-z]{3,12}(?: [a-z]{3,12})?)(?= is\b| please| would| for\b| and\b|[,.;!?。\n]|$)|\b(?:in|from|of) the ([a-z]{3,12}) family\b|\bshade (?:something )?like ([a-z]{3,12})\b/gu,
  },
  {
    key: 'size',
    pattern:
      /(?:\b(?:\d{1,4} (?:x |in (?:a )?|of )?|in (?:a )?|size:? |sizes:? |all |are |be |if |an? |and |: )|^|, )((?:extra |x-?)?(?:small|medium|large))s?(?= please| if| and| for| is| one| ones|[,.;!?。\n]|$)|\b\d{1,4} ?x? ?(xs|xl|xxl|xxxl|[2-5]xl)\b(?!\w)|(?<=\b\d{1,4} ?x? ?)(?=(?:.{0,40}\b\d{1,4} ?x? ?(?:s|m|l|xl)\b){2}|.{0,3}\b)(s|m|l)\b(?=[,.;/&]| and| in|$)(?<=(?:\b\d{1,4} ?x? ?(?:xs|s|m|l|xl)\b.{0,24}|^.{0,40})\b\d{1,4} ?x? ?(?:s|m|l))|(?<=^|[,、;。 /和])(x{0,3}[sml]|[2-5]xl)(?=码?的? ?\d{1,4} ?(?:件|条|套|个|双|只|顶|身))|(?:尺码|码数|尺寸)(?:要|是|为|:|选)* ?(\d?x{0,3}[sml]|\d{2,3})(?![\da-z])|(?<=[\p{Script=Han}])([sml]|x{1,3}l)(?=[,.;!?。\n]|$|的|码|款|\d{1,4} ?(?:件|条|套|个|双|只|顶|码)|号)/gu,
  },
  {
    key: 'size',
    pattern: /(?:^|[,.;] ?|\b(?:in|size) )(c[4-7]|dl|b5|c65)(?= please|[,.;!\n]|$| envelopes?| and)/g,
    only: /envelope|paper|card|leaflet|flyer|poster|print|notebook|folder/,
  },
  {
    key: 'size',
    pattern: /(?:^|[,.;] ?)((?:extra |x-?)?(?:small|medium|large)) (?:frames?|size|one|ones|fit)(?= please|[,.;!\n]|$)/g,
  },
  {
    // "one pair 9.5 and one pair 11"
    key: 'size',
    pattern: /\bpairs? (?:(?:in|of|at|are|is|size|a|an|uk|us|eu) )*(\d{1,2}(?:\.5)?)(?=[,.;!\n]|$| and | please|\(| for | in )/g,
    goods:
      /\b(?:boots?|shoes?|trainers|sneakers|sandals|slippers|skates|wellies|wellingtons|clogs|heels|loafers|gloves|socks|cleats|flip-?flops|brogues|pumps|insoles)\b/,
  },
  {
    key: 'scent',
    pattern:
      /\bsmell(?:s|ing)? (?:of|like) (?:an? |the )?(?!it|that|this|them|nothing|anything|something|old|last|before)([a-z]{3,}(?: (?!and|please|but|or|in|on|for|with|if)[a-z]{3,})?)(?=[,.;!\n]|$| and | please| but )/g,
    only: goodsKinds.scented,
  },
  {
    key: 'flavor',
    pattern:
      /\btast(?:es?|ing) (?:of|like) (?:an? |the )?(?!it|that|this|them|nothing|anything|something|old|last|before)([a-z]{3,}(?: (?!and|please|but|or|in|on|for|with|if)[a-z]{3,})?)(?=[,.;!\n]|$| and | please| but )/g,
    goods: goodsKinds.food,
  },
  {
    key: 'size',
    pattern:
      /\b(paediatric|pediatric|adult|child|junior|toddler|infant|newborn|youth|petite|tall|regular)(?:'s)? size[sd]?\b|\b(?:toddler|kids?|child|boys|girls|size) (\d{1,2}t)\b|\b(?:adults?|youth|men's|women's|mens|womens|ladies|kids?) (xs|s|m|l|x{1,3}l|[2-5]xl)(?=[,.;!\n]|$| and| please)/g,
  },
  {
    key: 'plug',
    pattern:
      /\b(mc4|xlr|rca|bnc|sma|iec|c13|c14|c19|m8|m12|rj45|jack|banana|usb-c|speakon|powercon|schuko|cee|commando|cigarette lighter) (?:plugs?|connectors?)\b/g,
  },
  {
    key: 'label_language',
    pattern:
      /\b(english|chinese|french|german|spanish|japanese|korean|arabic|italian|portuguese|dutch|polish|russian|thai|vietnamese|malay|welsh|swedish|danish|norwegian|finnish|greek|turkish|hebrew|hindi|irish|gaelic) (?:text|wording|version of the label)\b|\b(?:labels?|instructions?|manuals?|leaflets?|booklets?|text|wording|packaging)(?: labels?)? in (welsh|swedish|danish|norwegian|finnish|greek|turkish|hebrew|hindi|irish|gaelic|czech|hungarian|romanian|ukrainian|tagalog|indonesian|tamil|french|dutch)\b/g,
  },
  {
    key: 'material',
    pattern:
      /\b((?!the|an?|our|my|your|his|her|dog|cat|no|some|any|long|short)[a-z]{3,} (?:hair|fib(?:er|re)|bristles?|horn|bone|hide))(?=[,.;!\n]|$| please| and | with | bristles)|\b((?:cotton|kraft|recycled|laid|wove|pearl|seed|hemp|bamboo|rice|mulberry|tissue|parchment|vellum|linen) (?:paper|card|stock|board))(?=[,.;!\n]|$| please| and | with )|\b((?:9|10|14|18|22|24) ?(?:k|kt|ct|carat) ?(?:(?:white |yellow |rose )?gold|金))/g,
  },
  {
    key: 'color',
    pattern:
      /\b(tortoiseshell|eau de nil|mother of pearl|salt and pepper|see-through|rainbow|tie-dye blue)\b|(natural|slate|clear|stone|sand|smoke|wine|moss|rust|nude|pearl|camel|mint|sage|cream|denim|olive|navy|charcoal) ?色/g,
  },
  {
    key: 'size',
    pattern: sizesWithCounts,
  },
  {
    // "sizes S, M and L", 尺码 M 同 L
    key: 'size',
    pattern: new RegExp(
      `(?<=(?:\\bsizes?|尺码|码数|尺寸|号码):? ?(?:要|是|为|选|:)? ?(?:${letterSize} ?(?:,|、|\\/|&|and|plus|同埋|同|和|跟|及|\\+| )+ ?(?:and )?)*)(?<![a-z\\d])(${letterSize})(?![\\w'])`,
      'g',
    ),
    only: new RegExp(`(?:sizes?|尺码|码数|尺寸|号码)[^.]{0,10}${letterSize} ?(?:,|、|\\/|&|and|plus|同|和|跟|及|\\+)`),
  },
  {
    // font 用 Impact, 字体用 Arial
    key: 'font',
    pattern:
      /(?:\bfont|\btypeface|字体|字型)(?: |请|要|用|is|:|选|为|就|想)+ ?((?!is|the|and|or|size|color|colour|same|as|should|must|can|you|any|your|our|like|big|small|要|用)[a-z]+(?: (?!please|pls|for|and|or|on|in|with|size|thanks)[a-z]+){0,2})(?= please| pls|[,.;!?。\n]|$| ?的)/g,
  },
  {
    // plug 要 EU 的
    key: 'plug',
    pattern:
      /(?:\bplugs?|插头|插脚|插座) ?(?:请|要|用|:|选|is|换成?|改成?|为| )+ ?(uk|eu|us|au|usa|euro|european|british|american|australian|schuko|universal|type [a-o])(?=[,.;!?。\n]|$| |的|规|标|嘅|款)/g,
  },
  {
    // 硬度要 2B 的
    key: 'hardness',
    pattern: /(?:\bhardness(?: of| is|:)?|硬度(?:请|要|选|用|是|为|:)*) ?((?:[2-9]|10)?(?:hb|h|b)|f)(?![a-z\d])/g,
  },
  {
    key: 'size',
    pattern:
      /(?<=\d ?(?:件|条|个|套|双|只|顶|pcs|pieces|tees|shirts|t-shirts|hoodies|jackets|polos|caps)(?: in)? ?)(xs|s|m|l|x{1,3}l|[2-5]xl)(?![a-z\d'-])/g,
  },
  {
    key: 'position',
    pattern: new RegExp(
      `\\b(?:on|at|onto|into|across|along|inside|under|near|around) (?:the |its |their |each |both )?(?:(?!left|right|upper|lower|front|back|top|bottom|inner|outer|centre|center)[a-z]+ )?((?:(?:left|right|upper|lower|front|back|top|bottom|inside|outside|inner|outer|centre|center) )*${part})\\b(?! (?:door|desk|porch|step|gate|entrance|yard|garden|office|of the (?:house|building|shop|store)))|\\b((?:(?:left|right|upper|lower|front|back|top|bottom|inside|outside) )*${part}) ?(?=[印刻绣写打镭喷雕])|(?<=\\ufffc) ?(?:on|onto|across|along|inside|over|under|around|round|down|at|above|below) (?:the|its|each|every|their|his|her) (?!(?:(?:other |first |last )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|rest|others?|\\d+)\\b)|(?:gift |outer |outside |delivery |shipping |packing )?(?:box|card|tag|carton|package|parcel|envelope|invoice|docket|papers|note|paperwork|list|one|item|day|order|label|labels|side of the box|front of the box)\\b)(?:(?!left|right|upper|lower|front|back|top|bottom|inner|outer)[a-z-]{2,12} ){0,2}?((?:(?:left|right|upper|lower|front|back|top|bottom|inner|outer|inside|outside) )*[a-z-]{3,12})(?=[,.;!\\n]|$| in | and | please| of | too)|(?:在|于|到|喺|\\b(?:on|at) )(?:[\\p{Script=Han}]{0,3}的)?(${chinesePart})(?!线|门|梯)|(${chinesePart})(?:上|处|位置|中间|那里|部位|度)?(?:要|请|也|都|用|给我们?|帮我们?|替我们?|统一|加|俾我|麻烦|也要|各|分别| )*(?=印|刻|绣|打(?=上|logo|标|印|字|我)|镭|雷|锈|喷|写|贴|激光|雕|烫|engrav|print|embroid|logo)`,
      'gu',
    ),
    only: marked,
  },
  {
    // "door hinge on the right", "chain on the left": which side a part is on
    key: 'position',
    pattern:
      /\b(?:chains?|handles?|hinges?|hinged?|doors?|opening|opens|open|zips?|pockets?|controls?|cords?|arms?|chaise|taps?|switch(?:es)?|seams?|drawers?|latch|lock|spout|valve|inlet|outlet|plug|cable|strap|pull|motor|grain|window|drain|sink|bowl|return|corner|buttons?|badge|patch|label|tag)(?: (?:is|are|to be|should be|must be|needs to be|has to be|to go|goes|go|please|mounted|fitted|placed|sits?))* (?:on|to) (?:the |its )?((?:left|right|front|back|rear|top|bottom|inside|outside)(?:[- ]hand side| hand side| side)?)(?=[,.;!\n]|$| please| side| and| not| when| as)/g,
  },
  {
    key: 'logo',
    pattern:
      /((?:(?:our|company|the|my|team|school|club|brand|family|corporate|white|printed|small|large)(?:'s)? ){0,3}(?:logos?|crest|emblem|coat of arms|monogram|mascot|insignia|trademark))\b(?! (?:on the (?:box|package|carton|outside)|file|artwork attached|colou?r))|((?:我们?|公司|学校|品牌|我司|本公司|班级|队|社团|我哋|单位|店)?(?:的|嘅)? ?(?:logo|标志|徽标|商标|校徽|队徽|会徽|班徽|厂标|司标|司徽|徽章|标识))/gu,
    only: /\b(?:print|engrav|embroider|with|add|put|on the|onto|stamp|etch|laser|include|have|carry|featur|stitch|place|centred|centered|emboss|(?:on|for|across) (?:both|all|each|every|everything|it|them)\b|same|as (?:before|last time)|new|old|attached)|印|绣|刻|加|打|上|贴|带|做|烫|弄|喷|放|要|雕|镭/,
  },
  {
    key: 'thread',
    pattern:
      /\b(m\d{1,2}(?:[x*×]\d{1,3}(?:\.\d{1,2})?)?)(?![\w.])(?: thread(?:ed)?s?)?|\b((?:g|npt|npsm?|pt|ps|pf|zg|jic|bsp|bspt|bspp|rc|rp|r) ?\d(?:-\d)?\/\d)\b|\b(\d\/\d ?["-]? ?(?:\d{2} )?(?:unc|unf|npt|bspt?|bspp))\b|\b(\d\/\d{1,2}-\d{1,2}(?: (?:unc|unf))?)(?="| (?:thread|unc|unf|bolts?|screws?|studs?|rods?|nuts?)|[,.;\n]|$)(?: thread)?/g,
  },
  {
    key: 'pack_size',
    pattern:
      /\b(?:packs?|packets?|boxes|bags|cartons?|cases?|sets|bundles|boxed|bundled|lots|trays) (?:of|in) (\d{1,4}|six|twelve|ten|four|eight|twenty)\b(?! ?(?:kg|kilos?|g|grams?|lbs?|oz|ml|l|lit(?:er|re)s?)\b)|\b(\d{1,4}) (?:per|to a|to the|in each|in a|a|each) (?:pack|box|bag|carton|case|tray|set|bundle)\b|\b(\d{1,3})-?(?:pack|count|ct)\b|(?:每|一)(?:小)?(?:包|箱|袋|盒|套|组|扎|捆|板|排|罐|桶|筒|串|卷|打)(?:装|放)? ?(\d{1,4}|[一二三四五六七八九十]{1,3}) ?(?:个|只|瓶|支|件|片|条|本|块|粒|枚|张|颗|罐|包|入|双|对|副|根|枝|朵|份|顶|卷|套|把|袋|盒|听|杯|串)|(\d{1,4}) ?(?:个|只|瓶|支|件|片|入|粒|颗|包)(?:一|每|\/|装一)(?:小)?(?:包|箱|袋|盒|套|组|扎|捆)|每(\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(?:个|只|瓶|支|件|片|粒|颗|条|双|对|张|枝|块|份|罐|本)(?:入|装|放|扎|捆)?(?:一|成|进)?一?(?:小)?(?:包|箱|袋|盒|套|组|扎|捆|罐|桶|筒)|(\d{1,3})(?:入|支装|片装|粒装|只装|个装|瓶装|包装)(?=[,.;!?。\n的]|$)/g,
  },
  {
    key: 'color_temperature',
    pattern:
      /\b(warm white|cool white|neutral white|daylight white|warm light|cool light|daylight)\b(?! ?\d{4})|(暖白光|暖白(?!光)|暖黄光|暖光|冷白光|冷白(?!光)|冷光|(?<![暖冷])白光|自然光|中性光)(?! ?\d{4})/g,
    only: /\b(?:lamps?|lights?|bulbs?|led|lighting|leds)\b|灯|光|led/,
  },
  {
    key: 'tolerance',
    pattern:
      /\b(?:tolerance|fit)(?: of| is|:)? ([a-z]{1,2}\d{1,2}(?:\/[a-z]\d)?)\b|\b([hg][5-9]|js\d|[hH][5-9]\/[a-z]\d) (?:tolerance|fit)\b|公差(?:等级)?(?:为|是|:)? ?([a-z]{1,2}\d{1,2})(?![\d.])/g,
  },
  {
    key: 'scent',
    pattern:
      /\b(mango|apple|green apple|pear|peach|cherry|strawberry|raspberry|blackberry|blackcurrant|pomegranate|pineapple|melon|watermelon|lime|lemon|orange|mandarin|neroli|honey|honeysuckle|almond|cinnamon|clove|ginger|nutmeg|cardamom|chamomile|sage|basil|thyme|rosemary|mint|peppermint|spearmint|tea tree|green tea|white tea|cotton|linen|rain|ocean|sea breeze|moss|leather|tobacco|whisky|coffee|chocolate|frankincense|myrrh|cypress|juniper|vetiver|ylang ylang|lilac|lily|lily of the valley|violet|freesia|magnolia|orchid|hyacinth|wisteria|bluebell|tuberose|geranium|cherry blossom|apple blossom|orange blossom|patchouli|tonka|rhubarb|elderflower|gingerbread|mulled wine|christmas spice|driftwood|wood smoke|birch|oakmoss|lavender|rose|jasmine|sandalwood|cedar(?:wood)?|bergamot|eucalyptus|citrus|vanilla|fig|fresh linen|peony|gardenia|pine|oud|amber|musk|patchouli|lemongrass|grapefruit|sea salt|coconut)\b/g,
    only: /candle|soap|diffuser|perfume|lotion|wax|scent|fragrance/,
  },
  {
    key: 'size',
    pattern:
      /(?<![a-z\d'-])(xs|s|m|l|x{1,3}l|[2-5]xl)(?=[,.;!/)]| and| in| please|$)(?<=\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|rest) (?:x |in |of |are |in size )?[smlx2-5]{1,4})|(?<![a-z\d'-])(x{0,3}[sml]|[2-5]xl)(?![a-z'\d])(?<=(?:[一二两三四五六七八九十半]{1,3}(?:件|条|个|套|双|只|顶|身)(?:要|是|穿|做)? ?|(?:尺码|码数|号码)(?:要|选|是|为|:)* )[smlx2-5]{1,4})/g,
  },
  {
    key: 'material',
    pattern:
      /(?:材质|面料|材料|用料|料子|线材|板材|钢材|管材|棒材|芯材|面材|底材|丝材|杆材|用纸|纸张|纸用|布料|皮料|内衬|里料|内胆)(?:请|都|要|选|用|改|换|做|成|是|为|:)+ ?((?!什么|跟|和|按|哪|这|那|你|随|都|好)[\p{Script=Han}a-z\d]{2,8}?)(?:的|就好|就行|即可)?(?=[,.;!?。\n]|$)/gu,
  },
  {
    key: 'scent',
    pattern:
      /(?:香味|香型|味道|气味)(?:请|想|要|选|用|是|为|:|来|换|改|成)+ ?((?![^,。]{0,5}[一二三四五六七八九十]\p{Script=Han})(?!什么|跟|和|按|哪|这|那|随|都|淡|浓|不|啲)\p{Script=Han}{1,5}?)(?:香味?|味)?的?(?=[,.;!?。\n]|$)|(?:香味|香型|味道|气味|闻起来|闻着|闻落)(?:要|想要|来|就|请|啲)*(?:似|像|照|跟)(\p{Script=Han}{2,6}?)(?:咁|那样|那种|一样|似的|的味道|来)(?:嘅|的)?(?=[,.;!?。\n]|$)/gu,
    only: goodsKinds.scented,
  },
  {
    key: 'flavor',
    pattern:
      /(?:口味|味道|馅料?|内馅)(?:请|想|都|要|选|用|是|为|:|来|换|改|成)+ ?((?!什么|跟|和|按|哪|这|那|随|都|淡|浓|不|清|重|咸|别|若|如|要是|万一)\p{Script=Han}{1,5}?)口?味?的?(?=[,.;!、?。\n]|$)|(?<=(?:\d|[一二三四五六七八九十]) ?[寸吋磅] ?)(?!的|款|双层|三层|圆|方|生日)(\p{Script=Han}{2,4})(?=[,.;、!?。\n]|$|的|蛋糕)|(?<=^|[要是和跟换各,.;、] ?)((?![香气入口风品异有没无重怪这那什原正够若如])\p{Script=Han}{1,4}?)口?味(?=[,.;、!?。\n]|$|的|款|没|[\d一二两三四五六七八九十各])|\b((?!(?:the|this|that|any|other|same|different|what|which|each|every|one|more|of|in|new|another|assorted|mixed?|your|no|all|both|stronger|extra|full|real|great|best|its)\b)[a-z]{3,14}(?: (?:and|&) [a-z]{3,12})?) flavou?r(?:ed)?\b/gu,
    only: goodsKinds.food,
  },
  {
    key: 'other',
    pattern:
      /\b((?:powder|bpa|lead|acid|lint|latex|halogen|silicone|chlorine|phosphate|paraben|alcohol)[- ]free)\b|\b((?:brass |metal |steel )?(?:eyelets?|grommets?)(?: (?:in|at|on|along|every) [a-z\d ]{2,30}?)?)(?=[,.;\n]|$| please)|\b(natural gas|lpg|propane)\b|(天然气|液化气)|((?:四边|四角|四周)?(?:磨圆|倒圆|磨边))|(?<=(?:要有|要带|要留|要开|带|留|开)(?:个|一个|两个)? ?)(\p{Script=Han}{1,2}孔)(?=[,.;!?。\n]|$|的)|(?<=^|[要选换成,.;] ?)((?![这那哪此该同新旧一两几每全])(?!什么|其他|别的)(?:\p{Script=Han}{1,2}(?:孔|厚|绒|大|长|短|扣|面|层|头|门|带|盖|架|脚|轮|钩)|男|女|儿童|成人|左手|右手)款)(?=[,.;!?。的\n]|$)|(?<![\d.])(\d{1,2}头)(?=的|[,.;!?。\n]|$)/gu,
  },
  {
    // how the goods are made: pressure treated, round neck, single phase, coarse grind
    key: 'other',
    pattern:
      /(?<![a-z-])((?!(?:the|an?|our|my|your|his|her|their|its|and|with|all|both|each|please|is|are|be|in|on|of|for|to|not|no|it|they|them|was|were|get|got|have|has|been|fully|well|badly|being|same|new|old|any|which|that|this|make|sure|or|as|so|water|fire|heat|scratch|one|neck|blackout)\b)[a-z]+[- ](?:treated|proofed|resistant|repellent|retardant|backed|mounted|mount|hinged|handed|operated|powered|cooled|phase|pile|insulated|reinforced|tufted|woven|knitted|stitched|lined|fringed|weighted|rated|flanged|welded|piped|edged|seamed|tipped|seater|burner|braked|assisted|compatible)|(?:round|crew|v|scoop|polo|roll|turtle|high|mock|boat|halter|square|cowl|henley|mandarin|grandad)[- ](?:neck|necks|neckline|collars?)|(?:long|short|half|three-quarter|3\/4|cap|puff|raglan|bell)[- ]sleeve[sd]?|(?:steel|composite|open|closed|pointed|round|square|almond)[- ](?:toe|toes|toed|toecaps?)|(?:slim|regular|relaxed|loose|classic|tailored|athletic|skinny|oversized|boxy|wide|narrow)[- ]fit|(?:wide|straight|tapered|cropped|flared)[- ]leg|(?:high|mid|low)[- ](?:rise|waist|waisted|heel|heels|back|backed)|(?:elastic|elasticated|drawstring)[- ]waist|(?:full|top|end|edge)[- ]grain|(?:twill|basket|satin|herringbone|waffle|percale)[- ]weave|(?:very |extra )?(?:coarse|medium|fine|espresso|filter|cafetiere|french press|pour over|aeropress|moka)[- ](?:grind|ground)|(?:die|kiss|laser|crinkle|bias)[- ]cut|(?:wide|narrow|college|feint|legal)[- ]ruled|(?:short|ultra short|long)[- ]throw|(?:arched|flat|domed|rounded)[- ]top|(?:single|double|two|three|twin)[- ](?:breasted|glazed|skinned|walled|stitched|layered|bladed))(?=[,.;!?\n]|$| please| ones?\b| version| and | with | only| if | \d)|\b((?:lever|bow|bar|loop|recessed|twin|folding|telescopic|long|short|rope|knob|finger) handles?|guard ?rails?|safety rails?|blackout(?: lining)?|thermal lining|interlining|lumbar support|headrests?|footrests?|armrests?|drainage holes?|soft[- ]close|peel and seal|self[- ]seal|gummed|window(?:ed)? envelopes?|hole[- ]punched|perforated|spiral[- ]bound|wire[- ]bound|saddle[- ]stitched|perfect[- ]bound|magnetic|trigger clips?|safety breakaway|non[- ]drip|child[- ]?proof|tamper[- ]evident|anti[- ]?glare|non[- ]?slip|quick[- ]release|self[- ]locking|fixed head|ball(?:ed)? feet|flat[- ]packed)(?=[,.;!?\n]|$| please| too| on | and | with | for | in |布)/g,
  },
  {
    key: 'finish',
    pattern:
      /(?:^|[,.;] ?|\b(?:an?|with|in|the|prefer|have) )(?!nice|good|smooth|quality|photo|great|better|same|different|other|strong|early|quick|top|high|first)((?:[a-z]+[- ])?(?:[a-z]{3,12}(?:ed|y|te|in|ss|al|l))) finish\b/g,
  },
  {
    key: 'pattern',
    pattern:
      /\b(?!(?:the|this|that|same|any|other|your|our|my|an?|in|of|with|no|which|what|different|drilling|hole|bolt|sewing|traffic)\b)([a-z]{4,12}) (?:pattern|motif)\b|^(dotted|lined|ruled|squared|gridded|plain)(?= (?:pages?|paper))|\b(dotted|lined|ruled|squared|gridded)(?= (?:pages?|paper)\b)/g,
  },
  {
    key: 'other',
    pattern:
      /(?:^|[.;,] ?)((?:whole bean|ground|coarse ground|fine ground|medium ground|[a-z]{4,10} (?:style|cut|fit|neck|heel|toe|grind|grip|mount|back|thread count)))(?: please)?(?=[.;,!\n]|$)|\b(?:must|should|needs? to|has to|have to) have (?:an? )?((?!look|been|the|it|them|no|our|my|your|logo|name)(?:[a-z]+ ){0,2}(?:strap|clasp|hook|loop|zip|zipper|pocket|pockets|hood|lining|eyelets|eye|handle|handles|lid|spout|wheels|castors|drain|valve|lock|latch|hinge|buckle|button|buttons|magnet|closure|cuff|collar|tassel|ring|slot|hole|vent|window|shelf|drawer|divider|switch|dimmer|cable|stand|bracket|backing|trim|edge|tip|blade))\b/g,
  },
  {
    key: 'size',
    pattern:
      /(?<=\bsizes?:? (?:\d{1,3}(?:\.5)?(?: ?(?:,|and|&|\/|plus)+ ?(?:and )?)){1,6})(\d{1,3}(?:\.5)?)(?![\w.]\d|\w)|(?<=\b(?:dad|mum|mom|me|mine|him|his|her|hers|he|she|wife|husband|son|daughter|boys?|girls?|men|men's|mens|women|women's|womens|ladies|ladies'|kids|kids'|brother|sister|[a-z]{3,9}'s?)(?: is| are| takes?| wears?| in|:| -| =| an?| needs?)* )(xs|s|m|l|x{1,3}l|[2-5]xl)(?=[,.;!/)]| and| please|$)|\b(?:feet|foot|hands?|heads?|waist|chest|finger|wrist|collar|neck|he|she|i|who|that) (?:that )?(?:takes?|wears?|measures?) (?:an? |size )?(\d{1,2}(?:\.5)?|xs|s|m|l|x{1,3}l)(?![\w.:]|,\d)|\b(?:send|give|get|make it|make that|want|need|take|wear) (?:me |him |her |us )?(?:an? )(\d{1,2}(?:\.5)?)(?=[.,;!]|$| please| this| instead)/g,
  },
  {
    key: 'material',
    pattern:
      /\b((?:solid |brushed |recycled |stainless |galvani[sz]ed |carbon |spring |mild )?(?:steel|plastic|metal|iron|wooden|wood|glass|rubber|cork|felt|foam|clay|stone|copper|music wire|piano wire|bamboo pulp|wood pulp|carbide|tungsten carbide|neoprene|paper|cardboard|slate|straw|wicker|concrete|enamel|zinc|nickel silver))(?= (?:ones?|versions?|type|kind|instead|rather)\b| only\b)|(?:^|[.;,] ?|\bin |\bmade (?:of|from) |\bbe )(music wire|piano wire|bamboo pulp|carbide|tungsten carbide|steel|iron|plastic|bamboo|slate|stone|wood|rubber|enamel|neoprene|concrete|cork)(?: please)?(?=[.;,!?\n]|$| only| for)/g,
  },
  {
    key: 'material',
    pattern:
      /(?<=\b(?:brushed|polished|satin|blackened|painted|coated|hammered|galvani[sz]ed|stainless) )(steel|iron|metal|alumini?um|zinc|tin|copper|brass|bronze|pewter|silver|gold|marble|concrete|wood|oak|walnut|pine|leather|cotton)(?![a-z])/g,
  },
  {
    // half milk, half dark: of food a lot is named by its taste
    key: 'flavor',
    pattern:
      /\bhalf (?:of them |of it |in |with |the )*(?!and|of|in|with|the|are|now|as|dozen|price|this|that|an?\b)([a-z]{3,}(?: [a-z]{3,})?)(?=[,.;!&\n]|$| and (?:the other )?half| please)/g,
    only: /\bhalf\b.*\bhalf\b/,
    goods: goodsKinds.food,
  },
  {
    key: 'flavor',
    pattern:
      /(?:(?<=^|[,.;&:] ?|\band )(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|twenty) (?:x |of |in |with )*)(?!of|in|with|the|are|be|boxes|packs|people|guests|more|less|extra|pieces|pcs|tins|bags|jars|bottles|days|weeks|months|portions|slices|tiers?|layers?|inch|and|each|please|kids|adults|children|years|off|business|working|hours|can|could|will|is|was|were|for|to|at|by|small|medium|large|big|plain|gift)([a-z]{3,}(?: (?!and|please|for|with|in|on|by|each|or|if|to|no|not|but|boxes|packs)[a-z]{3,})?)(?=[,.;!&\n]|$| and \d| please)/g,
    only: /\d{1,3} [a-z ]{3,30}(?:,|\band\b|&) ?\d{1,3} [a-z]/,
    goods: goodsKinds.food,
  },
  {
    key: 'tolerance',
    pattern: /(?:^|[.;,] ?)((?:h|js|k|m|n|p|g|f)\d{1,2}(?:\/[a-z]\d{1,2})?)(?=[.;,\n]|$)/g,
    only: /\b(?:ream|shaft|bore|bush|bearing|pin|spindle|dowel|gauge|sleeve|collet|drill|fit)\w*/,
  },
  {
    key: 'scent',
    pattern:
      /(?<=^|[,.;、要选用换成是] ?)(薰衣草|玫瑰|茉莉|檀香|檀木|雪松|桂花|栀子花?|柑橘|海洋|橙花|佛手柑|尤加利|柠檬草|白茶|小苍兰|樱花|无花果|鼠尾草|木质调?|花香调?|果香调?|沉香|艾草|薄荷|绿茶|海盐|海风|雨后|乌木|琥珀|麝香|依兰|洋甘菊|迷迭香|牡丹|铃兰|百合|柠檬|葡萄柚|西柚|肉桂|香草|奶香|竹香|书香)(?=的|嘅|款|那款|[,.;、!?。\n]|$)/g,
    only: goodsKinds.scented,
  },
  {
    key: 'pattern',
    pattern:
      /(?:花色|图案|花纹|印花|花样|纹样)(?:请|想|都|要|选|用|换|做|成|是|为|:|印)+ ?((?!什么|跟|和|按|哪|这|那|你|我|随|都|好|无|不|简|大|小(?!兔|熊|猫|狗|鸟|鱼|花|雏|动物))[\p{Script=Han}]{2,6}?)(?:的|款|图案)?(?:喔|哦|啊|呀|吧|啦|就好|就行)?(?=[^\p{L}\p{N}]|$)/gu,
  },
  {
    key: 'hardness',
    pattern:
      /\b(?:hrc|hardness(?: of| is|:)?(?: hrc)?|shore(?: a| d)?) ?(\d{2}(?:-\d{2})?)(?! ?hrc)|硬度(?:要|是|为|:|hrc|邵氏|达到)* ?a?(\d{2,3}(?:-\d{2})?)(?!\d* ?hrc)|邵氏 ?a?(\d{2})/g,
  },
  ...chineseSlots,
  ...tradeSlots,
];

/** Words that turn a property into something not asked for: an exclusion, a complaint, a question, a substitute. */
export const specDenied = {
  before:
    /(?:\b(?:(?:substitut|swap|replac)\w*(?: it| them)? (?:with|for|by)|not?|never|without|except|anything but|everything but|all but|other than|avoid|instead of|rather than|(?:don't|do not|never) (?:want|like|use|send|give|ship)|no more|isn't|aren't|replac(?:e|ing)|from)(?: (?:the|a|an|any|in))?|避开(?:含|有)?|远离|碰不得|不能碰|别放|别加|不放|不加|勿放|勿加|唔好落|唔好放|唔放|不要|不想要|别|不是|除了|不含|不能有|不用|避免|唔要|勿|而不是|代替|[别勿](?:拿|用|给|换)|不要(?:拿|用)|唔好(?:攞|用)) ?$/,
  substitute:
    /(?:\b(?:otherwise|or else|if not|if (?:it's |that's |the )?(?:\w+ )?(?:is |are )?(?:out of stock|unavailable|not available|sold out|out)|failing that|as (?:a )?(?:backup|fallback|second choice|alternative)|or)\b[^.]{0,24}|\bif (?:the |your )?[^.,]{1,24}?(?: is| are|'s| have| has| run| runs) (?:gone|out|finished|sold out|unavailable|not available|oos|run out|run dry|dry)\b[^.]{0,30}|\b(?:no|out of) stock\b[^.]{0,16}|(?:(?<!有)没有|没货|缺货|断货|卖[晒完光]|售罄|断[码色]|冇咗|唔够|如果没有?|要是没有?|冇货|无货)(?!有)[^。]{1,14}|没[^,。]{1,6}(?:就|换)[^。]{0,4}|(?:或者?|否则|不然)[^。]{0,4})$/,
  substituteAfter:
    /^ (?:is|was|would be|are|seems?|looks?) (?:far |much |way |a bit |rather |just |a touch |a little )*too |^ ?(?:is |are |would be |will be )?(?:also )?(?:ok(?:ay)?|fine|acceptable|works)(?: too| as well| instead)?|^(?:的|色)? ?(?:也行|也可以|也 ?ok|也得|也好|都行|都得|代替|替代|顶上)/,
  clause:
    /\b(?:we|i|you) (?:said|specified|clearly asked)\b|\b(?:whoever|somebody|someone)\b[^,.]*\b(?:decided|packed|picked|thought|sent)\b|\bif (?:you|it|they|there|all you)(?:'s| is|'ve| have| are)? (?:only|just|is|have is)\b|\b(?:we|i)(?: have|'ve)?(?: just)? (?:painted|redecorated|decorated)\b|\b(?:i|we) (?:cut|sell|work with|use|run|handle) [a-z]+ (?:all|every|day|most)\b|\b(?:using|had|loved|bought|been buying) your\b|\bdo (?:these|they|those|the \w+) come\b|\b(?:in case (?:that|it) helps|for (?:your )?reference|if that helps)\b|\b(?:do you have|have you got|is there|are there|does it come|available in|is (?:it|the)|came|arrived|received|(?:are|were) (?:they|these|those)|last (?:time|order|batch)|previous(?:ly)?|the other order|was|were|got sent)\b|(?<!可以|能|要|改成|改)(?:是|系)(?!不|否|吗)[^,。?]{1,10}(?:吗|嘛|么|咩)$|\b(?:can't|cannot|mustn't|must not|can not|shouldn't) (?:be near|go near|touch|have|eat|be around|come near|wear|tolerate|stand|handle)\b|支持|兼容|过敏|敏感|起疹|闻不得|碰不得|一沾|一碰|(?:可以|能|可唔可以|会)[^,。]{0,6}(?:洗|微波|加热|泡|晒|冻|冷藏|烤)[^,。]{0,3}(?:吗|么|咩)|下单时|原先|说好是|原本|本来|上次|之前那|上回|有没有|有无|还有.{0,8}吗|是不是|收到的|发来的|寄来的|自己(?:会|来|再|动手)|限[高宽重长]|请问[^,。?]{1,12}(?:能|可以|会)[^,。?]{1,14}(?:吗|么|嘛|咩)/,
};
