import { around, type Scene } from '../scene.ts';
import { specDenied } from '../words/specs.denied.ts';
import type { Found } from './found.ts';

/** Not asked for: excluded, complained about, asked after, or only the fallback. */
export function denied(scene: Scene, item: Found): 'excluded' | 'substitute' | 'told' | null {
  const { before, after, clause } = around(scene, item.start, item.end);
  if (specDenied.before.test(before)) return 'excluded';
  // 短了5cm is what was wrong
  if (/[短长宽窄大小厚薄轻重高矮差少][了咗](?:约|大概|快|差不多|整整|足足)?$/.test(before)) return 'told';
  if (/^(?:系列?|款|的)?[都就]?(?:一律|通通|我|我们)?(?:不要|唔要|不行|免谈)(?![了咗喇啦换])/.test(after)) return 'excluded';
  // 之前说的米色不要了，换成烟灰色
  if (/^(?:系列?|款|的)?[都就]?(?:不要|唔要)[了咗喇啦]/.test(after)) return 'told';
  if (specDenied.substitute.test(before) || specDenied.substituteAfter.test(after)) return 'substitute';
  if (isInsteadOf(scene, item)) return 'substitute';
  return specDenied.clause.test(clause) ? 'told' : null;
}

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
