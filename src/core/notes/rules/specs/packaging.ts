import { around, type Scene, sentenceAt } from '../text/scene.ts';
import { goodsKinds } from '../words/specs.goods.ts';

/** "Red ribbon" is about the wrapping, unless that is what was ordered. */
export function isOfPackaging(scene: Scene, start: number, end: number): boolean {
  const wrapped = goodsKinds.wrapping.exec(scene.words.slice(end, end + 14));
  // "wrap it in white tissue", "brown paper is fine"
  if (
    /^ (?:satin |tissue |kraft )?(?:paper|foil|tissue)\b/.test(scene.words.slice(end, end + 14)) &&
    (/\bwrap/.test(sentenceAt(scene, end)) || /^ paper (?:is|will|would|does|please)\b/.test(around(scene, end, end).after))
  )
    return true;
  // "gift wrap in kraft paper"
  if (
    /(?:paper|tissue|foil|cellophane)$/.test(scene.words.slice(start, end)) &&
    !/\b(?:paper|wrap)/.test(scene.goods) &&
    /\bwrap(?:ped|ping)?\b[^,.;]*$/.test(around(scene, start, end).before)
  )
    return true;
  // "ivory card" is what invitations are printed on
  if (/^ card\b(?! (?:that|with|saying|to|for|from))/.test(scene.words.slice(end, end + 14)) && goodsKinds.stationery.test(scene.goods))
    return false;
  // 门口有个蓝色铁门
  if (
    /^的?(?:铁门|大门|木门|卷帘|楼|房子|招牌|栅栏|围墙|雨棚|邮箱|车|瓦)/.test(scene.words.slice(end, end + 5)) &&
    !scene.mentions.some((mention) => mention.start <= end + 2 && end < mention.end)
  )
    return true;
  // 盒子外面包牛皮纸
  if (
    /[纸布膜袋绳带]的?$/.test(scene.words.slice(start, end)) &&
    /[包裹垫塞系绑捆][上着好]?一?[层张根条圈]?$/.test(scene.words.slice(Math.max(0, start - 5), start))
  )
    return true;
  // 每块单独用牛皮纸包
  if (
    /[纸布膜袋棉绒绳]$/.test(scene.words.slice(start, end)) &&
    /^(?:单独|分开|独立|来|把)*(?:包(?!边)|裹|缠|垫|塞|填|扎|绑|捆)/.test(scene.words.slice(end, end + 8))
  )
    return true;
  return wrapped !== null && !scene.mentions.some((mention) => mention.start < end + wrapped[0].length && end < mention.end);
}
