import { cast, mondayMorning, type Scenario } from './scenario.ts';

export const winBack: Scenario = {
  id: 'win-back',
  title: {
    en: 'Winning a customer back',
    'zh-CN': '挽回久未下单的客户',
    'zh-TW': '挽回久未下單的客戶',
  },
  summary: {
    en: 'A customer has not ordered for months. She is asked first, gets a note, then a coupon, and it ends with her order.',
    'zh-CN': '一位客户几个月没下单。先征得同意，再问候，然后送券，她一下单就停止。',
    'zh-TW': '一位客戶幾個月沒下單。先徵得同意，再問候，然後送券，她一下單就停止。',
  },
  cast: cast({ en: 'vera', zh: 'yu' }, undefined, { person: 'grace' }),
  steps: [
    mondayMorning({
      en: 'It is Monday morning. {customer} ordered once, more than four months ago.',
      'zh-CN': '星期一上午。{customer} 四个多月前下过一单，此后再没有消息。',
      'zh-TW': '星期一上午。{customer} 四個多月前下過一單，此後再沒有消息。',
    }),
    {
      by: 'customer',
      say: { en: '/offers', zh: '/offers' },
      tell: {
        en: 'Nobody gets an offer who did not agree to it. She reads what would come, how often, and how it ends.',
        'zh-CN': '没同意就不会收到优惠消息。她先看到会收到什么、多久一次、怎样取消。',
        'zh-TW': '沒同意就不會收到優惠訊息。她先看到會收到什麼、多久一次、怎樣取消。',
      },
    },
    {
      by: 'customer',
      press: 'offers_yes',
      tell: {
        en: 'She agrees; the words she read are kept with her yes.',
        'zh-CN': '她同意了；她读到的原文和这次同意一并留存。',
        'zh-TW': '她同意了；她讀到的原文和這次同意一併留存。',
      },
    },
    {
      by: 'colleague',
      say: { en: '/winback {customer}', zh: '/winback {customer}' },
      tell: {
        en: '{colleague} can ask at any time why somebody is written to, or is not.',
        'zh-CN': '{colleague} 随时可以查：为什么联系这位客户，或者为什么不联系。',
        'zh-TW': '{colleague} 隨時可以查：為什麼聯絡這位客戶，或者為什麼不聯絡。',
      },
    },
    {
      by: 'customer',
      clock: 'P1D',
      tell: {
        en: 'The next morning: a note that knows what she ordered, with today’s prices. One in five customers gets nothing, for comparison.',
        'zh-CN': '第二天上午：一条问候，记得她买过什么，按今天的价格。五分之一的客户不发，用来对照。',
        'zh-TW': '第二天上午：一則問候，記得她買過什麼，按今天的價格。五分之一的客戶不發，用來對照。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'schedule',
      tell: {
        en: 'A coupon is planned for a week later, and judged only then: consent, night, how much she had lately, what is open.',
        'zh-CN': '一周后还安排了优惠券，到时才判断发不发：是否同意、是否夜里、最近发了多少、有没有未了的事。',
        'zh-TW': '一週後還安排了優惠券，到時才判斷發不發：是否同意、是否夜裡、最近發了多少、有沒有未了的事。',
      },
    },
    {
      by: 'customer',
      clock: 'P7D',
      tell: {
        en: 'She said nothing, so the coupon comes: hers alone, for one order.',
        'zh-CN': '她没有回应，优惠券来了：只属于她，只用于一单。',
        'zh-TW': '她沒有回應，優惠券來了：只屬於她，只用於一單。',
      },
    },
    {
      by: 'customer',
      press: 'reorder',
      tell: {
        en: 'One tap orders the same again. The coupon is taken off by itself, and she sees the price before anything is ordered.',
        'zh-CN': '一键再来一单。优惠券自动抵扣，下单之前就看到价格。',
        'zh-TW': '一鍵再來一單。優惠券自動抵扣，下單之前就看到價格。',
      },
    },
    {
      by: 'customer',
      press: 'confirm',
      tell: {
        en: 'She confirms. The database itself sees to it that a coupon is spent once.',
        'zh-CN': '她确认下单。一张券只能用一次，由数据库本身保证。',
        'zh-TW': '她確認下單。一張券只能用一次，由資料庫本身保證。',
      },
    },
    {
      by: 'colleague',
      say: { en: '/winback {customer}', zh: '/winback {customer}' },
      tell: {
        en: 'She is back, and nobody writes to her any more: everything that was planned, sent or not, stands here with its reason.',
        'zh-CN': '她回来了，也不再打扰她：安排过的、发过的、没发的，都在这里，各有原因。',
        'zh-TW': '她回來了，也不再打擾她：安排過的、發過的、沒發的，都在這裡，各有原因。',
      },
    },
    {
      by: 'third',
      say: { en: '/winback', zh: '/winback' },
      tell: {
        en: 'And {third} asks what it is worth: those who were written to beside the one in five who were not. While they are few, it says so instead of boasting.',
        'zh-CN': '{third} 问：到底有没有用？收到消息的客户，和没发的五分之一对照。人数太少时，它直说还看不出来，不夸大。',
        'zh-TW': '{third} 問：到底有沒有用？收到訊息的客戶，和沒發的五分之一對照。人數太少時，它直說還看不出來，不誇大。',
      },
    },
  ],
};
