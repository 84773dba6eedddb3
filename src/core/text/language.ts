import { fold } from './fold.ts';
import { locales, type Locale } from './locale.ts';

/** Characters of everyday Chinese that only simplified texts use. */
const onlySimplified = new Set(
  '皑蔼碍爱肮袄奥坝罢摆败颁办绊帮绑镑谤剥饱宝报鲍辈贝钡狈备惫绷笔毕毙币闭辟边编贬变辩辫标鳖别瘪濒滨宾摈饼并拨钵铂驳补财参蚕残惭惨灿苍舱仓沧厕侧' +
    '册测层诧搀掺蝉馋谗缠铲产阐颤场尝长偿肠厂畅钞车彻尘陈衬撑称惩诚骋迟驰耻齿炽冲虫宠畴踌筹绸橱厨锄雏础储触处传疮闯创锤纯绰辞词赐聪从丛凑蹿窜错达' +
    '带贷担单郸掸胆惮诞弹当挡党荡档捣岛祷导盗灯邓敌涤递缔颠点垫电淀钓调谍叠钉顶锭订丢东动栋冻犊独读赌镀锻断缎队对吨顿钝夺堕鹅额讹恶饿儿尔饵贰发罚' +
    '阀珐矾钒烦贩饭访纺飞诽废费纷坟奋愤粪丰枫锋风疯冯缝讽凤肤辐抚辅赋复负讣妇缚该钙盖赶秆赣冈刚钢纲岗杠镐搁鸽阁铬个给龚宫巩贡钩沟构购够蛊顾雇剐挂' +
    '关观馆惯贯广规归龟闺轨诡柜贵刽辊滚锅国过骇韩汉号阂鹤贺横恒轰鸿红壶护沪哗华画划话怀坏欢环还缓换唤痪焕涣黄谎挥辉毁贿秽会烩汇讳诲绘荤浑伙获货祸' +
    '击机积饥迹讥鸡绩缉极辑级挤蓟剂济计记际继纪夹荚颊贾钾价驾歼监坚笺间艰缄茧检碱拣捡简俭减荐槛鉴践贱见键舰剑饯渐溅涧将浆蒋桨奖讲酱胶浇骄娇搅铰矫' +
    '侥脚饺缴绞轿较阶节杰洁结诫届紧锦仅谨进晋烬尽劲荆茎鲸惊经颈静镜径痉竞净纠厩旧驹举据锯惧剧鹃绢觉决诀绝钧军骏开凯颗壳课垦恳抠库裤夸块侩宽矿旷况' +
    '亏岿窥馈溃扩阔蜡腊莱来赖蓝栏拦篮阑兰澜谰揽览懒缆烂滥捞劳涝乐镭垒类泪厘篱离鲤礼丽厉励砾历沥隶俩联莲连镰怜涟帘敛脸链恋炼练粮凉两辆谅疗辽镣猎临' +
    '邻鳞凛赁龄铃灵岭领馏刘龙聋咙笼垄拢陇楼娄搂篓芦卢颅庐炉掳卤虏鲁赂禄录陆驴吕铝侣屡缕虑滤绿峦挛孪滦乱抡轮伦仑沦纶论萝罗逻锣箩骡骆络妈玛码蚂马骂' +
    '吗买麦卖迈脉瞒馒蛮满谩猫锚铆贸霉没镁门闷们锰梦谜弥觅幂绵缅庙灭悯闽鸣铭谬谋亩呐钠纳难挠脑恼闹馁内拟腻撵酿鸟聂啮镊镍柠狞宁拧泞钮纽脓浓农疟诺欧' +
    '鸥殴呕沤盘庞抛赔喷鹏骗飘频贫苹评泼颇扑铺仆朴谱栖凄脐齐骑岂启气弃讫牵钎铅迁签谦钱钳潜浅谴堑枪呛墙蔷强抢锹桥乔侨翘窍窃钦亲寝轻氢倾顷请庆琼穷趋' +
    '区躯驱龋颧权劝却鹊确让饶扰绕热韧认纫荣绒软锐闰润洒萨鳃赛伞丧骚扫涩杀刹纱筛晒删闪陕赡缮伤赏烧绍赊摄慑设绅审婶肾渗声绳圣师狮湿诗尸虱时蚀实识驶' +
    '势适释饰视试寿兽枢输书赎属术树竖数帅双谁顺说硕烁丝饲耸怂颂讼诵擞苏诉肃虽随绥岁孙损笋缩琐锁獭挞态摊贪瘫滩坛谭谈叹汤烫涛绦讨腾誊锑题体屉条贴铁' +
    '厅听烃铜统头秃图涂团颓鸵驮驼椭洼袜弯湾顽万网韦违围为潍维苇伟伪纬谓卫闻纹稳问瓮挝蜗涡窝呜钨乌诬无芜吴坞雾务误锡牺袭习铣戏细虾辖峡侠狭厦吓锨鲜' +
    '纤咸贤衔闲显险现献县馅羡宪线厢镶乡详响项萧嚣销晓啸蝎协挟携胁谐写泻谢锌衅兴凶汹锈绣虚嘘须许叙绪续轩悬选癣绚学勋熏询寻驯训讯逊压鸦鸭哑亚讶阉烟' +
    '盐严岩颜阎艳厌砚彦谚验鸯杨扬疡阳痒养样瑶摇尧遥窑谣药爷页业叶医铱颐遗仪蚁艺亿忆义诣议谊译异绎荫阴银饮隐樱婴鹰应缨莹萤营荧蝇赢颖哟拥佣痈咏涌优' +
    '忧邮铀犹游诱于舆鱼渔娱与屿语郁吁狱誉预驭鸳渊辕园员圆缘远愿约跃钥岳粤阅郧匀陨运蕴酝晕韵杂灾载攒暂赞赃脏凿枣责择则泽贼赠轧铡闸栅诈斋债毡盏斩辗' +
    '崭栈占战绽张涨帐账胀赵蛰辙锗这贞针侦诊镇阵挣睁征狰争帧郑证织职执纸挚掷帜质滞钟终种肿众诌轴皱昼骤猪诸诛烛瞩嘱贮铸筑驻专砖转赚桩庄装妆壮状锥赘' +
    '坠缀谆浊兹资渍踪综总纵邹诅组钻',
);
/** The dictionaries of traditional characters know it as a form of another; in 什么 it is as simplified as can be. */
const alsoSimplified = '么';
/** Cantonese as it is written in Hong Kong. */
const cantonese = /[嘅唔咗喺嚟冇嘢啲咁佢哋]/gu;
const latinWord = /[a-z]+(?:['’][a-z]+)?/gi;

/** The language somebody writes in, by the characters that differ; null where the text does not tell. */
export function detectLanguage(text: string): Locale | null {
  const read = text.slice(0, 4000);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(read)) return null;
  const han = Array.from(read.matchAll(/\p{Script=Han}/gu), ([character]) => character);
  const words = read.replaceAll(/https?:\/\/\S+|\S+@\S+|<[^>]*>|@\w+|:[a-z_]+:|\b[a-z]{1,4}-\d+\b/gi, ' ').match(latinWord) ?? [];
  if (han.length > 0 && han.length * 2 >= words.length) return script(han);
  const foreign = /[\p{L}]/u.test(read.replaceAll(/[\p{Script=Latin}\p{Script=Han}]/gu, ''));
  const long = words.filter((word) => word.length > 1).length;
  return !foreign && (long > 1 || words.some((word) => word.length > 3 || greetings.has(word.toLowerCase()))) ? 'en' : null;
}

/** The language a platform's code stands for, as each writes it: zh-hans, zh_TW, en-GB; null for one the desk does not speak. */
export function languageOfCode(code: string): Locale | null {
  const [language, ...parts] = code.toLowerCase().split(/[-_]/);
  if (language === 'zh') return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-TW' : 'zh-CN';
  return locales.find((one) => one === language) ?? null;
}

const names: [Locale, RegExp][] = [
  ['zh-TW', /^(?:繁体|繁體|繁体中文|繁體中文|正體中文|traditional(?: chinese)?)$/],
  ['zh-CN', /^(?:中文|汉语|漢語|简体|簡體|简体中文|簡體中文|chinese|(?:simplified|mandarin)(?: chinese)?)$/],
  ['en', /^(?:english|英文|英语|英語)$/],
];

/** The language that is meant by its name, in whichever language it is named, or by its code. */
export function languageNamed(name: string): Locale | null {
  const typed = name.trim().toLowerCase();
  return names.find(([, form]) => form.test(typed))?.[0] ?? languageOfCode(typed);
}

const greetings = new Set(['hi', 'hey', 'yes', 'no', 'the', 'yep', 'thx']);

function script(han: string[]): Locale | null {
  const simplified = han.filter((character) => onlySimplified.has(character)).length;
  const traditional =
    han.filter((character) => character !== alsoSimplified && fold(character).text !== character).length +
    (han.join('').match(cantonese)?.length ?? 0);
  if (simplified === traditional) return null;
  return simplified > traditional ? 'zh-CN' : 'zh-TW';
}
