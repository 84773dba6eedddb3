import type { SpecSlot } from './specs.slot.ts';
import { goodsKinds } from './specs.goods.ts';

/** Where a thought ends; what follows a value in its slot. */
const end = '(?=[,.;、!?。\\n]|$|(?:而)?不是|不要)';
const begin = '(?<=^|[,.;、!?。:\\n] ?)';
/** What asks for a value. */
const wants = '(?:(?<![不别唔勿莫])(?:要|选|選|用|换|改|做|订|拿|给|想要|请|配)(?:成|用|为|个|上|一个|的是)?|(?<!不)是|[为:])';
/** Words that may stand where a value could and are none, or one of another key. */
const vague =
  '(?!成|开[一二三两三]|[二三两]联|什么|怎么|怎样|哪|这|那|嗰|呢|你|我|他|她|您|随|都|好|同|跟|和|按照|按图|按着|按你|照着|照旧|照你|别|不|唔|没|冇|有|原|新|旧|上次|其|另|一样|一起|全|最|更|比较|有点|稍|便宜|贵|快|慢|急|现|真|假|正|对|错)';
/** Adjectives that are told apart by no key, or that a flavour never is. */
const noFlavour =
  '(?!客人|客户|同事|老人|孩子|小朋友|大家|员工|朋友|家人|学生|长辈|门口|现在)(?![^,。]{0,4}[着回去来到给送吃用摆放过得们])(?!.{0,3}(?:颗粒|小块|大块|粉末|纸质|电子|票|发票|新鲜|现货|常温|冷藏|冷冻|独立|真空|礼盒|盒装|袋装|罐装|散装|包装|大份|小份|色|软|硬|甜|淡|咸|糖|整|大|小|长|短|厚|薄|高|低|圆|方|装)(?:的|$))';

/** Chinese slots beside those of `specs.ts`: words no list can hold, known by what stands around them. */
export const chineseSlots: SpecSlot[] = [
  {
    // 壓克力材質, 橡木质地
    key: 'material',
    pattern: new RegExp(
      `(?:${begin}|${wants})${vague}((?!材|质|面|布|用|选|换|改|要|做|请)[\\p{Script=Han}a-z\\d]{2,6}?)(?:材质|材料|质地|质感|面料|料子)的?(?:就好|就行|即可|吧)?${end}`,
      'gu',
    ),
  },
  {
    // 花型要玉兰的
    key: 'pattern',
    pattern: new RegExp(
      `(?:花型|花色|花样|图样|图形|纹路|款花)(?:请|想|都|就|${wants})+ ?${vague}(\\p{Script=Han}{1,6}?)(?:的|款|图案|花)?(?:就好|就行|吧)?${end}`,
      'gu',
    ),
  },
  {
    // 要咸蛋黄肉的, 换成车厘子的, 烏豆沙口味
    key: 'flavor',
    pattern: new RegExp(
      `(?:${wants})${vague}${noFlavour}((?!做|选|换|改|成|要)\\p{Script=Han}{2,5}?)(?:口?味)?的(?:吧|啦|就好|就行)?${end}`,
      'gu',
    ),
    goods: goodsKinds.food,
  },
  {
    // 不要豆沙: nothing that is wanted
    key: 'flavor',
    pattern: new RegExp(
      `(?<=(?:不要|唔要|不想要) ?)${vague}${noFlavour}(?!放|加|印|写|刻|做|带|有|送|寄|太|再|任何)(\\p{Script=Han}{2,4}?)(?:味|的|馅)*${end}`,
      'gu',
    ),
    goods: goodsKinds.food,
  },
  {
    // 插头要三孔接地的
    key: 'plug',
    pattern: new RegExp(
      `插头(?:请|想|都|就|${wants})+ ?${vague}((?!.*还)[\\p{Script=Han}a-z]{2,6}?)(?:的|款|型|规格)?(?:就好|就行)?${end}`,
      'gu',
    ),
  },
  {
    // 照明灯要壁挂式, 柜子要九门的, 要翻盖款
    key: 'other',
    pattern: new RegExp(
      `(?:${wants}|${begin})${vague}((?!样|款|型|方|形|老|中|英|美|欧|日|法|港|台|国|韩|德|意)\\p{Script=Han}{1,3}式)(?:的|嘅)?(?:就好|就行|吧)?${end}|${wants}${vague}((?!\\p{Script=Han}{0,2}[退付打尾货欠汇收补转贷存]款|什|各|多|新|老|经典|基本|普通|标准|这|那|情侣|亲子|礼盒|颜色|红|黑|白|蓝|绿|灰|粉|黄)\\p{Script=Han}{2,3}款)(?:的|嘅)?${end}|${wants}((?:[一二两三四五六七八九十单双多]|\\d{1,2})(?:门|层|格|斗|抽|座|人位|人座|芯|键|轴|抽屉|叶|档|挡|折|扇|页|孔|排|室|腔|股|轮|控|开|位|段))(?:的|嘅|款|式)${end}`,
      'gu',
    ),
  },
  {
    // 要防潮的, 耐磨款, 可叠放的
    key: 'other',
    pattern: new RegExp(
      `(?:${wants}|${begin})((?:防|耐|抗|免|可|能)(?!以|否|不|够|用|能|行|惜|爱|是|到|安装|发|送|换|改|退|货|付|开|帮|给)\\p{Script=Han}{1,3}?)(?:的|嘅|款|型)(?:就好|就行|吧)?${end}`,
      'gu',
    ),
  },
  {
    // 红轴
    key: 'other',
    pattern: /(?<!\p{Script=Han})((?:静音)?[红茶青黑银黄粉紫白]轴)(?!\p{Script=Han}*承)/gu,
    goods: /键盘|keyboard/,
  },
  {
    // 桌腿用铁的
    key: 'material',
    pattern: new RegExp(`${wants}(铁|木|布|皮|铜|铝|钢|竹|瓷|石|藤|麻|银|金属|塑料|玻璃|橡胶|硅胶)的${end}`, 'gu'),
  },
  {
    // 镜框玳瑁色
    key: 'color',
    pattern: new RegExp(
      `(?:${wants}|${begin}|(?<=[框身盖面底边带架腿脚壳罩套绳线字柄]))${vague}((?!颜|各|单|双|三|两|特|同|异|其|好|景|角|气|脸|菜|音|出|变|掉|褪|染|调|上|混|花|任|某|几|多)\\p{Script=Han}{1,3}色)(?:的|嘅)?${end}`,
      'gu',
    ),
  },
  {
    key: 'color',
    pattern: /色号(?:是|:|要|用|选)? ?([a-z][a-z\d -]{1,18}\d|\d{2,5}[a-z]?)(?![a-z\d])/g,
  },
  {
    // 五孔的, 87键, 三人位
    key: 'other',
    pattern: new RegExp(
      `${begin}((?:[一二两三四五六七八九十单双]|\\d{1,3})(?:孔|键|格|斗|抽|档|骨|瓣|股|人位|人座|叶))(?:的|嘅)?${end}|${begin}((?:春秋|春夏|秋冬|四季|夏|冬|长|短|薄|厚|加厚|加长|宽松|修身|儿童|成人|亲子)款)(?:的|嘅)?${end}`,
      'gu',
    ),
  },
  {
    // 走冷链; 冷链配送 is a way to send
    key: 'storage',
    pattern: /(冷链)(?!运输|配送|发货?|寄|送|物流|车|专车|宅配|快递)/g,
  },
  {
    // 位置：握柄
    key: 'position',
    pattern:
      /(?:(?:刻字?|印字?|绣字?|logo|图案|文字) ?)?(?:位置|部位)(?:请|就|都|放|在|是|喺|为|:)+ ?((?!图|附|照|按|同|跟|和|你|您|我|上次|之前|原|随|不|唔|哪|边|这|那|如|见|待|公司|家)\p{Script=Han}{1,6}?)(?:上|处|就好|就行|即可|就得)?(?=[,.;、!?。\n]|$)/gu,
    only: /logo|标|字|图|章|徽|印|刻|绣|雕|烫/,
  },
  {
    // 放正中央
    key: 'position',
    pattern:
      /(?:放|印|刻|绣|摆|置|贴)(?:在|于|到|喺)? ?((?:最|正)?(?:中央|中间|当中|居中|左上角|右上角|左下角|右下角|左边|右边|左侧|右侧|背面|正面|反面|侧面|内侧|外侧))(?:就好|就行|即可|就得|位置|处|$|(?=[,.;、!?。\n]))/gu,
    only: /logo|标|字|图|章|徽|印|刻|绣/,
  },
  {
    key: 'size',
    pattern: /(?<=\d{1,4} ?(?:件|条|个|套|双|只|顶|身|对|盒|包|箱)(?:要|是|做)? ?)(x{0,3}[sml]|[2-5]xl)(?=码?(?:[,.;、!?。\n]|$))/gu,
  },
];
