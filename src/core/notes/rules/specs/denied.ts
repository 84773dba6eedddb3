import { around, cover, type Scene } from '../text/scene.ts';
import { specDenied } from '../words/specs.denied.ts';
import type { Found } from './found.ts';

/** Not asked for: excluded, complained about, asked after, or only the fallback. */
export function denied(scene: Scene, item: Found): 'excluded' | 'substitute' | 'told' | null {
  const { before, after, clause } = around(scene, item.start, item.end);
  if (specDenied.before.test(before) && !/\bnothing but $/.test(before)) return 'excluded';
  if (specDenied.within.test(scene.words.slice(item.start, item.end))) return 'excluded';
  if (specDenied.after.test(after) && (!/^ (?:well )?(?:out of|away)/.test(after) || /\b(?:keep|leave|want)\b/.test(before)))
    return 'excluded';
  // "EU plug not needed, these are hard wired": what need not be is neither asked for nor unwanted
  const idle = needNot.exec(after) ?? (/\bno $/.test(before) ? /^ needed\b/.exec(after) : null);
  if (idle) {
    cover(scene, item.start - (/\bno $/.exec(before)?.[0].length ?? 0), item.end + idle[0].length);
    return 'told';
  }
  // 微辣也不行
  const neither = /^(?:的|嘅|款|色|味)*(?:也|都|亦)(?:不要|唔要|不行|唔得|不可以|不能有)/.exec(after);
  if (neither) {
    cover(scene, item.end, item.end + neither[0].length);
    return 'excluded';
  }
  // 短了5cm is what was wrong
  if (/[短长宽窄大小厚薄轻重高矮差少][了咗](?:约|大概|快|差不多|整整|足足)?$/.test(before)) return 'told';
  if (/^(?:系列?|款|的)?[都就]?(?:一律|通通|我|我们)?(?:不要|唔要|不行|免谈)(?![了咗喇啦换])/.test(after)) return 'excluded';
  // 157克铜版纸太薄了不要, 50kg左右的别发
  const unfit = tooMuch.exec(after) ?? notThose.exec(after);
  if (unfit) cover(scene, item.end, item.end + unfit[0].length);
  if (unfit) return 'excluded';
  // 烤漆都掉了 is what became of it
  if (/^(?:就|都|也|已经|全都?|又|居然|竟然)*(?:掉|裂|脱|褪|刮花|破|坏|变形|发黄|起皮|松脱|断|糊)(?:了|咗|光|落|色)/.test(after))
    return 'told';
  // 用金色不好看
  if (
    /^(?:的话?|嘅话?|字|款)?(?:就|会|也|都|有点|有啲|实在|真的)*(?:不好看|唔好睇|难看|太俗|显脏|不搭|唔衬|不合适|唔啱|看不清|睇唔清)/.test(
      after,
    )
  )
    return 'told';
  // 后背印号码就不用了: where something goes that is not wanted
  if (item.key === 'position' && needless.test(after)) {
    cover(scene, item.start, item.end + after.length);
    return 'told';
  }
  // 不需要 logo, "print logo 不用"
  const unneeded = item.key === 'logo' && (needlessBefore.exec(before) ?? needless.exec(after));
  if (unneeded) {
    cover(
      scene,
      item.start - (before.endsWith(unneeded[0]) ? unneeded[0].length : 0),
      item.end + (after.startsWith(unneeded[0]) ? unneeded[0].length : 0),
    );
    return 'told';
  }
  // 之前说的米色不要了，换成烟灰色
  if (/^(?:系列?|款|的)?[都就]?(?:不要|唔要)[了咗喇啦]/.test(after)) return 'told';
  // 不能拿304的代替
  if (
    /(?:不能|不可以?|不许|不准|别|勿|唔可以|唔好|唔准|不要)(?:拿|用|攞|以)$/.test(before) &&
    /^的?(?:来|去|嚟)?(?:代替|替代|替换|顶替|顶上?|充数)/.test(after)
  )
    return 'told';
  if (specDenied.substitute.test(before) || specDenied.substituteAfter.test(after)) return 'substitute';
  if (isInsteadOf(scene, item)) return 'substitute';
  return specDenied.clause.test(clause) ? 'told' : null;
}

const needNot = /^ (?:is |are |will be |would be )?(?:not|isn't|aren't|won't be) (?:needed|required|necessary)\b/;
const tooMuch =
  /^[^,。]{0,6}?(?:太|有点|有啲|偏|过于|嫌|不够|唔够)[^,。]{1,3}?(?:就|所以|我们?|我哋)?(?:不要|唔要|不行|唔得|不考虑|别给|别发)(?![了咗喇啦]?[换改])/;
const notThose =
  /^(?:左右|上下|以上|以下|出头|的那种|那种|那款|嗰款|的|嘅|款)+(?:都|就|一律|统统|千万|请)?(?:别|不要|唔要|唔好|勿)(?:发|给|寄|送|拿|做|用|选|俾|装)?(?:我|来)?[了啦喇]?(?=[^\p{L}\p{N}]*$)/u;
const needlessBefore = /(?:不需要|不用|唔使|唔需要|无需|不必)(?:再)?(?:印|刻|绣|加|放|打|做)?(?:我们|公司)?(?:的)? ?$/;
const needless =
  /^[^,。]{0,8}?(?:就|都|也|先)?(?:不用|不要|唔使|唔要|不需要|不必|无需|毋须|免|取消)(?:印|刻|绣|写|做|加)?[了喇啦吧]?[^\p{L}\p{N}]*$/u;

/** 黑色冇貨的话 */
const goneInChinese =
  /(?:[没冇无缺断]货|卖(?:完|晒|光|断)|售罄|断[码色货]|没有|没了|冇咗|唔够货?|缺[色码])(?:[的嘅]话|时|嗰阵|咗|了)*[^\p{L}]*$/u;

/** "If the blue has sold out, teal or navy would do": all that the next clause names is what may come instead. */
function isInsteadOf(scene: Scene, { start }: Found): boolean {
  const at = scene.clauses.findIndex((clause) => start >= clause.start && start < clause.end);
  const [before, own] = [scene.clauses[at - 1], scene.clauses[at]];
  return (
    before !== undefined &&
    own !== undefined &&
    before.sentence === own.sentence &&
    (/^\W*(?:and |but |so )?if [^,]*(?:冇货|没货|缺货|断货|无货|没了|冇咗|卖完|没有|冇|gone|out|out of stock|unavailable|finished|not available|discontinued|no more|run dry)\W*$/.test(
      scene.plain.text.slice(before.start, before.end),
    ) ||
      (goneInChinese.test(scene.plain.text.slice(before.start, before.end)) &&
        !/马上|快要?|眼看|已经|我们?|店/.test(scene.plain.text.slice(before.start, before.end)) &&
        /(?:也|都|亦|就)[ ]?(?:可以?|行|得|ok|好|成|要)|换|代替|替|顶|俾|给|来/.test(scene.plain.text.slice(own.start, own.end)))) &&
    !/\b(?:not|don't|no|never|refund|cancel|skip|leave)\b|不|别|唔/.test(scene.plain.text.slice(own.start, start))
  );
}
