import { readNumber } from './text/numbers.ts';
import { matchesOf } from './text/matches.ts';
import { cover, hide, type Scene } from './text/scene.ts';
import { pattern } from '../../text/pattern.ts';

/** 原本想改150本，算了还是照120本做; 本来想改送新店，哦不用了，照原本的地址送: a wish and the word that takes it back. */
const withdrawn = pattern('gu')`
  (?:原本|本来|原先|一开始|起初)(?:是|还)?(?:想|打算|要|考虑|准备)[^。;!?\n,]{1,24}[,。]? ?(?:哦|噢|喔|唉|诶|哎|后来)?,? ?(?:
    算了|不用了|不改了|不换了|不必了|作罢|唔使喇|唔改喇|都系算
  )(?:吧|啦|喇)?[,。]? ?(
    (?:还是|都系|就|仍然?|依旧|请)*(?:照|按|依|跟|保持)(?:着|返|番|旧|住)?(?:
      (?:原本|原来|原先|之前|旧|老|下单|订单)的?
      |(\d{1,5}|[一二两三四五六七八九十百]{1,5}) ?\p{Script=Han}
      |订单
    )?的?(?:地址|数量|样子?|计划|尺寸|颜色|款式?|日期|时间)?(?:送|做|来|发|寄|出|办|订|走)?(?:就好|就行|就可以|即可|吧|喔|哦)?
  )?
`;

const instead = /^[,。\s]*(?:[就改换要来给那用]|还是|都系)/;

const wish =
  '(?:gift[- ]?wrap(?:ping)?|wrapping|gift (?:card|message)|rush|express(?: shipping| delivery)?|urgency|priority|invoice|assembly|installation)';
const wishOf = '(?:礼品包装|礼物包装|包装|加急|特急|急件|贺卡|卡片|发票|开票|安装)';
/** "Cancel the gift wrap", 取消加急, 包装不要了: a wish that was there is taken back, and to read the wish again would be the opposite. */
const takenBack = new RegExp(
  [
    `\\b(?:cancel|remove|undo|forget|scrap|scratch|withdraw|take (?:off|back))(?: about)? (?:the|my|that|this) ${wish}(?! from)\\b(?: please)?`,
    `\\b(?:(?:i|we) )?(?:don't|do not|no longer) (?:want|need) (?:the|that|my) ${wish}\\b(?: any ?more| after all)?`,
    `(?:取消|撤销|撤回)(?:掉|了)?(?:这个|那个|那|之前的?|我的)?${wishOf}(?:了|吧)?`,
    `(?:把|将)? ?(?:这个|那个|的)?${wishOf}(?:的?要求|服务)?(?:也|都|就|给我|请|帮我)*(?:取消|撤销|撤回)(?:了|掉|吧|一下)*`,
    `${wishOf}(?:服务)?(?:就|也|都)?不(?:要|用|需要)了|不(?:要|用|需要)(?:礼品包装|礼物包装|包装|加急)了`,
  ].join('|'),
  'gu',
);

/** Hides what was thought of and given up in one breath, as long as what it goes back to is what was ordered. */
export function hideWithdrawn(scene: Scene): void {
  for (const match of matchesOf(scene.words, withdrawn)) {
    const count = match[2] === undefined ? null : readNumber(match[2]);
    if (count !== null && !scene.note.lines.some(({ quantity }) => quantity === count)) continue;
    // 算了，就八个吧 is another wish, read with what it takes the place of
    if (match[1] === undefined && instead.test(scene.words.slice(match.index + match[0].length))) continue;
    cover(scene, match.index, match.index + match[0].length);
    hide(scene, match.index, match.index + match[0].length);
  }
  // what is taken back stays unread: only who knows the order can say of what it takes away
  for (const { index, 0: said } of matchesOf(scene.words, takenBack)) hide(scene, index, index + said.length);
}
