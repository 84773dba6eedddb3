import type { SpecSlot } from './specs.slot.ts';

const end = '(?=[,.;、!?。\\n]|$)';
const kind = '(?:那种|那样|这种|那一路|那一款|咁嘅|嗰隻|嗰种|路线|方向|的|嘅|款|型)*';
const fine = '(?:就对了|就啱|就好|就行|就得|吧|啦|喔|哦)*';
const vague = '(?![要是系像似有的]|什么|啥|怎么|这|那|哪|我|你|他|她|它|不|没|冇|唔|好|很|太|有点|别|一样|跟|和|同|原味|原来)';

/** What is asked of the senses instead of a name: 闻起来是…, 里头想吃到…的味道, 味道走柠檬的, 粗细上走细的. */
export const senseSlots: SpecSlot[] = [
  {
    key: 'scent',
    pattern: new RegExp(
      `(?:闻|嗅|飘|散发)(?:起来|起嚟|上去|落去|到|着|出)(?:的|要|是|系|像|似|有|一股|股)* ?${vague}([\\p{Script=Han}a-z][\\p{Script=Han}a-z ]{1,11}?) ?${kind}(?:味道?|香味?|香气|气味|气息)?${kind}${fine}${end}`,
      'gu',
    ),
  },
  {
    key: 'flavor',
    pattern: new RegExp(
      `(?:吃|尝|喝|食|饮|咬)(?:起来|起嚟|落去|下去|到|得到|出)(?:的|要|是|系|像|似|有|一股|股)* ?${vague}([\\p{Script=Han}a-z][\\p{Script=Han}a-z ]{0,9}?) ?${kind}(?:味道|口味|味儿?|风味)${kind}${fine}${end}`,
      'gu',
    ),
  },
  { key: 'flavor', pattern: new RegExp(`(?:吃|尝|喝|食|饮)(?:起来|起嚟|落去|下去)?(?:的|要|是|系)+ ?(原味)的?${fine}${end}`, 'gu') },
  {
    key: 'flavor',
    pattern: new RegExp(
      `(?:味道|口味|味儿?|风味|馅儿?|馅料)(?:上|方面)?(?:就|想|请)*(?:走|偏|往|靠|奔)(?:个)? ?${vague}([\\p{Script=Han}a-z]{1,6}?)(?:味|口味)?${kind}(?:走|靠)?${fine}${end}`,
      'gu',
    ),
  },
  {
    key: 'scent',
    pattern: new RegExp(
      `(?:香味|香型|香气|气味|香调)(?:上|方面)?(?:就|想|请)*(?:走|偏|往|靠|奔)(?:个)? ?${vague}([\\p{Script=Han}a-z]{1,6}?)(?:香|味)?${kind}(?:走|靠)?${fine}${end}`,
      'gu',
    ),
  },
  {
    key: 'color',
    pattern: new RegExp(
      `(?:颜色|色调|色系|配色|看上去|看起来|望落)(?:上|方面)?(?:就|想|请|要)*(?:走|偏|往|靠|奔|是|像|似) ?(?:个)?${vague}(\\p{Script=Han}{1,5}色|(?:浅|深|嫩|墨|雾|奶|暗|亮)\\p{Script=Han}{1,3})${kind}(?:走|靠)?${fine}${end}`,
      'gu',
    ),
  },
  {
    key: 'thickness',
    pattern: new RegExp(`粗细(?:上|方面)?(?:就|想|请|要|走|选|用|是|偏)*((?:最|中等?|偏)?[细粗]|中等)${kind}${fine}${end}`, 'gu'),
  },
  // 我脚37的
  {
    key: 'size',
    pattern: /(?:脚|鞋码?)(?:是|穿|要)* ?(\d{2}(?:\.5)?)(?=码|号|的|[,.;、!?。\n]|$)/g,
    goods: /鞋|靴|拖|袜|shoe|boot|sandal/,
  },
  // 我平时著L嘅
  {
    key: 'size',
    pattern:
      /(?:平时|平日|一向|通常|一般|都系|都是|本身)(?:都|就|也)*(?:穿|着|著|戴|买)(?:开|的|嘅|是|系)* ?(\d?x{0,3}[sml]|\d{2,3}(?:\.5)?)(?:码|号)?(?:的|嘅)?(?=[,.;、!?。\n]|$)/g,
  },
  // charger 的头配 EU 的
  {
    key: 'plug',
    pattern:
      /(?:充电器|charger|adaptor|adapter|电源|插头?)(?: ?(?:的|嘅))? ?(?:头|插头)?(?:要|用|配|换成?|选|是)+ ?(uk|us|eu|au|[英美欧澳日][标规式])(?: ?(?:的|嘅|规|头))?(?:就行|就好|就得|就可以)?(?=[,.;、!?。\n]|$)/g,
  },
  // 插座是 UK type
  {
    key: 'plug',
    pattern:
      /插座[^,。;!?\n]{0,3}?(?:是|系|用|都是) ?(uk|us|eu|au|[英美欧澳日德法港][标规式制]|国标)(?= ?(?:type|标准|制式|的|嘅|规格|款)?(?:[,.;、!?。\n]|$))/g,
  },
];
