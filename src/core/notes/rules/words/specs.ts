import { chineseSlots } from './specs.chinese.ts';
import { tradeSlots } from './specs.trades.ts';
import { goodsKinds } from './specs.goods.ts';
import { sizeSlots } from './specs.sizes.ts';
import type { SpecSlot } from './specs.slot.ts';
import { pattern } from '../../../text/pattern.ts';

/** Only where something is put on the goods. */
const marked = pattern('')`
  \b(?:
    print|engrav|embroider|logo|crest|emblem|name|monogram|text|letter|iced|write|written|writing|stitch|hole|pocket|etch|laser|carve|says?
    |initials|put|add|sew|stamp|brand|zip
  )
  |印|锈|刻|绣|logo|标|写|字|孔|打|镭|喷|烫|雕|贴|画
`;
const part =
  '(?:chest|sleeves?|front|back|lid|base|handles?|sides?|corners?|collar|cuffs?|pocket|rim|bottom|top|cover|spine|hem|blade|brim|cap|strap|underside|heel|barrel|shoulders?|hood|legs?|edges?|face|neck|body|band|buckle|clasp|flap|inside|outside|backrest|headrest|armrest|tabletop|drawer|breast|strip|panel|waistband|visor|crown|peak|rib|border|flyleaf|inside cover|back cover|front cover|butt|belly|cup|ear cup|brim|toe|tongue|yoke|placket|lapel|grip|shaft|tip|pommel|plinth|pedestal|foot|waist|hip|thigh|calf|ankle|wrist|bib|tail|wing|nose|ear|dial|case back|caseback|headboard|footboard|lip|bow|stern|transom|hull|saddle|tab|stem|neckline|hemline|sole|insole|heel tab|page edges|first page|title page|footer|header|flap|mouth|chin|forehead|nameplate|plaque|plate|shoulder strap|rear|outside|hatband|blade guard|bottle neck|cuff|pocket flap|reverse|centre|center|middle|upper left|bottom right|top right|top left|bottom left|corner)';
const chinesePart =
  '(?:(?<![红黑白蓝绿黄金银灰粉紫橙单双四两])(?![上里外下表单双]面)(?<![上里外下表])(?:吊坠|挂坠)?[左右正背前后上下内外中]{0,2}(?:(?:名字|店名|校名|队名|标题|图案|校徽|照片|文字|日期|编号)的?(?:上方|下方|上面|下面|旁边|左边|右边|左侧|右侧|底下)|[杯壶瓶樽盅盒箱匣包袋帽衣衫裙裤袍褂袜鞋靴巾毯毡垫桌椅凳台灯笔门窗盘碟碗煲刀剑伞本簿盖表壳机把柜床枕被桶罐坛瓮缸盆炉旗球拍锅篮筐琴梳镜钟牌匾扇棋车船轮箸筷勺匙叉尺印册框]?(?:身|盖|底|(?<=笔|瓶|壶|杯)帽|胸口?|(?<![短长无半中分])袖口?|面|侧面?|背面?|(?<![封门路巷楼])口|边|领口?|柄|座|壁|沿|袋)|封面|封底|扉页|内页|反面|前胸|胸前|后背|背后|左胸|右胸|胸部|手柄|底部|底座|顶部|背后|背部|正面|背面|侧面|中间|中央|角|右下角|左上角|左下角|右上角|内侧|外侧|口袋|扶手|靠背|桌面|台面|肩膀|衣领))+';

/** Properties in a place that is left for them. */
export const specSlots: SpecSlot[] = [
  {
    // "the shade of a robin's egg"
    key: 'color',
    pattern:
      /\b(?:the )?(?:shade|colou?r|hue|tone) of (?:an? |the )?((?!your|our|my|them|it\b|this|that|these|those|last|old)[a-z]+(?:'s)?(?: [a-z]+)?)(?=[,.;!?。\n]|$| please)/g,
  },
  {
    key: 'other',
    pattern: pattern('g')`
      \b((?:wooden|wood|metal|brass|leather|rubber|padded|rope|cork|bamboo|ceramic) (?:handles?|grips?|knobs?|pulls|feet|buttons))\b
      |\bwith (
        (?:a |an )?(?:
          keyway|split ring|spirit level|kickstand|lanyard hole|hanging loop
          |(?:(?:one|two|three|four|five|six|\d) (?:inside |side |chest |front )?(?:pockets?|compartments?|shelves|drawers|holes|buttons))
        )
      )\b
      |\b((?:coarsely|finely|freshly) ground)\b
      |\b((?:permanent|removable|repositionable|low-tack|high-tack|freezer) adhesive)\b
      |\b(cordless)\b
      |\b(round|oval|hexagonal)(?= (?:ones|shape|please|shaped|的|嘅))
    `,
  },
  {
    key: 'color',
    pattern: pattern('gu')`
      \b(?:colou?rs?)(?!
        [ ](?:
          will|would|is (?:fine|ok)|works|clash\w*|match\w*|goes|looks?|fad\w+|ran|runs|came|comes|bleeds?|bled|suits?|does|doesn|and|or|as
          |in|on|the|you
        )
      )(?: is| to be|:| should be| please| must be| =)? (?!to |match|of |for )([a-z][a-z -]{2,20}?)(?= please|[,.;!?。\n]|$)
      |(?<!什么|任何|其他|别的|哪种|随便)颜色(?:要|是|用|选|为|改成|改为|:)+ ?(?!都|也|随|不|可|没|有|什么|哪|怎|跟|和|按|请|任|之|确)
      ([\p{Script=Han}]{1,5})(?=[,.;!?。\n]|$)
      |(?:颜色|色调|色)(?:请|要|想要|就|最好|麻烦|也)*(?:照着?|像|似|按着?|调成)(?!着|上次|之前|图|样|原|以前|这|那|你|我)
      (\p{Script=Han}{2,7}?)(?:那样|那种|这样|的样子|咁|来|调|一样|似的|的颜色)(?:的|嘅|来|调|做|上)?(?=[,.;!?。\n]|$)
      |\b(?:in|prefer|choose|go for|want) (
        natural|clear|stone|sand|smoke|wine|berry|plum|honey|lemon|lime|amber|rust|chalk|nude|pearl|cherry|peach|apricot|salmon|copper
        |caramel|espresso|mocha|cognac|chestnut|slate|camel|cream|rainbow|moss|denim|tan|ink|mink|fern|teal|dove|oat|biscuit|spruce|clay
        |blush|sky|ocean|sunset|midnight|storm|ash
      )(?= please| for| with| and|[,.;!?。\n]|$)
      |\b(?:the )?(?:shade|tone|colou?rway)(?: must| should| is| be| to|:| of| please)+ ([a-z]{3,12}(?: [a-z]{3,12})?(?: \d{1,4})?)
      (?= or\b| and\b| please|[,.;!?。\n]|$)
      |(?<=^|[,.;、] ?)(clear|natural|transparent|nude|multicolou?red)(?: please)?(?=[,.;!、?。\n]|$)
      |(?<!\b(?:any|which|what|another|every|no) )\b(?:colou?r|shade) of (?:an? |the )?(?!your|our|my|it|them|this|that)
      ([a-z]{3,12}(?: [a-z]{3,12})?)(?= is\b| please| would| for\b| and\b|[,.;!?。\n]|$)
      |\b(?:in|from|of) the ([a-z]{3,12}) family\b
      |\bshade (?:something )?like ([a-z]{3,12})\b
    `,
  },
  ...sizeSlots,
  {
    key: 'scent',
    pattern: pattern('g')`
      \bsmell(?:s|ing)? (?:of|like) (?:an? |the )?(?!it|that|this|them|nothing|anything|something|old|last|before)(
        [a-z]{3,}(?: (?!and|please|but|or|in|on|for|with|if)[a-z]{3,})?
      )(?=[,.;!\n]|$| and | please| but )
    `,
    only: goodsKinds.scented,
  },
  {
    key: 'flavor',
    pattern: pattern('g')`
      \btast(?:es?|ing) (?:of|like) (?:an? |the )?(?!it|that|this|them|nothing|anything|something|old|last|before)(
        [a-z]{3,}(?: (?!and|please|but|or|in|on|for|with|if)[a-z]{3,})?
      )(?=[,.;!\n]|$| and | please| but )
    `,
    goods: goodsKinds.food,
  },
  {
    key: 'plug',
    pattern:
      /\b(mc4|xlr|rca|bnc|sma|iec|c13|c14|c19|m8|m12|rj45|jack|banana|usb-c|speakon|powercon|schuko|cee|commando|cigarette lighter) (?:plugs?|connectors?)\b/g,
  },
  {
    key: 'label_language',
    pattern: pattern('g')`
      \b(
        english|chinese|french|german|spanish|japanese|korean|arabic|italian|portuguese|dutch|polish|russian|thai|vietnamese|malay|welsh
        |swedish|danish|norwegian|finnish|greek|turkish|hebrew|hindi|irish|gaelic
      ) (?:text|wording|version of the label)\b
      |\b(?:labels?|instructions?|manuals?|leaflets?|booklets?|text|wording|packaging)(?: labels?)? in (
        welsh|swedish|danish|norwegian|finnish|greek|turkish|hebrew|hindi|irish|gaelic|czech|hungarian|romanian|ukrainian|tagalog|indonesian
        |tamil|french|dutch
      )\b
    `,
  },
  {
    key: 'material',
    pattern: pattern('g')`
      \b((?!the|an?|our|my|your|his|her|dog|cat|no|some|any|long|short)[a-z]{3,} (?:hair|fib(?:er|re)|bristles?|horn|bone|hide))
      (?=[,.;!\n]|$| please| and | with | bristles)
      |\b((?:cotton|kraft|recycled|laid|wove|pearl|seed|hemp|bamboo|rice|mulberry|tissue|parchment|vellum|linen) (?:paper|card|stock|board))
      (?=[,.;!\n]|$| please| and | with )
      |\b((?:9|10|14|18|22|24) ?(?:k|kt|ct|carat) ?(?:(?:white |yellow |rose )?gold|金))
    `,
  },
  {
    key: 'color',
    pattern: pattern('g')`
      \b(tortoiseshell|eau de nil|mother of pearl|salt and pepper|see-through|rainbow|tie-dye blue)\b
      |(natural|slate|clear|stone|sand|smoke|wine|moss|rust|nude|pearl|camel|mint|sage|cream|denim|olive|navy|charcoal) ?色
    `,
  },
  {
    // font 用 Impact, 字体用 Arial
    key: 'font',
    pattern: pattern('g')`
      (?:\bfont|\btypeface|字体|字型)(?: |请|要|用|is|:|选|为|就|想)+ ?(
        (?!is|the|and|or|size|color|colour|same|as|should|must|can|you|any|your|our|like|big|small|要|用)[a-z]+(?:
          [ ](?!please|pls|for|and|or|on|in|with|size|thanks)[a-z]+
        ){0,2}
      )(?= please| pls|[,.;!?。\n]|$| ?的)
    `,
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
    key: 'position',
    pattern: new RegExp(
      `\\b(?:on|at|onto|into|across|along|(?:inside|under|near|around)(?= (?:the|its|their|each|both) )) (?!(?:our|my|the) (?:tab|back burner|front burner)\\b)(?:the |its |their |(?:each |both )(?!sides?\\b))?(?:(?!left|right|upper|lower|front|back|top|bottom|inner|outer|centre|center|(?:one|both|each) sides?\\b)[a-z]+ )?((?:one|both|each) sides?|(?:(?:left|right|upper|lower|front|back|top|bottom|inside|outside|inner|outer|centre|center) )*${part})\\b(?! (?:door|desk|porch|step|gate|entrance|yard|garden|office|of the (?:house|building|shop|store)))|\\b((?:(?:left|right|upper|lower|front|back|top|bottom|inside|outside) )*${part}) ?(?=[印刻绣写打镭喷雕])|(?<=\\ufffc) ?(?:on|onto|across|along|inside|over|under|around|round|down|at|above|below) (?:the|its|each|every|their|his|her) (?!(?:(?:other |first |last )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|rest|others?|\\d+)\\b)|(?:gift |outer |outside |delivery |shipping |packing )?(?:box|card|tag|carton|package|parcel|envelope|invoice|docket|papers|note|paperwork|list|one|item|day|order|label|labels|side of the box|front of the box)\\b)(?:(?!left|right|upper|lower|front|back|top|bottom|inner|outer)[a-z-]{2,12} ){0,2}?((?:(?:left|right|upper|lower|front|back|top|bottom|inner|outer|inside|outside) )*[a-z-]{3,12})(?=[,.;!\\n]|$| in | and | please| of | too)|(?:在|于|到|喺|\\b(?:on|at) )(?:[\\p{Script=Han}]{0,3}的)?(${chinesePart})(?!线|门|梯)|(${chinesePart})(?:上|处|位置|中间|那里|部位|度)?(?:要|请|也|都|用|给我们?|帮我们?|替我们?|统一|加|俾我|麻烦|也要|各|分别| )*(?=(?:用\\p{Script=Han}{1,3}体|要\\p{Script=Han}{1,4},)[印刻绣写雕]|印|刻|绣|打(?=上|logo|标|印|字|我)|镭|雷|锈|喷|写|贴|激光|雕|烫|engrav|print|embroid|logo)`,
      'gu',
    ),
    only: marked,
  },
  {
    // "door hinge on the right", "chain on the left": which side a part is on
    key: 'position',
    pattern: pattern('g')`
      \b(?:
        chains?|handles?|hinges?|hinged?|doors?|opening|opens|open|zips?|pockets?|controls?|cords?|arms?|chaise|taps?|switch(?:es)?|seams?
        |drawers?|latch|lock|spout|valve|inlet|outlet|plug|cable|strap|pull|motor|grain|window|drain|sink|bowl|return|corner|buttons?|badge
        |patch|label|tag
      )(?: (?:is|are|to be|should be|must be|needs to be|has to be|to go|goes|go|please|mounted|fitted|placed|sits?))* (?:on|to)[ ]
      (?:the |its )?((?:left|right|front|back|rear|top|bottom|inside|outside)(?:[- ]hand side| hand side| side)?)
      (?=[,.;!\n]|$| please| side| and| not| when| as)
    `,
  },
  {
    key: 'logo',
    pattern: pattern('gu')`
      (
        (?:(?:our|company|the|my|team|school|club|brand|family|corporate|white|printed|small|large)(?:'s)? ){0,3}(?:
          logos?|crest|emblem|coat of arms|monogram|mascot|insignia|trademark
        )
      )\b(?! (?:on the (?:box|package|carton|outside)|file|artwork attached|colou?r))
      |(
        (?:我们?|公司|学校|品牌|我司|本公司|班级|队|社团|我哋|单位|店)?(?:的|嘅)? ?(?:
          logo|标志|徽标|商标|校徽|队徽|会徽|班徽|厂标|司标|司徽|徽章|标识
        )
      )
    `,
    only: pattern('')`
      \b(?:
        print|engrav|embroider|with|add|put|on the|onto|stamp|etch|laser|include|have|carry|featur|stitch|place|centred|centered|emboss
        |(?:on|for|across) (?:both|all|each|every|everything|it|them)\b
        |same|as (?:before|last time)|new|old|attached
      )
      |印|绣|刻|加|打|上|贴|带|做|烫|弄|喷|放|要|雕|镭
    `,
  },
  {
    key: 'thread',
    pattern: pattern('g')`
      \b(m\d{1,2}(?:[x*×]\d{1,3}(?:\.\d{1,2})?)?)(?![\w.])(?: thread(?:ed)?s?)?
      |\b((?:g|npt|npsm?|pt|ps|pf|zg|jic|bsp|bspt|bspp|rc|rp|r) ?\d(?:-\d)?/\d)\b
      |\b(\d/\d ?["-]? ?(?:\d{2} )?(?:unc|unf|npt|bspt?|bspp))\b
      |\b(\d/\d{1,2}-\d{1,2}(?: (?:unc|unf))?)(?="| (?:thread|unc|unf|bolts?|screws?|studs?|rods?|nuts?)|[,.;\n]|$)(?: thread)?
    `,
  },
  {
    key: 'pack_size',
    pattern: pattern('g')`
      \b(?:packs?|packets?|boxes|bags|cartons?|cases?|sets|bundles|boxed|bundled|lots|trays) (?:of|in)[ ]
      (\d{1,4}|six|twelve|ten|four|eight|twenty)\b(?! ?(?:kg|kilos?|g|grams?|lbs?|oz|ml|l|lit(?:er|re)s?)\b)
      |\b(\d{1,4}) (?:per|to a|to the|in each|in a|a|each) (?:pack|box|bag|carton|case|tray|set|bundle)\b
      |\b(\d{1,3})-?(?:pack|count|ct)\b
      |(?:每|一)(?:小)?(?:包|箱|袋|盒|套|组|扎|捆|板|排|罐|桶|筒|串|卷|打)(?:装|放)? ?(\d{1,4}|[一二三四五六七八九十]{1,3}) ?(?:
        个|只|瓶|支|件|片|条|本|块|粒|枚|张|颗|罐|包|入|双|对|副|根|枝|朵|份|顶|卷|套|把|袋|盒|听|杯|串
      )
      |(\d{1,4}) ?(?:个|只|瓶|支|件|片|入|粒|颗|包)(?:一|每|/|装一)(?:小)?(?:包|箱|袋|盒|套|组|扎|捆)
      |每(\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(?:个|只|瓶|支|件|片|粒|颗|条|双|对|张|枝|块|份|罐|本)(?:入|装|放|扎|捆)?(?:一|成|进)?一?
      (?:小)?(?:包|箱|袋|盒|套|组|扎|捆|罐|桶|筒)
      |(\d{1,3})(?:入|支装|片装|粒装|只装|个装|瓶装|包装)(?=[,.;!?。\n的]|$)
    `,
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
    pattern: pattern('g')`
      \b(
        mango|apple|green apple|pear|peach|cherry|strawberry|raspberry|blackberry|blackcurrant|pomegranate|pineapple|melon|watermelon|lime
        |lemon|orange|mandarin|neroli|honey|honeysuckle|almond|cinnamon|clove|ginger|nutmeg|cardamom|chamomile|sage|basil|thyme|rosemary
        |mint|peppermint|spearmint|tea tree|green tea|white tea|cotton|linen|rain|ocean|sea breeze|moss|leather|tobacco|whisky|coffee
        |chocolate|frankincense|myrrh|cypress|juniper|vetiver|ylang ylang|lilac|lily|lily of the valley|violet|freesia|magnolia|orchid
        |hyacinth|wisteria|bluebell|tuberose|geranium|cherry blossom|apple blossom|orange blossom|patchouli|tonka|rhubarb|elderflower
        |gingerbread|mulled wine|christmas spice|driftwood|wood smoke|birch|oakmoss|lavender|rose|jasmine|sandalwood|cedar(?:wood)?|bergamot
        |eucalyptus|citrus|vanilla|fig|fresh linen|peony|gardenia|pine|oud|amber|musk|patchouli|lemongrass|grapefruit|sea salt|coconut
      )\b(?! (?:glass|jars?|tins?|lids?|labels?|bottles?|pots?|vessels?|tumblers?|wax|ribbons?|box(?:es)?|coloured|colored|ones in)\b)
    `,
    only: /candle|soap|diffuser|perfume|lotion|wax|scent|fragrance/,
  },
  {
    key: 'material',
    pattern: pattern('gu')`
      (?:材质|面料|材料|用料|料子|线材|板材|钢材|管材|棒材|芯材|面材|底材|丝材|杆材|用纸|纸张|纸用|布料|皮料|内衬|里料|内胆)
      (?:请|都|要|选|用|改|换|做|成|是|为|:)+ ?((?!什么|跟|和|按|哪|这|那|你|随|都|好)[\p{Script=Han}a-z\d]{2,8}?)(?:的|就好|就行|即可)?
      (?=[,.;!?。\n]|$)
    `,
  },
  {
    key: 'scent',
    pattern: pattern('gu')`
      (?:香味|香型|味道|气味)(?:请|想|要|选|用|是|为|:|来|换|改|成)+ ?(
        (?![^,。]{0,5}[一二三四五六七八九十]\p{Script=Han})(?!什么|跟|和|按|哪|这|那|随|都|淡|浓|不|啲)\p{Script=Han}{1,5}?
      )(?:香味?|味)?的?(?=[,.;!?。\n]|$)
      |(?:香味|香型|味道|气味|闻起来|闻着|闻落)(?:要|想要|来|就|请|啲)*(?:似|像|照|跟)(\p{Script=Han}{2,6}?)
      (?:咁|那样|那种|一样|似的|的味道|来)(?:嘅|的)?(?=[,.;!?。\n]|$)
    `,
    only: goodsKinds.scented,
  },
  {
    key: 'flavor',
    pattern: pattern('gu')`
      (?:口味|味道|馅料?|内馅)(?:请|想|都|要|选|用|是|为|:|来|换|改|成)+ ?(
        (?!什么|跟|和|按|哪|这|那|随|都|淡|浓|不|清|重|咸|别|若|如|要是|万一)\p{Script=Han}{1,5}?
      )口?味?的?(?=[,.;!、?。\n]|$)
      |(?<=(?:\d|[一二三四五六七八九十]) ?[寸吋磅] ?)(?!的|款|双层|三层|圆|方|生日)(\p{Script=Han}{2,4})(?=[,.;、!?。\n]|$|的|蛋糕)
      |\b(
        (?!(?:the|this|that|any|other|same|which|each|every|one|more|of|in|new|a|an|no|all|both|and|or|with)\b)[a-z]{3,14}[ ]
        (?!(?:and|or|in|of|with|the)\b)[a-z]{3,14}
      ) flavou?r(?:ed)?\b(?= for| x?\d|[,.;!\n]|$| please| and)
      |(?<=^|[要是和跟换选用转各,.;、] ?)((?![香气入口风品异有没无重怪这那什原正够若如要选换用改想转])\p{Script=Han}{1,4}?)口?味
      (?=[,.;、!?。\n]|$|的|款|没|[\d一二两三四五六七八九十各])
      |\b(
        (?!
          (?:
            the|this|that|any|other|same|different|what|which|each|every|one|more|of|in|new|another|assorted|mixed?|your|no|all|both
            |stronger|extra|full|real|great|best|its
          )\b
        )[a-z]{3,14}(?: (?:and|&) [a-z]{3,12})?
      ) flavou?r(?:ed)?\b
    `,
    only: goodsKinds.food,
  },
  {
    key: 'other',
    pattern: pattern('gu')`
      \b((?:powder|bpa|lead|acid|lint|latex|halogen|silicone|chlorine|phosphate|paraben|alcohol)[- ]free)\b
      |\b((?:brass |metal |steel )?(?:eyelets?|grommets?)(?: (?:in|at|on|along|every) [a-z\d ]{2,30}?)?)(?=[,.;\n]|$| please)
      |\b(natural gas|lpg|propane)\b|(天然气|液化气)|((?:四边|四角|四周)?(?:磨圆|倒圆|磨边))
      |(?<=(?:要有|要带|要留|要开|带|留|开)(?:个|一个|两个)? ?)(\p{Script=Han}{1,2}孔)(?=[,.;!?。\n]|$|的)
      |(?<=^|[要选换成,.;] ?)(
        (?![这那哪此该同新旧一两几每全])(?!什么|其他|别的|(?:逾期|超时|超期|延期|延误|迟到|晚到|违约|过期)扣)(?:
          \p{Script=Han}{1,2}(?:孔|厚|绒|大|长|短|扣|面|层|头|门|带|盖|架|脚|轮|钩)
          |男|女|儿童|成人|左手|右手
        )款
      )(?=[,.;!?。的\n]|$)
      |(?<![\d.])(\d{1,2}头)(?=的|[,.;!?。\n]|$)
    `,
  },
  {
    // how the goods are made: pressure treated, round neck, single phase, coarse grind
    key: 'other',
    pattern: pattern('g')`
      (?<![a-z-])(
        (?!
          (?:
            the|an?|our|my|your|his|her|their|its|and|with|all|both|each|please|is|are|be|in|on|of|for|to|not|no|it|they|them|was|were|get
            |got|have|has|been|fully|well|badly|being|same|new|old|any|which|that|this|make|sure|or|as|so|water|fire|heat|scratch|one|neck
            |blackout
          )\b
          |(?:log|wood|timber|firewood|compost|rubbish|sand|gravel|leaf|rock|stone|brick|scrap|coal|hay|straw|junk)[- ]pile
        )[a-z]+[- ](?:
          treated|proofed|resistant|repellent|retardant|backed|mounted|mount|hinged|handed|operated|powered|cooled|phase|pile|insulated
          |reinforced|tufted|woven|knitted|stitched|lined|fringed|weighted|rated|flanged|welded|piped|edged|seamed|tipped|seater|burner
          |braked|assisted|compatible
        )
        |(?:round|crew|v|scoop|polo|roll|turtle|high|mock|boat|halter|square|cowl|henley|mandarin|grandad)[- ]
        (?:neck|necks|neckline|collars?)
        |(?:long|short|half|three-quarter|3/4|cap|puff|raglan|bell)[- ]sleeve[sd]?
        |(?:steel|composite|open|closed|pointed|round|square|almond)[- ](?:toe|toes|toed|toecaps?)
        |(?:slim|regular|relaxed|loose|classic|tailored|athletic|skinny|oversized|boxy|wide|narrow)[- ]fit
        |(?:wide|straight|tapered|cropped|flared)[- ]leg
        |(?:high|mid|low)[- ](?:rise|waist|waisted|heel|heels|back|backed)
        |(?:elastic|elasticated|drawstring)[- ]waist
        |(?:full|top|end|edge)[- ]grain
        |(?:twill|basket|satin|herringbone|waffle|percale)[- ]weave
        |(?:very |extra )?(?:coarse|medium|fine|espresso|filter|cafetiere|french press|pour over|aeropress|moka)[- ](?:grind|ground)
        |(?:die|kiss|laser|crinkle|bias)[- ]cut
        |(?:wide|narrow|college|feint|legal)[- ]ruled
        |(?:short|ultra short|long)[- ]throw|(?:arched|flat|domed|rounded)[- ]top
        |(?:single|double|two|three|twin)[- ](?:breasted|glazed|skinned|walled|stitched|layered|bladed)
      )(?=[,.;!?\n]|$| please| ones?\b| version| and | with | only| if | \d)
      |\b(
        (?:lever|bow|bar|loop|recessed|twin|folding|telescopic|long|short|rope|knob|finger) handles?
        |guard ?rails?|safety rails?|blackout(?: lining)?|thermal lining|interlining|lumbar support|headrests?|footrests?|armrests?
        |drainage holes?|soft[- ]close|peel and seal|self[- ]seal|gummed|window(?:ed)? envelopes?|hole[- ]punched|perforated|spiral[- ]bound
        |wire[- ]bound|saddle[- ]stitched|perfect[- ]bound|magnetic|trigger clips?|safety breakaway|non[- ]drip|child[- ]?proof
        |tamper[- ]evident|anti[- ]?glare|non[- ]?slip|quick[- ]release|self[- ]locking|fixed head|ball(?:ed)? feet|flat[- ]packed
      )(?=[,.;!?\n]|$| please| too| on | and | with | for | in |布)
    `,
  },
  {
    key: 'finish',
    pattern: pattern('g')`
      (?:^|[,.;] ?|\b(?:an?|with|in|the|prefer|have) )(?!
        nice|good|smooth|quality|photo|great|better|same|different|other|strong|early|quick|top|high|first
      )((?:[a-z]+[- ])?(?:[a-z]{3,12}(?:ed|y|te|in|ss|al|l))) finish\b
    `,
  },
  {
    key: 'pattern',
    pattern: pattern('g')`
      \b(?!(?:the|this|that|same|any|other|your|our|my|an?|in|of|with|no|which|what|different|drilling|hole|bolt|sewing|traffic)\b)
      ((?:[a-z]{3,12}-)?[a-z]{4,12}) (?:pattern|motif)\b
      |^(dotted|lined|ruled|squared|gridded|plain)(?= (?:pages?|paper))
      |\b(dotted|lined|ruled|squared|gridded)(?= (?:pages?|paper)\b)
    `,
  },
  {
    key: 'other',
    pattern: pattern('g')`
      (?:^|[.;,] ?)(
        (?:
          whole bean|ground|coarse ground|fine ground|medium ground
          |[a-z]{4,10} (?:style|cut|fit|neck|heel|toe|grind|grip|mount|back|thread count)
        )
      )(?: please)?(?=[.;,!\n]|$)
      |\b(?:must|should|needs? to|has to|have to) have (?:an? )?(
        (?!look|been|the|it|them|no|our|my|your|logo|name)(?:[a-z]+ ){0,2}(?:
          strap|clasp|hook|loop|zip|zipper|pocket|pockets|hood|lining|eyelets|eye|handle|handles|lid|spout|wheels|castors|drain|valve|lock
          |latch|hinge|buckle|button|buttons|magnet|closure|cuff|collar|tassel|ring|slot|hole|vent|window|shelf|drawer|divider|switch|dimmer
          |cable|stand|bracket|backing|trim|edge|tip|blade
        )
      )\b
    `,
  },
  {
    key: 'material',
    pattern: pattern('g')`
      \b(
        (?:solid |brushed |recycled |stainless |galvani[sz]ed |carbon |spring |mild )?(?:
          steel|plastic|metal|iron|wooden|wood|glass|rubber|cork|felt|foam|clay|stone|copper|music wire|piano wire|bamboo pulp|wood pulp
          |carbide|tungsten carbide|neoprene|paper|cardboard|slate|straw|wicker|concrete|enamel|zinc|nickel silver
        )
      )(?= (?:ones?|versions?|type|kind|instead|rather)\b| only\b)
      |(?:^|[.;,] ?|\bin |\bmade (?:of|from) |\bbe )(
        music wire|piano wire|bamboo pulp|carbide|tungsten carbide|steel|iron|plastic|bamboo|slate|stone|wood|wooden|rubber|enamel|neoprene
        |concrete|cork
      )(?: please)?(?=[.;,!?\n]|$| only| for)
    `,
  },
  {
    key: 'material',
    pattern: pattern('g')`
      (?<=\b(?:brushed|polished|satin|blackened|painted|coated|hammered|galvani[sz]ed|stainless) )(
        steel|iron|metal|alumini?um|zinc|tin|copper|brass|bronze|pewter|silver|gold|marble|concrete|wood|oak|walnut|pine|leather|cotton
      )(?![a-z])
    `,
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
    pattern: pattern('g')`
      (?:(?<=^|[,.;&:] ?|\band )(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|twenty) (?:x |of |in |with )*)
      (?!
        of|in|with|the|are|be|boxes|packs|people|guests|more|less|extra|pieces|pcs|tins|bags|jars|bottles|days|weeks|months|portions|slices
        |tiers?|layers?|inch|and|each|please|kids|adults|children|years|off|business|working|hours|can|could|will|is|was|were|for|to|at|by
        |small|medium|large|big|plain|gift
      )([a-z]{3,}(?: (?!and|please|for|with|in|on|by|each|or|if|to|no|not|but|boxes|packs)[a-z]{3,})?)(?=[,.;!&\n]|$| and \d| please)
    `,
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
    pattern: pattern('g')`
      (?<=^|[,.;、要选用换成是] ?)(
        薰衣草|玫瑰|茉莉|檀香|檀木|雪松|桂花|栀子花?|柑橘|海洋|橙花|佛手柑|尤加利|柠檬草|白茶|小苍兰|樱花|无花果|鼠尾草|木质调?|花香调?
        |果香调?|沉香|艾草|薄荷|绿茶|海盐|海风|雨后|乌木|琥珀|麝香|依兰|洋甘菊|迷迭香|牡丹|铃兰|百合|柠檬|葡萄柚|西柚|肉桂|香草|奶香|竹香
        |书香
      )(?=的|嘅|款|那款|[,.;、!?。\n]|$)
    `,
    only: goodsKinds.scented,
  },
  {
    key: 'pattern',
    pattern: pattern('gu')`
      (?:花色|图案|花纹|印花|花样|纹样)(?:请|想|都|要|选|用|换|做|成|是|为|:|印)+ ?(
        (?!什么|跟|和|按|哪|这|那|你|我|随|都|好|无|不|简|大|小(?!兔|熊|猫|狗|鸟|鱼|花|雏|动物))[\p{Script=Han}]{2,6}?
      )(?:的|款|图案)?(?:喔|哦|啊|呀|吧|啦|就好|就行)?(?=[^\p{L}\p{N}]|$)
    `,
  },
  {
    key: 'hardness',
    pattern:
      /\b(?:hrc|hardness(?: of| is|:)?(?: hrc)?|shore(?: a| d)?) ?(\d{2}(?:-\d{2})?)(?! ?hrc)|硬度(?:要|是|为|:|hrc|邵氏|达到)* ?a?(\d{2,3}(?:-\d{2})?)(?!\d* ?hrc)|邵氏 ?a?(\d{2})/g,
  },
  ...chineseSlots,
  ...tradeSlots,
];
