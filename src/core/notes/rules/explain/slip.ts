import { spanOf } from '../text/plain.ts';
import type { Scene } from '../text/scene.ts';

/** "Sorry, wrong day, by noon on Thursday", "urgent was my last order, not this one": what is corrected is read beside it. */
export function isSlip({ plain, clauses, words }: Scene, start: number, end: number, read: Uint8Array): boolean {
  const text = plain.text.slice(start, end);
  if (
    /^[\s\p{P}]*(?:(?:that's|that was|i got|got|i put|put|i gave|gave) )?(?:the |a )?wrong (?:day|date|time|week|month)[\s\p{P}]*$/u.test(
      text,
    )
  ) {
    const next = clauses.find((clause) => clause.start >= end);
    return (
      /(?:sorry|oops|whoops|wait|hang on|apologies|my mistake|argh|doh)[\s\p{P}]*$/u.test(
        plain.text.slice(Math.max(0, start - 24), start),
      ) &&
      next !== undefined &&
      read.subarray(next.start, next.end).includes(1)
    );
  }
  return (
    /^[\s\p{P}]*(?:and |but )?not (?:this one|this order|this time)[\s\p{P}]*$/u.test(text) &&
    /\b(?:was|were) (?:[a-z]+ ){0,3}?(?:last|previous|other|earlier) (?:order|one|time)[\s\p{P}]*$/u.test(
      words.slice(Math.max(0, start - 60), start),
    )
  );
}

const surname =
  '(?:欧阳|上官|司徒|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔常温康施葛邢庄文庞颜倪俞翁赖詹])';
const isName = new RegExp(`^[\\s\\p{P}]*${surname}\\p{Script=Han}{1,2}[\\s\\p{P}]*$`, 'u');

/** 收件人写我妈, 王秀兰, 电话139…: the name itself, between who it is and where to call. */
export function isContactName({ plain, clauses }: Scene, start: number, end: number): boolean {
  if (!isName.test(plain.text.slice(start, end))) return false;
  const before = clauses.findLast((clause) => clause.end <= start);
  const next = clauses.find((clause) => clause.start >= end);
  return (
    (before !== undefined && /(?:收[件货]人|联系人|签收人)[^,。]{0,8}$/.test(plain.text.slice(before.start, before.end))) ||
    (next !== undefined && /^ ?(?:(?:联系)?电话|手机号?|tel)?[:： ]{0,2}1\d{10}(?!\d)/.test(plain.text.slice(next.start, next.end)))
  );
}

/** "Many thanks, Dan": a name or two at the very end, behind words of parting. */
export const isSignature = ({ plain }: Scene, start: number, end: number): boolean =>
  /^[^\p{L}]*$/u.test(plain.text.slice(end)) &&
  /(?:thanks?|thank you|thx|cheers|regards|wishes|best|sincerely|ta)[^\p{L}]*$/u.test(plain.text.slice(0, start)) &&
  /^[^\p{L}]*\p{Lu}\p{Ll}{1,12}(?: \p{Lu}\p{Ll}{0,14}\.?)?[^\p{L}]*$/u.test(spanOf(plain, start, end).text);
