import { cast, mondayMorning, type Scenario } from './scenario.ts';

export const late: Scenario = {
  id: 'late',
  title: {
    en: 'Late delivery and the 72 hours after',
    'zh-CN': '延误送达与之后的 72 小时',
    'zh-TW': '延誤送達與之後的 72 小時',
  },
  summary: {
    en: 'A parcel comes three days late. The desk apologises, asks, listens, and brings an unhappy customer to a person.',
    'zh-CN': '包裹晚了三天。助手致歉、询问、倾听，并把不满意的客户交给真人。',
    'zh-TW': '包裹晚了三天。小幫手致歉、詢問、傾聽，並把不滿意的客戶交給真人。',
  },
  cast: cast({ en: 'ann', zh: 'mei' }, 'review'),
  steps: [
    mondayMorning(),
    {
      by: 'customer',
      say: { en: 'Hello! I would like to order 4 desk lamps in white, please.', zh: '你好，我想订 4 盏台灯，白色。' },
      tell: {
        en: '{customer} orders four lamps.',
        'zh-CN': '{customer} 订了四盏台灯。',
        'zh-TW': '{customer} 訂了四盞檯燈。',
      },
    },
    {
      by: 'customer',
      press: 'confirm',
      tell: {
        en: 'Confirmed and promised for tomorrow. A promise is a date the desk will be measured by.',
        'zh-CN': '已确认，承诺明天送达。承诺就是日后要兑现的日期。',
        'zh-TW': '已確認，承諾明天送達。承諾就是日後要兌現的日期。',
      },
    },
    {
      by: 'third',
      press: 'prepare',
      tell: {
        en: 'The warehouse prepares the lamps the same morning …',
        'zh-CN': '仓库当天上午就备货……',
        'zh-TW': '倉庫當天上午就備貨……',
      },
    },
    {
      by: 'third',
      press: 'ship',
      fill: { carrier: { en: 'SF Express', zh: '顺丰' }, tracking_number: { en: 'SF1043', zh: 'SF1043' } },
      tell: {
        en: '… and hands them to the carrier.',
        'zh-CN': '……并交给物流。',
        'zh-TW': '……並交給物流。',
      },
    },
    {
      by: 'customer',
      clock: 'P4D',
      tell: {
        en: 'Four days pass, and the parcel is nowhere. The promise was Tuesday.',
        'zh-CN': '四天过去，包裹还没到。承诺的是星期二。',
        'zh-TW': '四天過去，包裹還沒到。承諾的是星期二。',
      },
    },
    {
      by: 'third',
      press: 'deliver',
      tell: {
        en: 'On Friday it arrives. From here the desk plans the 72 hours after a delivery.',
        'zh-CN': '星期五终于送到。从这一刻起，助手安排送达后的 72 小时。',
        'zh-TW': '星期五終於送到。從這一刻起，小幫手安排送達後的 72 小時。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'schedule',
      tell: {
        en: 'What is planned and when, never at night. Tips are left out: after a late delivery nobody wants them.',
        'zh-CN': '安排了什么、几时进行，都在这里，而且不会在夜里。小贴士取消了：延误之后没人想看。',
        'zh-TW': '安排了什麼、幾時進行，都在這裡，而且不會在夜裡。小提醒取消了：延誤之後沒人想看。',
      },
    },
    {
      by: 'customer',
      clock: 'PT2H',
      tell: {
        en: 'Two hours later the first word is an apology, with the days it was late, and a way to say that something is wrong.',
        'zh-CN': '两小时后，第一句话是致歉，写明晚了几天，并留好反映问题的入口。',
        'zh-TW': '兩小時後，第一句話是致歉，寫明晚了幾天，並留好反映問題的入口。',
      },
    },
    {
      by: 'customer',
      clock: 'P2D',
      tell: {
        en: 'Two days after the delivery it asks how satisfied she is: one tap, no form.',
        'zh-CN': '送达两天后询问满意度：点一下就好，不用填表。',
        'zh-TW': '送達兩天後詢問滿意度：點一下就好，不用填表。',
      },
    },
    {
      by: 'customer',
      press: 'csat_2',
      tell: {
        en: 'She gives two of five. That is no statistic: it opens an exception, and a person is called.',
        'zh-CN': '她只给两分。这不只是数字：立即登记异常，并叫来真人。',
        'zh-TW': '她只給兩分。這不只是數字：立即登記異常，並叫來真人。',
      },
    },
    {
      by: 'colleague',
      look: true,
      tell: {
        en: 'The team reads who waits, since when and why, and who must have called by when.',
        'zh-CN': '团队看到谁在等、等了多久、为什么，以及最晚几时要联系客户。',
        'zh-TW': '團隊看到誰在等、等了多久、為什麼，以及最晚幾時要聯絡客戶。',
      },
    },
    {
      by: 'colleague',
      press: 'answer_case',
      fill: {
        text: {
          en: 'I am sorry for the wait. The next delivery is on us – does Thursday suit you?',
          zh: '让您久等了，非常抱歉。下一单运费我们承担，周四方便联系您吗？',
        },
      },
      tell: {
        en: '{colleague} answers, and she reads it where she is, with the name of a person under it.',
        'zh-CN': '{colleague} 回复，她在自己的聊天里读到，署着真人的名字。',
        'zh-TW': '{colleague} 回覆，她在自己的聊天裡讀到，署著真人的名字。',
      },
    },
    {
      by: 'customer',
      look: true,
      open: 'outbox',
      only: 'cancelled',
      tell: {
        en: 'And what was not said is here too, each with its reason: no tips, and no cheerful last word while something is wrong.',
        'zh-CN': '没有说的话也在这里，各有原因：不发小贴士，问题未解决前也不说客套话。',
        'zh-TW': '沒有說的話也在這裡，各有原因：不發小提醒，問題未解決前也不說客套話。',
      },
    },
  ],
};
