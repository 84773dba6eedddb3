import { pattern } from '../../text/pattern.ts';

/** What no order line is made of, even after a number or an "I need". */
export const noGoods = new Set(
  [
    // time
    "day days week weeks month months year years hour hours minute minutes min mins second seconds am pm o'clock times time while moment half",
    'monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight asap urgently delivered',
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
    // people and places
    'people person persons men guys human agent someone somebody anyone manager admin floor floors story stories address',
    // money and papers
    'percent dollars dollar usd eur euros pounds bucks cents rmb cny yuan money credit price prices free discount discounts',
    'invoice invoices receipt quote refund refunds',
    // measures
    'metres meters metre meter feet inches inch km miles kg grams',
    // what is asked of a desk
    'help info information delivery update updates questions question problem problems issue issues options option order orders answer reply',
    'call support service cancellation status list catalogue catalog number copy copies details link code warranty installation assembly',
    'message messages text news email photo picture stars star reasons reason',
    // what attackers ask for
    'password prompt instructions access data previous rules rule system',
    // what is said of goods and is none
    'colour colours color colors engraving engravings engraved lettering inscription embroidery monogram logo logos part parts',
    // occasions and courtesies
    'event wedding party meeting birthday pleasure favour favor chance regards wishes way ways',
    // words that stand for others, and little ones
    'it them this that these those you me us him her everything nothing anything something things thing more less different same lot bit little',
    'to each if and or is are was were who what how when where why plus equals sure know ok go',
  ].flatMap((words) => words.split(' ')),
);
export const noGoodsHan = pattern('')`
  ^(?:
    (?:激光|镭射)?(?:雕刻|镌刻|镭雕|刻|印|绣|写|喷)(?:字(?![机板桌台楼笔])|上|有|着|个|成|公司|我们|名字|文字|logo|["“「『《])
    |(?:雕刻|镌刻|刻字|印字)$|打电话|打包|发给|寄到|别(?:忘|的|再|太)|记得|注意|务必|必须|尽量|顺便|顺带|保证|确保|运费|邮费|快递费
    |帮(?:我|忙|助)|让|希望|最好|千万|包装|包邮|免费|能(?!量)|会(?!议)|应该|给我|合同|工作日|天(?![平线花])|日(?![历记光])|号(?![码角牌])
    |月(?![饼季历光])|年(?![糕画货])|周(?!边)|星期|礼拜|小时|个?钟(?!表)|分(?![隔类线贝频])|秒(?!表)|点(?![心钞读餐])|时(?!钟)|次|遍|趟
    |人(?![体参偶造台])|位|名(?![片牌])|层(?![架板])|楼(?!梯)|室|栋|单元|折(?![叠扇页])|成(?!套)|元(?!宵)|块钱|毛(?![巾毯笔刷])|美|事|问题
    |意见|建议|电话(?![机座架])|地方|地址|疑问|下|些|起(?![子重钉])|样(?!板)|直|定|共|般|切(?!割|纸)|旦|边|路(?![由灯锥牌])|发票(?![机夹])
    |收据(?!夹)|求|钱(?![包箱盒])|不(?!锈|干胶|粘)|没|是|快(?![餐充])|紧|急(?!救)|加急|尽|[宽高长深厚]度|超过|高于|多于|多过|大于|低于|少于
    |不到|每个?(?:月|周|天|年|日|季|星期|礼拜)|送(?!风|餐)|投诉|退|换|催|取消|开(?:个|张|一张)?(?:发|专|普)?票|安装|等|看(?!板)|问
    |说(?!明书)|找|人工|客服|知道|了解|查|改|订单|单子|确认|报价|优惠|打折|便宜|付|货到|到|在|晚(?!礼)|早(?!餐)|明(?!信)|今|后(?![视备])
    |下午|上午|周末|自(?!行|动|拍|粘)|回(?!形)|源|信(?![封箱])|往|去(?!渍)|过(?!滤|胶)|得|着|这|那|什么|怎么|多少|哪|几|谁|你|我|他|她|它|的
    |了|吗|吧|呢|啊|厘米|米|公分|公尺|毫米|寸
  )
`;
