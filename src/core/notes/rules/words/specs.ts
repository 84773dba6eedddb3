import type { SpecKey } from '../../reading.ts';

/** Words that are the value themselves, by key. English as regular expressions between word boundaries, Chinese as written. */
export const specWords: { key: SpecKey; english: string; chinese: string }[] = [
  {
    key: 'color',
    english:
      '(?:(?:dark|light|deep|pale|bright|royal|navy|sky|forest|olive|rose|off|pearl|charcoal|slate|dusty|midnight|baby|hot|mint|matte?|warm|cool|jet|lime|sage|burnt|emerald|racing|space|hunter)[ -])?(?:black|white|red|blue|green|grey|gray|navy|beige|brown|pink|purple|yellow|orange|teal|ivory|cream|maroon|burgundy|turquoise|silver|gold(?:en)?|charcoal|khaki|tan|lavender|coral|champagne|magenta|cyan|indigo|violet|olive|mustard|taupe|terracotta|anthracite|bronze|copper|graphite|sage|mint|fuchsia|crimson|scarlet)(?:[- ](?:black|white|red|blue|green|grey|gray))?',
    chinese:
      '(?:深|浅|暗|亮|米|藏|宝|天|湖|墨|草|军|果|酒|大|玫|粉|橘|橙|土|浅灰|深灰|雾霾|奶|象牙|珍珠|炭|银|香槟|玫瑰|咖啡|原木|哑光|磨砂|莫兰迪|克莱因|薄荷|孔雀|太空|星空|樱花|牛油果|焦糖|驼|燕麦|奶油|钛|石墨|枪){0,2}(?:黑|白|红|蓝|绿|灰|黄|紫|粉|棕|褐|橙|橘|青|金|银|米|咖啡|卡其|驼|原木|奶油|酒红|藏青|香槟|玫瑰金|焦糖|燕麦)(?:灰|白|蓝|绿|红|金|棕)?色|藏青|藏蓝|雾霾蓝|深蓝|浅蓝|天蓝|宝蓝|湖蓝|墨绿|军绿|草绿|酒红|大红|玫红|粉红|米白|奶白|纯白|纯黑|亮黑|哑黑|玫瑰金|香槟金|莫兰迪灰|深灰|浅灰|银灰|炭灰|克莱因蓝',
  },
  {
    key: 'material',
    english:
      'solid (?:oak|walnut|wood|brass)|(?:genuine |real |faux |vegan |pu )?leather|oak|walnut|maple|bamboo|birch|cherry wood|pine|mahogany|teak|ash wood|stainless(?: steel)?(?: ?(?:304|316l?))?|(?:carbon )?steel|alumini?um|brass|cotton|linen|velvet|silk|wool|polyester|nylon|acrylic|ceramic|porcelain|marble|granite|titanium|cast iron|silicone|kraft paper|canvas|mesh|pvc|abs|ptfe|nbr|epdm|viton|recycled (?:paper|plastic|cotton)',
    chinese:
      '胡桃木|黑胡桃|橡木|榉木|松木|竹木|竹子|柚木|樱桃木|实木|不锈钢|碳钢|铝合金|黄铜|纯铜|真皮|头层牛皮|牛皮纸|牛皮|皮质|纯棉|全棉|亚麻|棉麻|真丝|羊毛|羊绒|涤纶|尼龙|亚克力|陶瓷|骨瓷|大理石|钛合金|铸铁|硅胶|网布|绒布|帆布|铜版纸|特种纸',
  },
  {
    key: 'finish',
    english:
      'matte?(?: finish)?|gloss(?:y)?(?: finish)?|satin(?: finish)?|brushed(?: finish)?|polished|anodi[sz]ed|powder[- ]coat(?:ed|ing)?|galvani[sz]ed|laminated|gold foil|foil stamp(?:ed|ing)|embossed|lacquered|oiled|frosted|chrome plated|nickel plated|hot[- ]dip galvani[sz]ed',
    chinese:
      '哑光|亚光|磨砂面?|亮面|高光|镜面|拉丝|抛光|烫金|烫银|覆膜|过胶|覆哑膜|覆亮膜|电镀|镀铬|镀锌|镀镍|喷塑|喷砂|阳极氧化|木蜡油|清漆|压纹|凹凸|起凸',
  },
  {
    key: 'plug',
    english:
      '(?:uk|eu|us|au|european|british|american|australian|schuko|type [a-o])[- ](?:plug|socket)s?|(?:uk|eu|us|au) (?:type )?adapters?',
    chinese: '(?:英|美|欧|澳|国|日)(?:标|规)(?:的)?(?:插头|插座|三插)?',
  },
  {
    key: 'pattern',
    english: 'striped|stripes|floral|polka[- ]dots?|chequered|checkered|plaid|tartan|herringbone|plain pattern|geometric',
    chinese: '条纹|格子|碎花|波点|迷彩|豹纹|纯色|素面|几何图案|人字纹',
  },
  {
    key: 'sweetness',
    english: '(?:less|no|half|low|zero|extra|reduced)[ -]sugar|unsweetened|sugar[- ]free|\\d{1,3}% sugar|less sweet',
    chinese: '半糖|无糖|少糖|全糖|微糖|三分糖|五分糖|七分糖|不加糖|少甜|低糖|代糖',
  },
  {
    key: 'flavor',
    english:
      '(?:(?:dark |milk |white )?chocolate|vanilla|strawberry|matcha|mango|lemon|caramel|hazelnut|pistachio|red velvet|mocha|earl grey|coconut|raspberry|blueberry|mint|peanut butter|salted caramel)(?: flavou?r(?:ed)?)?',
    chinese:
      '(?:巧克力|香草|草莓|抹茶|芒果|柠檬|焦糖|榛子|椰子|蓝莓|红豆|原味|五香|麻辣|微辣|中辣|不辣|咸蛋黄|榴莲|海盐|奶油|蒜香|番茄|孜然)(?:口?味)|不辣|微辣|中辣|特辣',
  },
  {
    key: 'scent',
    english:
      '(?:lavender|rose|jasmine|sandalwood|cedar|bergamot|eucalyptus|citrus|ocean|unscented|fragrance[- ]free|no)[ -](?:scent(?:ed)?|fragrance|smell)|unscented|fragrance[- ]free',
    chinese: '(?:薰衣草|玫瑰|茉莉|檀木|檀香|雪松|桂花|栀子花?|柑橘|海洋|橙花|无)香(?:味|型)?|无香型?',
  },
  {
    key: 'grade',
    english: 'food[- ]grade|medical[- ]grade|grade [a-d1-9]\\d?\\b|(?:8\\.8|10\\.9|12\\.9) grade|premium grade|first grade',
    chinese: '食品级|医用级|工业级|特级|一级品?|优等品|a级|aa级|(?:8\\.8|10\\.9|12\\.9)级',
  },
  {
    key: 'font',
    english:
      '(?:arial|helvetica|times new roman|garamond|futura|comic sans|cursive|script|serif|sans[- ]serif|gothic|italic|block letters?|handwrit(?:ing|ten))(?: font| typeface| style| letters?)?',
    chinese: '楷体|宋体|黑体|隶书|行书|草书|行楷|仿宋|圆体|手写体|花体|瘦金体|篆体|微软雅黑|思源(?:黑|宋)体',
  },
  {
    key: 'label_language',
    english:
      '(?:english|chinese|french|german|spanish|japanese|bilingual|arabic|korean|italian) (?:labels?|manuals?|packaging labels?|instructions|version|language)|labels? in (?:english|chinese|french|german|spanish|japanese)|manuals? in (?:english|chinese|french|german|spanish|japanese)',
    chinese: '(?:英文|中文|双语|日文|法文|德文|繁体|简体|英语|韩文)(?:的)?(?:标签|说明书|标|说明|版)',
  },
  {
    key: 'storage',
    english: 'keep (?:it |them )?(?:refrigerated|frozen|chilled|cool)|refrigerated|frozen|chilled|cold chain',
    chinese: '冷藏|冷冻|冷链|常温|避光(?:保存)?|零下\\d+度',
  },
  {
    key: 'size',
    english:
      '(?:size|sz|in|all|are|is|be|make (?:it|them)) (?:x{0,3}[sml]|\\d{0,2}xl)(?![\\w\'])|\\b(?:small|medium|large|extra[- ]large|x{1,4}[sl]|\\d?xl|king|queen|full|twin|one)[- ]size[d]?|size:? \\d{1,2}(?:\\.5)?\\b|\\ba[2-6]\\b(?: size)?|(?:eu|us|uk) ?size \\d{1,2}(?:\\.5)?|\\b\\d/\\d ?(?:in(?:ch(?:es)?)?\\b|")|\\bdn ?\\d{2,3}\\b|(?:x{1,3}l|x{1,3}s)\\b',
    chinese:
      '(?:x{0,3}[smlSML]|\\d?xl|大|中|小|加大|特大|均|(?<![\\d路街道巷弄段])\\d{2}) ?(?:号|码)|a[2-6](?:纸|幅面|尺寸|大小)?(?![a-z0-9])|[一二三四]开|对开',
  },
];

export const specSlots: { key: SpecKey; pattern: RegExp }[] = [
  {
    key: 'color',
    pattern:
      /\b(?:colou?r|colou?rs)(?! (?:will|would|is (?:fine|ok)|works|does|doesn|and|or|as|in|on|the))(?: is| to be|:| should be| please| must be| =)? ([a-z][a-z -]{2,20})$|(?<!什么|任何|其他|别的|哪种|随便)颜色(?:要|是|用|选|为|改成|改为|:)? ?(?!都|也|随|不|可|没|有|什么|哪|怎|跟|和|按|请|任)([\p{Script=Han}]{2,5})$/gmu,
  },
  {
    key: 'position',
    pattern:
      /\b(?:on|at) the ((?:(?:left|right|upper|lower|front|back|top|bottom|inside|outside|inner|outer) ){0,2}(?:chest|sleeve|front|back|lid|base|handle|side|corner|collar|cuff|pocket|rim|bottom|top|cover|spine|hem))\b(?! (?:door|desk|porch|step|gate|entrance|yard|of the (?:house|building|shop)))|(?:在|印在|刻在|放在|绣在|于)(?:[\p{Script=Han}]{0,3}的)?((?:左|右|正|背|前|后|上|下|内|外){0,2}(?:胸|袖口?|背面|正面|面|侧面?|底部|顶部|盖子?|手柄|角|领口?|口袋|封面|内侧|外侧|胸口|边))/gu,
  },
  {
    key: 'thread',
    pattern: /\b(m\d{1,2}(?:x\d(?:\.\d{1,2})?)?)\b(?: thread)?|\b((?:g|npt|bsp|r|rc) ?\d\/\d)\b|\b(\d\/\d[- ](?:unc|unf|npt|bsp))\b/g,
  },
  {
    key: 'tolerance',
    pattern: /(?:±|\+\/- ?)(\d+(?:\.\d+)?) ?(mm|cm|%|in)?|\b(h[6-9]|g6)\b tolerance|公差 ?±?(\d+(?:\.\d+)?) ?(毫米|mm|厘米|cm|丝)?/g,
  },
  {
    key: 'pack_size',
    pattern:
      /\b(?:packs?|boxes|bags|cartons?|sets|bundles) of (\d{1,4})\b|\b(\d{1,4}) (?:per|to a|in each|a) (?:pack|box|bag|carton)\b|(?:每|一)(?:包|箱|袋|盒|套|组)(?:装)?(\d{1,4}|[一二三四五六七八九十]{1,3}) ?(?:个|只|瓶|支|件|片|条|本|块|粒|枚|张)|(\d{1,4})(?:个|只|瓶|支|件|片)(?:一|每|\/)(?:包|箱|袋|盒|套|组)/g,
  },
];

/** Words that turn a property into something not asked for: an exclusion, a complaint, a question, a substitute. */
export const specDenied = {
  before:
    /(?:\b(?:not?|never|without|except|anything but|other than|avoid|instead of|rather than|don't (?:want|like|use|send)|no more|isn't|aren't|replac(?:e|ing)|from)(?: (?:the|a|an|any|in))?|不要|不想要|别|不是|除了|不含|不能有|不用|避免|唔要|勿|而不是|代替) ?$/,
  substitute:
    /(?:\b(?:otherwise|or else|if not|if (?:it's |that's |the )?(?:\w+ )?(?:is |are )?(?:out of stock|unavailable|not available|sold out|out)|failing that|as (?:a )?(?:backup|fallback|second choice|alternative)|or)\b[^.]{0,24}|(?:(?<!有)没有|没货|缺货|断货|如果没|要是没|冇货|无货)[^。]{0,14}|(?:或者?|否则|不然)[^。]{0,4})$/,
  substituteAfter:
    /^ ?(?:is |are |would be |will be )?(?:also )?(?:ok(?:ay)?|fine|acceptable|works)(?: too| as well| instead)?|^的?(?:也行|也可以|也ok|都行|代替|替代)/,
  clause:
    /\b(?:do you have|have you got|is there|are there|does it come|available in|is (?:it|the)|came|arrived|received|last (?:time|order|batch)|previous(?:ly)?|the other order|was|were|got sent)\b|上次|之前那|上回|有没有|有无|还有.{0,8}吗|是不是|收到的|发来的|寄来的/,
};
