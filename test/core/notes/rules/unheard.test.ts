import { describe, expect, it } from 'vitest';
import { readByRules } from '#core/notes/rules.ts';

const read = (text: string, name = '货架') =>
  readByRules({
    text,
    orderDate: Temporal.PlainDate.from('2026-11-25'),
    timeZone: 'Asia/Shanghai',
    lines: [{ sku: 'HJ', names: [name], quantity: 10 }],
  });

/** Wishes in few words and unusual ones, written without a look at the lists: what no rule reads must be unread. */
const wishes = `
  底下垫块毡子吧 盖子换成能拧的 边儿给磨圆乎点 别弄得花里胡哨 里头搁点干燥剂 字写大气点 拐角包上点东西 上头落个款
  留个眼儿好挂 挑颜色稳重的 味儿别太冲 面上刷层油 手柄要趁手 装个能提的 做旧一点 弄得喜气些 扎个蝴蝶结 裹严实了
  塞点纸进去 外头别露字 价钱那张纸抽走 包得像样点 小票别搁里头 套个袋再装 分着包 一样一样隔开 等我信儿
  没我的话别动 先压着 等我把图看了 等老板点头 老板还没松口呢 先别下料 等对方签了字 先给打个样 缓一缓
  我回头再叫你们 等钱到位 这单黄了 不折腾了 我们不做了 就此打住吧 这批作罢 我反悔了 退了算了 能抹个零头不
  给个实在价 老主顾了给点甜头 凑个整呗 白饶俩 送点小东西呗 年底一块儿算 先赊着 货到了再给钱 记我们账上
  下月发了工资就给 卖完了再结 票随货走 单子上带我们税号 给张能报销的 开成公司的 有啥装啥 没有就拿相近的
  缺了就换一种 差不多的也成 认死这一种 不是这个牌子我不收 不许拿别的糊弄 没有就退钱 哪样齐了先走哪样 先来一半
  凑够了一趟拉来 别分两趟跑 一车拉完 上午店里没人 晚饭后再来 我睡到中午才醒 礼拜天歇着 下了班才在 过了五点门就锁了
  搁传达室 放在牛奶箱里 从后门进 扔院子里就成 塞门缝 挂门把手上 绕到后巷 到了喊一嗓子 按铃没人应就走 让我妈下来拿
  给隔壁老王收着 我们换地方了 搬到对门去了 送到我丈母娘那儿 改寄老家 找老李接 有事找我媳妇 帮着支起来 给我们装上
  教教老人咋用 走的时候把旧的捎走 旧床抬下去 连盒子也拿走 我吃花生会肿 一点葱都别沾 孩子碰奶就起疹子
  说明书给我来一份 附份检测的 质检单得有 保修卡写我名 跟上回那单并一块 把我资料删了 多来两个 再添一双筷子
  少一个也行 红的那个免了 第二样划掉 凑成一打 上次缺俩 又磕掉一块漆 等了一个月才来 这回可别再那样了 闻着一股怪味
  烫水行不行 有没有大一号的 咱们等米下锅 全家眼巴巴盼着 火上房了 早一分钟是一分钟 给我们加个塞 催命似的天天问
  机器都停着呢 再不来就开天窗了 一天都拖不得 麻溜的 今儿就想摸到 大后天用 小年之前 过了十五就没用了 出了正月再说
  立冬那天开业 再有一礼拜就考试了 孩子三天后上台 廿八号摆酒 放暑假前 头一个周末开张 国庆档要上 双旦促销用 开春要用
  下礼拜天相亲 月半祭祖 送出去的时候写句好话 夹张纸说祝她快好 替我跟她说声对不起 署我的名 别说是谁送的
  跟她讲是圣诞老人给的 面上来个福字 杯底要我名字 袖口缝俩字母 背后弄上队名 门头上四个大字 要能照见人 摸着软和的
  看着像老物件 穿四十二的 腰围二尺四 得放得下A4 能装两斤米 插咱们国内的座 跟桌子一个色 深一号的 天蓝那样
  奶油味儿 辣一点 不齁的 要原味 少搁盐 熟透的 脆的 去骨 切成片 剁块 磨成粉 剪短一截 裁一半 开个口 打个洞
`
  .split(/\s+/)
  .filter(Boolean);

const isSeen = (text: string): boolean => {
  const { urgent, deadline, specs, flags, quantityChanges, injection, unread } = read(text);
  return Boolean(urgent?.value ?? deadline) || [specs, flags, quantityChanges, injection, unread].some((items) => items.length > 0);
};

describe('a wish in words of its own', () => {
  it('is read, or a person is told that it was not', () => expect(wishes.filter((wish) => !isSeen(wish))).toEqual([]));
  it('is so beside a word of thanks', () => expect(wishes.map((wish) => `${wish}，谢谢老板`).filter((wish) => !isSeen(wish))).toEqual([]));
  it.each(['谢谢老板', '孩子考上大学了', '你们家的面真好吃', '是的', '好的'])('%j is none', (text) => expect(isSeen(text)).toBe(false));
});

describe('the day that a situation makes the one the goods are for', () => {
  it.each([
    ['下星期四個展就開鑼，啲架要嗰個鐘數已經企喺門口', '2026-12-03', false],
    ['船12月8号起锚，封条到时还没挂上，整柜就只能撂码头上', '2026-12-08', false],
    ['房東15號來點收，那天每一間的燈都要會亮', '2026-12-15', false],
    ['我们的 pop-up 12月10号 kick off，海报那天得贴在墙上哦', '2026-12-10', false],
    ['Demo day 是 12/18，investor 们要上手摸的就是这几个', '2026-12-18', false],
    ['后天就飞了，东西得跟我上飞机', '2026-11-27', false],
    ['再过十天孩子办百日，到时候得穿在他身上拍照', '2026-12-05', false],
    ['12/24 晚上聖誕老公公要把它塞進女兒床頭的襪子裡', '2026-12-24', false],
    ['12月30号全村人都回家，过了那天送来我一概不收', '2026-12-30', true],
    ['12月5號嗰日全校行慈善步行，條橫額要喺隊頭擔住，差一日都唔得㗎', '2026-12-05', true],
    ['我们跟甲方签死了12月12号交付，迟到一天扣我们两千块', '2026-12-12', true],
    ['这周五 10:00 开播，人坐下来它就得在桌上，雷打不动', '2026-11-27', true],
  ])('%j is for %s, hard: %s', (text, day, strict) => {
    const { deadline } = read(text);
    expect([deadline?.date, deadline?.strict]).toEqual([day, strict]);
  });
  it.each(['BB聽晚就冇得飲', '年底了大家都不容易', '15号我不在，那天再联系', '12月5号付款，到时候要开票', '差一日都唔得'])(
    '%j names none',
    (text) => expect(read(text).deadline).toBeNull(),
  );
});
