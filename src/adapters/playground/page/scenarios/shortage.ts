import { cast, mondayMorning, type Scenario } from './scenario.ts';

export const shortage: Scenario = {
  id: 'shortage',
  title: {
    en: 'Out of stock, with a choice',
    'zh-CN': '缺货时由客户选择',
    'zh-TW': '缺貨時由客戶選擇',
  },
  summary: {
    en: 'Two chairs are missing on the shelf; the customer chooses what happens, and every choice says what it costs.',
    'zh-CN': '货架上少了两把椅子；怎么办由客户选，每个选项都写明费用。',
    'zh-TW': '貨架上少了兩張椅子；怎麼辦由客戶選，每個選項都寫明費用。',
  },
  cast: cast({ en: 'raj', zh: 'mei' }, 'sales'),
  steps: [
    mondayMorning(),
    {
      by: 'customer',
      say: { en: 'Hello! I would like to order 6 ergonomic chairs in black, please.', zh: '你好，我想订 6 把人体工学椅，黑色。' },
      tell: {
        en: '{customer} orders six chairs.',
        'zh-CN': '{customer} 订了六把椅子。',
        'zh-TW': '{customer} 訂了六張椅子。',
      },
    },
    {
      by: 'customer',
      press: 'confirm',
      tell: {
        en: 'Confirmed by one tap. The checks find nothing, so the order is promised at once and the chairs are set aside.',
        'zh-CN': '确认下单。核对没有问题，当场承诺交期，椅子立即预留。',
        'zh-TW': '確認下單。核對沒有問題，當場承諾交期，椅子立即預留。',
      },
    },
    {
      by: 'third',
      press: 'prepare',
      tell: {
        en: 'Omar takes the order from the warehouse’s list and starts picking.',
        'zh-CN': 'Omar 在仓库接到订单，开始拣货。',
        'zh-TW': 'Omar 在倉庫接到訂單，開始揀貨。',
      },
    },
    {
      by: 'third',
      press: 'shortage',
      fill: { quantity: { en: '2', zh: '2' } },
      tell: {
        en: 'Two of the six are not on the shelf. Omar reports it, and the stock count is put right.',
        'zh-CN': '六把里少了两把。Omar 报缺货，库存数随即更正。',
        'zh-TW': '六張裡少了兩張。Omar 回報缺貨，庫存數隨即更正。',
      },
    },
    {
      by: 'customer',
      look: true,
      tell: {
        en: 'The customer reads the truth at once, and chooses: wait, another chair, send what is there, or cancel the rest. Each with its price.',
        'zh-CN': '客户马上知道实情，并自己选：等待、换货、先发现货或取消缺的部分，各有价格。',
        'zh-TW': '客戶馬上知道實情，並自己選：等待、換貨、先出現貨或取消缺的部分，各有價格。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'schedule',
      tell: {
        en: 'Nobody waits for ever: without an answer the desk keeps everything and delivers later, and the schedule says when.',
        'zh-CN': '不会无限等下去：没有答复就保留订单、晚些送齐，日程里写明了时间。',
        'zh-TW': '不會無限等下去：沒有答覆就保留訂單、晚些送齊，排程裡寫明了時間。',
      },
    },
    {
      by: 'customer',
      press: 'substitute',
      tell: {
        en: '{customer} takes the other chair. Price, stock, pick list and promise change together, or not at all.',
        'zh-CN': '客户选了替代的椅子。价格、库存、拣货单和交期一起改变，要么都不变。',
        'zh-TW': '客戶選了替代的椅子。價格、庫存、揀貨單和交期一起改變，要不都不變。',
      },
    },
    {
      by: 'third',
      press: 'ship',
      fill: { carrier: { en: 'SF Express', zh: '顺丰' }, tracking_number: { en: 'SF1042', zh: 'SF1042' } },
      tell: {
        en: 'Omar hands the parcel to the carrier; the customer gets the tracking number.',
        'zh-CN': 'Omar 把包裹交给物流，客户收到运单号。',
        'zh-TW': 'Omar 把包裹交給物流，客戶收到物流單號。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'outbox',
      tell: {
        en: 'Every word of the desk went through the outbox: said once, on whichever platform, even if the program had crashed meanwhile.',
        'zh-CN': '助手说的每句话都经过发件箱：无论哪个平台都只发一次，中途崩溃也一样。',
        'zh-TW': '小幫手說的每句話都經過寄件匣：無論哪個平台都只發一次，中途當機也一樣。',
      },
    },
  ],
};
