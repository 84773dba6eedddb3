import type { Scene } from './scene.ts';

const nothing =
  /^(?:n\/?a|none|no|nil|nope|nothing|test(?:ing)?|asdf|ok(?:ay)?|yes|thanks?(?: you)?(?: (?:so|very) much)?|thx|ty|cheers|great(?: (?:service|shop|store|job|work))?|love (?:it|your \w+|you guys)|(?:you guys are )?(?:awesome|amazing|the best)|perfect|see (?:above|order)|no (?:notes?|comments?|special requests?|instructions?)|无|没有|没了|暂无|无备注|测试|试试?|好的?|收到|谢谢(?:你们?|您|老板|啦|大家)?|多谢(?:晒)?|感谢|辛苦了|唔该(?:晒)?|很棒|好评|赞|加油)$/;

/** Notes that say nothing: empty, marks, an emoji, thanks. */
export function isTrivial(scene: Scene): boolean {
  if (scene.quotes.length > 0 || scene.plain.stop < scene.plain.original.length) return false;
  const text = scene.words
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .replace(/\ufffc/g, ' ')
    .trim();
  return text === '' || text === '/' || (text.length <= 40 && nothing.test(text));
}
