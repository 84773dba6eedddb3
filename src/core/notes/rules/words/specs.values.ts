import type { SpecKey } from '../../reading.ts';
import { pattern } from '../../../text/pattern.ts';

/** Words that are the value themselves, by key. English as regular expressions between word boundaries, Chinese as written. */
export const specWords: { key: SpecKey; english: string; chinese: string }[] = [
  {
    key: 'color',
    english:
      "(?:red|green|blue|yellow|brown|grey|gray|orange|pink|purple|white|black) of (?:an?|the) [a-z]+(?:'s)?(?: (?:table|sky|sea|egg|grass|leaf|leaves|field|stone|skin|box|door|coat|wing))?|" +
      '(?:(?:kraft|pewter|linen|flax|hemp|sisal|jute|cork|tea|matcha|pebble|shale|granite|concrete|cement|zinc|titanium|obsidian|onyx|jet|ebony|sable|mahogany|maple|birch|cedar|pine|blonde?|strawberry|raspberry|cranberry|mulberry|blackberry|boysenberry|beetroot|rhubarb|flamingo|watermelon|guava|papaya|mango|pumpkin|squash|carrot|ginger|paprika|turmeric|saffron|marigold|buttercup|daffodil|corn|maize|banana|pineapple|celery|asparagus|artichoke|basil|thyme|rosemary|juniper|ivy|clover|shamrock|lagoon|caribbean|aegean|mediterranean|marine|nautical|sailor|admiral|cadet|airforce|air force|raf|gentian|hyacinth|bluebell|iris|thistle|orchid|amethyst|mauve|mulled wine|garnet|crimson|vermilion|ferrari|post box|pillarbox|telephone box|london bus|hi-vis|hi vis|day-?glo|glow|gloss|shiny|dull|flat|faded|tinted|smoky|frosty|creamy|cool|warm)[ -](?=(?:black|white|red|blue|green|gr[ea]y|brown|pink|purple|yellow|orange|gold|silver|beige|cream)\\b))?(?:[a-z]{3,12}-(?=(?:black|white|red|blue|green|grey|gray|brown|pink|purple|yellow|orange)\\b))?(?:(?:moss|bottle|leaf|grass|fern|jungle|kelly|loden|avocado|pistachio|seafoam|spruce|eucalyptus|apple|pea|sea|ocean|ice|powder|steel|cobalt|electric|petrol|peacock|cornflower|prussian|delft|denim|french|oxford|ink|inky|stone|dove|ash|pewter|smoke|smoky|storm|stormy|wet|old|antique|aged|vintage|faded|washed|dusky|blush|ballet|shell|candy|bubblegum|fire engine|pillar box|cherry|blood|brick|rust|wine|ruby|tomato|poppy|barn|butter|lemon|canary|sunshine|sunflower|honey|straw|primrose|chocolate|coffee|chestnut|nut|saddle|tobacco|caramel|cinnamon|oyster|chalk|bone|milk|snow|winter|arctic|warm|soft|creamy|cloud|pastel|neon|fluorescent|fluoro|acid|metallic|pearlescent|rich|true|pure|piano|carbon|raven|grape|plum|aubergine|lilac|heather|imperial|heritage|school bus|safety|traffic|signal|british racing|army|military|combat|raw|natural|creamy|muted|vivid|shocking|flame|sunset|burnished|tiffany|robin egg|duck egg|elephant|battleship|lead|iron|nordic|swiss|cardinal|ox|peach|apricot|salmon|lavender|wisteria|dark|light|deep|pale|bright|royal|navy|sky|forest|olive|rose|off|pearl|charcoal|slate|dusty|midnight|baby|hot|mint|cool|jet|lime|sage|burnt|emerald|racing|space|hunter)[ -])?(?:black|white|red|blue|green|grey|gray|navy|beige|brown|pink|purple|yellow|orange|teal|ivory|cream|maroon|burgundy|turquoise|silver|gold(?:en)?|charcoal|khaki|tan|lavender|coral|champagne|magenta|cyan|indigo|violet|olive|mustard|taupe|terracotta|anthracite|bronze|copper|graphite|sage|mint|fuchsia|crimson|scarlet)(?:[- ](?:black|white|red|blue|green|grey|gray))?|(?:pantone|pms|ral) ?\\d{3,4} ?[cuk]?(?:[黑白红蓝绿灰黄紫粉棕橙金银]色?)?|(?<=\\b(?:brushed|satin|polished|matte?|antique|aged) )(?:nickel|chrome)',
    chinese:
      '[红橙黄绿青蓝紫黑白灰粉金银]{2,4}(?:[二两三四双](?:种颜)?色|相间|拼色?|撞色|间色)|(?:蓝|红|紫|绿|灰|深|浅|暗|亮|米|藏|宝|天|湖|墨|草|军|(?<![如结效成])果|酒|大|玫|粉|橘|橙|土|浅灰|深灰|雾霾|奶|象牙|珍珠|炭|银|香槟|玫瑰|咖啡|原木|莫兰迪|克莱因|薄荷|孔雀|太空|星空|樱花|牛油果|焦糖|驼|燕麦|奶油|钛|石墨|枪){0,2}(?:黑|白|红|蓝|绿|灰|黄|紫|粉|棕|褐|橙|橘|青|金|银|米|咖啡|卡其|驼|原木|奶油|酒红|藏青|香槟|玫瑰金|焦糖|燕麦)(?:灰|白|蓝|绿|红|金|棕)?色|半?透明(?=的|款|嘅|磨砂|[,.;、!?。]|$)|(?:木|石|水泥|大理石|云石|橡木|胡桃)纹色|[黑白红蓝绿黄粉紫灰金银橙]底[黑白红蓝绿黄粉紫灰金银橙](?:字|条纹?|花|纹|格|点|边)|[黑白红蓝绿黄粉紫灰金橙](?=底(?![色部座盖面]))|(?<!\\p{Script=Han})[黑白红蓝绿黄粉紫灰金银橙](?=字(?![体母]))|(?<=[底印写绣用要刻喷是配的])[黑白红蓝绿黄粉紫灰金银橙](?=字(?![体母]))|(?:(?:(?<![一二三四五六七八九十\\d个])月(?=白)|(?:霜|瓷|玉|贝|鱼肚|甜|云|葱|荼|粉|灰|青|蓝)(?=白)|(?:黛|靛|群|影|鸦|蟹壳|梅子|豆|石|雨过天|虾|鸭蛋|葱|铁|霁)(?=[青蓝绿灰黑])|(?:绛|绯|嫣|茜|殷|霁|银|洋|水|海棠|桃|妃|牛血|祭)(?=红)|(?:赭|秋|柳|翠|荷叶|秋香|松花|苍|湛|蔚|黛)(?=[红黄绿蓝青])|(?:冷|暖|青)(?=灰)|(?:玄|皂|乌|漆)(?=[黑青])|深|浅|淡|暗|墨|藏|宝|天|湖|海|冰|雪|雾|烟|苔|苔藓|青苔|松|松柏|茶|奶油|奶茶|焦糖|巧克力|燕麦|杏仁|桃|酒|枣|砖|铁锈|陶土|赤陶|岩|岩石|石墨|铅|炭|碳|曜石|象牙|珍珠|月光|米|乳|古铜|孔雀|宝石|翡翠|祖母|碧玺|松石|蒂芙尼|克莱因|普鲁士|雾霾|莫兰迪|静谧|天空|星空|深海|海军|水手|牛仔|丹宁|薄荷|橄榄|抹茶|牛油果|鼠尾草|森林|军|荧光|柠檬|鹅|姜|芥末|落日|夕阳|南瓜|爱马仕|中国|朱|朱砂|胭脂|车厘子|樱桃|石榴|番茄|勃艮第|葡萄|茄|香芋|薰衣草|丁香|紫罗兰|烟熏|高级|太空|深空|星际|枪|复古|马卡龙|驼|栗|胡桃|孟菲斯|湖水|海水|水洗|豆沙|西瓜|珊瑚|柿子|落叶|秋叶|枫叶|琥珀|威士忌|可可|摩卡|拿铁|卡布奇诺|奶咖|大地|沙漠|沙丘|沙滩|亚麻|鸽子|鸽|银河|极光|午夜|夜空|电光|碧|青|竹|葱|嫩|芽|鲜|正|大|橘|玫|粉|紫|灰|蓝|黄)(?:灰|红|橙|黄|绿|青|蓝|紫|棕|褐|白|黑)(?![\\p{Script=Han}]?(?:茶(?!色)|酒|豆|薯|菜|萝卜|汤|糕|粉|肉|岛|山|海|州|路|村|镇|市|区|灯|牌|线条|熊|包车))|(?:樱花|樱|桃|橘|玫瑰|裸|藕|豆沙|浅|淡|嫩|深|马卡龙|莫兰迪|香芋|火烈鸟|西柚|蜜桃|珊瑚|烟|雾|芭比|脏|少女|玫|浅藕|荧光)粉(?!丝|末|底|饼|色[^ ]*?底妆)|(?:香槟|玫瑰|古铜|流沙|浅|暗|哑光|钛|星光|白|黑|浅香槟)金(?!属|融|箔|线|字|奖|牌)|(?:太空|月光|哑|钛|星光|雪|冰|拉丝|枪)银(?!行|联)|蓝黑|黑金|啡|浅啡|深啡|(?<![\\p{Script=Han}])咖|浅咖|深咖|奶咖)色?|藏青|藏蓝|雾霾蓝|深蓝|浅蓝|天蓝|宝蓝|湖蓝|墨绿|军绿|草绿|酒红|大红|玫红|粉红|米白|奶白|纯白|纯黑|亮黑|玫瑰金|香槟金|莫兰迪灰|深灰|浅灰|银灰|炭灰|克莱因蓝|(?<![\\p{Script=Han}])[黑白红蓝绿灰黄紫粉棕橙](?=[,。!?.;、]|$)|(?<=哑光|亚光|哑面|雾面|磨砂|亮面|拉丝|哑|雾|亮光|高光|珠光|丝光|钢琴)[黑白红蓝绿灰金银粉]|(?<=[要选挑换拿](?:成|为|个)?|改[成为用]|[做染配]成?)[黑白红蓝绿灰黄紫粉棕橙](?=[,。.!;]|$|[吧啦就])|(?<=用)[黑白红蓝绿灰黄紫粉棕橙金银](?=线|丝线)|(?<![明椰山蛋])[黑白红蓝绿灰黄紫粉棕橙](?=的(?![士卡色包])|款|嘅|(?:[一二两三四五六七八九十]|\\d)+ ?[个把件只套张])',
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
  flavor: pattern('')`
    ^口味(?:要|选|是|为|:|用|换|成|改)*(?<value>.+)$
    |^(?<value>.+?)(?:
      [ ](?:
        flavou?r(?:ed)?|sponge|cake|buttercream|frosting|icing|filling|cream|mousse|ganache|curd|layers|roast|sauce|jam|topping|swirl|glaze
        |drizzle
      )
      |口?味|夹心|内馅|馅|夹层|奶油|蛋糕|慕斯|胚
    )的?$
  `,
  scent: pattern('')`
    ^(?<value>(?:檀|沉|木|花|果|奶|书|竹|茶|松|麝|丁|藿|迷迭|茴|饭|橙花|乌木沉)香)(?:香?味|香型|味道)的?$
    |^(?<value>.+?)(?: (?:scent(?:ed)?|fragranced?|smell|aroma|candles?|oil)|香味|香型|香气|香调|味道|味)的?$
    |^(?<value>.+?[^檀沉藏麝乳木奶茶])香的?$|^(?<value>无.+?)[的型]$
  `,
  plug: pattern('')`
    ^插头(?:用|要|是|为|:|选|改|成)*(?<value>.+)$
    |^(?<value>.+?)(?:
      [ -](?:plug(?:s|ged)?|adapt[eo]rs?|sockets?|power cord|mains plug|mains lead|power plug|prong|spec|standard plug|style plug)
      |的?(?:插头|插座|三插|插|电源线?|充电器|头)
    )$
  `,
  grade:
    /^(?:grade|class|strength class|property class|quality grade|(?:强度|性能)?等级(?:要|:|为|是)*) ?(?<value>.+)$|^(?<value>[\d.]+)(?: (?:grade|class)|级)$|^(?<value>.+?)的$/,
  material:
    /^材质(?:要|用|是|为|:|选| )*(?<value>.+)$|^(?<value>.+?)(?: (?:upholstery|fabric|seats?|cover|back|finish|top|material)|材质|面料|的|(?<!面|布|皮|塑)料)$/,
  pattern: /^(?<value>.+?)(?: (?:pattern|print|design|fabric|ones?)|图案|款式?|花纹|的图?)$/,
  storage:
    /^(?:keep|kept|store|stored|ship|shipped|transport|transported|deliver|delivered|stay|send) (?:(?:it|them|this) )?(?<value>.+)$|^(?<value>.+?)(?:保存|运输|配送|发货|寄|储存|存放|宅配|送|包装)$/,
  label_language: pattern('')`
    (?:in|be in|printed in) (?:(?:both|simplified|traditional) )*(?<value>[a-z]+(?: (?:and|&) [a-z]+)?)$
    |^(?<value>[a-z ]+?) (?:labels?|manuals?|labell?ing|instructions|packaging|version|user guide|menu|leaflet)$
    |^(?:标签|说明书|手册|吊牌|洗标|铭牌|使用说明|包装文字)(?:要|用|是|为|:|请|印|改|成|换)*(?<value>.+?)[的版]*$
    |^(?<value>.+?)[的版]*(?:标签|说明书|标|说明|手册|包装|吊牌|使用说明|铭牌|菜单|洗标)$
  `,
  color: /^(?<value>.+?)(?:款|的| colou?r(?:ed)?)$/,
  other: /^(?<value>.+?)的$/,
};
