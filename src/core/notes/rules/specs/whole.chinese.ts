import type { Scene } from '../text/scene.ts';
import type { Found } from './found.ts';
import { pattern } from '../../../text/pattern.ts';

/** What a value may follow with no doubt where it begins: what asks for it, names the property, counts, joins, or supposes that there is none. */
const opensValue = pattern('')`
  (?:
    [要用选换改做成为是系拿拣挑走配弄涂刷漆染喷镀烫带加想给就都也全请的嘅和与同及或在到各来把以让俾搞整喺订买印刻绣写画冇没有缺咗若送分包盒箱瓶]
    |(?<![鞋高后])跟|如果|统一|最好|还是|麻烦|其余|剩下|喜欢|偏好
    |[一二两三四五六七八九十半几\d][个把件只套张瓶罐盒条块片双顶支枝包份台盏扇根粒朵卷本款种对副面样箱袋杯桶组半]
    |颜色|甜度|硬度|材质|口味|味道|香味|香型|图案|花型|花色|款式|尺寸|大小|[胸腰臀帽头手颈]围|质地|工艺|形状|[她他我你]|这次|今次|全部|其中
  )$
`;
/** The last word of what a part of goods is called. */
const lastOfPart =
  '身盖底帽袖面侧背口边领柄座壁沿袋角里内外头尾圈杆胆框板架腿脚套垫绳带扣线罩芯壳皮布料纸木字墨水笔珠链管孔牙门窗锁轮把手柜屉层衫裤裙鞋袜伞杯瓶壶罐盒箱桶碗碟盘锅刀桌椅凳床灯镜屏席毯帘砖墙柱梁环钉簧轴齿色体';
const isPart = new RegExp(`[${lastOfPart}]$`);
/** What may stand right behind a value and is no part of it. */
const closesValue = pattern('')`
  ^(?:
    [的嘅既款色各也都和跟与同及或吧喔呀啦哦啊就即没冇缺卖断好行要用选想那嗰呢这一二两三四五六七八九十几半\d]
    |可以|为主|为先|材[质料]|面料|质地|物料|不对|错了|[来做整造](?:吧|就好|的)?$|[底盖垫套扣壳里面链罩柄把腿带片]子
  )
`;
const ownPart = new RegExp(
  `^\\p{Script=Han}{0,3}[${lastOfPart.replace('料', '')}饰穗衬条嘴](?:(?<=[盖底垫套扣壳里面链罩柄把腿])子)?[那这嗰款的嘅个]*$`,
  'u',
);
/** What may stand before the verb of a text that is put on to goods. */
const opensText = pattern('u')`
  (?:
    [上下里外前后正反背底左右][面头边侧方]?|出面|唔该|麻烦|请|帮[手忙]|师傅|[我你他她咱][们哋]?|每.|[一二两三四五六七八九十\d].|位置?|雷射|激光|镭射|用\p{Script=Han}{1,4}
    |那块让客人能|都|也|就|再|全部|统一|分别|字样?|[牌签标匾幅旗]|名字|给|替|[要想有加]
  )$
`;

/** Words that touch a value are looked at this far: a clause may be as long as a note, and hold many values. */
const nearest = 40;

/** 双|黄白, 亮|粉红: words that nothing parts from what is read are part of it. */
const isLed = (scene: Scene, before: string, opens: RegExp): boolean => {
  const run = /\p{Script=Han}+$/u.exec(before.slice(-nearest))?.[0] ?? '';
  return run !== '' && !opens.test(run) && !scene.goods.includes(run.slice(-1));
};

/** 天青|釉, 黄白|莲蓉. */
const isFollowed = (scene: Scene, behind: string): boolean => {
  const run = /^\p{Script=Han}+/u.exec(behind.slice(0, nearest))?.[0] ?? '';
  return run !== '' && !closesValue.test(run) && !ownPart.test(run) && !scene.goods.includes(run.replace(/[的嘅]$/, '').slice(-1));
};

/** "UK 三腳", "Navy 底白字": Chinese words that hang on an English value. */
const hangs = (behind: string): boolean => {
  const run = (/^ ?\p{Script=Han}{2,}/u.exec(behind)?.[0] ?? '').trim().replace(afterEnglish, '');
  // the three pins of 三脚 are no part of the goods
  return run.length > 1 && (/^[二两三四五六七八九十]/.test(run) || !ownPart.test(run));
};
const afterEnglish = pattern('u')`
  ^(?:
    刚刚?好|正好|就|那|这|嗰|呢|[色的嘅款]|材质|材料|质料|质地|面料|颜色|边?只|唔|谢|多谢|麻烦|拜托|一[个套件只]|各|没|冇|也|都|亦|吧|啦|和
    |同|跟|及|或|要|用|做|放|俾|畀|给|装|包|寄|送|发|换|改|先|得|可以|行|好
  ).*$
`;

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
const worded = new Set(['material', 'finish', 'other', 'color', 'pattern', 'grade', 'storage', 'flavor', 'scent', 'plug']);

/** Whether a value is one of words, which others beside it may belong to. */
const isWorded = ({ key }: Found): boolean => worded.has(key);

/**
 * Whether what was read is only a piece of what is said: a value on a list is not believed whole where open words stand right beside it
 * that are neither what asks for it nor the part of the goods that is to have it. `before` and `behind` are the open words of its clause.
 */
export function hasMoreBeside(scene: Scene, value: Found, before: string, behind: string): boolean {
  const { key, unit, start, end } = value;
  const text = scene.plain.text;
  if (isWorded(value))
    return (
      (key === 'other' && /^(?:[扣盖底头柄嘴领袖口腿脚架](?!\p{Script=Han})|材[质料]|[面布]料|质地)/u.test(behind)) ||
      (isHan(text.slice(start, start + 1)) && isLed(scene, before, opensValue) && !isPart.test(before)) ||
      (isHan(text.slice(end - 1, end)) ? isFollowed(scene, behind) : hangs(behind))
    );
  if (key === 'print' || key === 'engraving') return isHan(text.slice(start, start + 1)) && isLed(scene, before, opensText);
  // 45号|钢
  if (key === 'size' && text.slice(start, end).endsWith('号') && isFollowed(scene, behind)) return true;
  if (unit === null) return false;
  // 圆形|直径5公分
  if (/[形型式款]$/.test(before)) return true;
  // 28到32, 一米二乘六十
  if (/^ ?(?:到|至|~|乘以?|x) ?[\d一二两三四五六七八九十]/.test(behind)) return true;
  return key === 'size' && isLed(scene, before, opensValue);
}
