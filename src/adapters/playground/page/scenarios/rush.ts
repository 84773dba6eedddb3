import { cast, mondayMorning, type Scenario } from './scenario.ts';

export const rush: Scenario = {
  id: 'rush',
  title: {
    en: 'Rush order with a custom wish',
    'zh-CN': '加急订单与定制要求',
    'zh-TW': '急單與客製需求',
  },
  summary: {
    en: 'A customer orders in her own words, urgently and with a special wish; a colleague prices it and approves.',
    'zh-CN': '客户用自己的话加急下单，还有特殊要求；同事报价并通过。',
    'zh-TW': '客戶用自己的話下急單，還有特殊需求；同事報價並核准。',
  },
  cast: cast({ en: 'ann', zh: 'mei' }, 'review'),
  steps: [
    mondayMorning({
      en: 'It is Monday morning at Harbour Office. The clock is ours: we move it whenever something should happen later.',
      'zh-CN': '海港办公，星期一上午。时钟由我们拨动：需要等待时，直接拨到那一刻。',
      'zh-TW': '海港辦公，星期一上午。時鐘由我們撥動：需要等待時，直接撥到那一刻。',
    }),
    {
      by: 'customer',
      say: {
        en: 'Hi! I would like to order 2 standing desks 160 cm in oak, urgent, by Friday. Engraving "Harbour", diameter 80 mm for the cable.',
        zh: '你好，我想订两张升降桌，160厘米，橡木色，加急，周五前送到。刻字“晨光”，线孔直径 80 毫米。',
      },
      tell: {
        en: '{customer} writes an order the way she would to a colleague. A draft comes back with products, prices and the earliest date.',
        'zh-CN': '{customer} 像给同事留言一样下单，马上收到草稿：产品、价格和最早交期。',
        'zh-TW': '{customer} 像留言給同事一樣下單，馬上收到草稿：產品、價格和最早交期。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'note',
      tell: {
        en: 'This is how her words were read: every wish with the very words it came from. Nothing is guessed silently.',
        'zh-CN': '下方是对原话的解读：每个要求都标出了出自哪几个字，不会悄悄猜测。',
        'zh-TW': '下方是對原話的解讀：每個需求都標出了出自哪幾個字，不會悄悄猜測。',
      },
    },
    {
      by: 'customer',
      press: 'confirm',
      tell: {
        en: 'She confirms with one tap. The cable hole has no price rule, so a person must look before anything is promised, and she hears by when.',
        'zh-CN': '一键确认。线孔没有现成价格，必须由人核价后才能承诺；客户也知道何时有答复。',
        'zh-TW': '一鍵確認。線孔沒有現成價格，必須由人核價後才能承諾；客戶也知道何時有答覆。',
      },
    },
    {
      by: 'colleague',
      look: true,
      tell: {
        en: 'It has arrived in the team’s review channel: the reasons, the customer’s words, and what is in stock, on one card.',
        'zh-CN': '订单已出现在团队的审核频道：原因、客户原话和库存都在一张卡片上。',
        'zh-TW': '訂單已出現在團隊的審核頻道：原因、客戶原話和庫存都在一張卡片上。',
      },
    },
    {
      by: 'colleague',
      press: 'approve',
      fill: { price_1: { en: '180', zh: '180' } },
      tell: {
        en: '{colleague} puts CN¥180 on the cable hole and approves. Who may decide how much is a rule, and the decision is on record.',
        'zh-CN': '{colleague} 为线孔加价 180 元并通过。谁能批多少有规则，决定也有记录。',
        'zh-TW': '{colleague} 為線孔加價 180 元並核准。誰能核准多少有規則，決定也有紀錄。',
      },
    },
    {
      by: 'customer',
      look: true,
      tell: {
        en: 'Her card changed in place: confirmed, with the price and a promised date. The stock is hers from this moment.',
        'zh-CN': '客户的卡片原地更新：已确认、含加价、有承诺交期。库存从这一刻起为她保留。',
        'zh-TW': '客戶的卡片原地更新：已確認、含加價、有承諾交期。庫存從這一刻起為她保留。',
      },
    },
    {
      by: 'third',
      press: 'prepare',
      tell: {
        en: 'In the warehouse Omar starts preparing; every card of this order, on every platform, moves along.',
        'zh-CN': '仓库的 Omar 开始备货；各平台上这张订单的所有卡片同步更新。',
        'zh-TW': '倉庫的 Omar 開始備貨；各平台上這張訂單的所有卡片同步更新。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'timeline',
      tell: {
        en: 'The timeline keeps all of it: who did what, where, and why.',
        'zh-CN': '时间线记下了全部经过：谁在哪里做了什么、为什么。',
        'zh-TW': '時間軸記下了全部經過：誰在哪裡做了什麼、為什麼。',
      },
    },
  ],
};
