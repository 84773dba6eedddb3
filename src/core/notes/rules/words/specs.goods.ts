import { pattern } from '../../../text/pattern.ts';

/** What an order is of, where a word means one thing or another by it. */
export const goodsKinds = {
  food: pattern('')`
    \b(?:
      granolas?|muesli|cereals?|porridge|oats|honey|crisps|crackers|gelato|sorbet|fudge|toffees?|truffles?|cakes?|cupcakes?|cookies?
      |chocolates?|candy|tea|coffee|ice cream|biscuits?|brownies?|macarons?|nuts|snacks?|jam|sauce|syrup|drinks?|juice|yogurt|kibble|treats
      |pet food|bread|pastry|donuts?|popcorn|protein|flavou?r(?:s|ed)?
    )\b
    |蛋糕|糕|饼
    |茶(?!几|具|杯|盘|桌|壶|台|海|则|托|席|室|漏|夹|刀|针|洗|匙)
    |糖|巧克力|月饼|零食|坚果|奶|酒(?!杯|柜|壶|店)|饮料|咖啡(?!机|杯|桌|色)|粽|冰淇淋|雪糕|雪条|果冻|布丁|麻薯|蛋黄酥|酥|蛋挞|汤圆|饺|馄饨
    |包子|馒头|麻花|薯片|爆米花|海苔|牛轧|软糖|果脯|蜜饯|辣条|泡菜|豆干|蛋卷|曲奇|泡芙|马卡龙|慕斯|果汁|气泡水|苏打水|豆浆|燕麦|麦片|代餐
    |蛋白粉|能量棒|拉面|方便面|水果|果箱|棒棒|酱|果干|面包|口味|甜品|肉|鱼(?!线|竿|杆|钩|缸|网|池|漂|饵|粮|尾)|米粉|螺蛳粉|火锅|[猫狗宠犬]粮
    |罐头|冻干|饮品|乳酪|芝士|酪|盆菜|便当|套餐|葡萄干|酱料|调料|豆子|咖啡豆|披萨|寿司|沙拉|麻辣|瓜子|花生|辣油|面条|挂面|米线|粉丝|酱油
    |陈醋|腊肠|丸子|烧饼|馍|粥
  `,
  scented: pattern('')`
    \b(?:
      candles?|incense|wax|sachets?|balms?|air fresheners?|reed|potpourri|bath bombs?|shower gel|body wash|hand wash|hand cream|deodorant
      |cologne|fragrance|detergent|fabric softener|soaps?|diffusers?|perfumes?|lotions?|bath|wax melts?|room spray|shampoo
    )\b
    |蜡烛|香薰|皂|香水|沐浴|洗手液|护手霜|洗发|香[囊包片氛]|线香|盘香|扩香|精油|洗衣|柔顺|柔软剂|洗洁|面霜|身体乳|车载香
  `,
  light: /\b(?:lamps?|lights?|bulbs?|led|lighting)\b|灯/,
  stationery: pattern('')`
    \b(?:
      invitations?|invites?|order of service|orders of service|menus?|programmes?|programs?|leaflets?|flyers?|postcards?|place names?
      |stationery|bookmarks?|business cards?|save the dates?|posters?
    )\b
  `,
  wrapping: pattern('')`
    ^(?:的|色)?(?:包装|泡沫|气泡[膜纸袋柱垫]|珍珠棉|泡泡纸|礼盒|礼袋|丝带|缎带|彩带|箱|贴纸|信封|卡片|贺卡|蝴蝶结|盒|袋)
    |^ (?:satin )?(?:
      ribbons?|wrapping|wrapping paper|tissue paper|kraft paper|box(?:es)?|bags?|tissue|wrap|envelopes?|cards?|packaging|crates?|bow|gift
      |stickers?|tags?|twine
    )\b
  `,
};
