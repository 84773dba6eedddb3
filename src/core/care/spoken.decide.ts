import { fold } from '../text/fold.ts';
import { pattern } from '../text/pattern.ts';

/** What somebody says who answers in words what they were asked after a delivery. */
export type Spoken = { kind: 'all_good' } | { kind: 'score'; score: number };

/** "ok" alone is no answer: it may be meant for anything. */
const content = pattern('')`
  ^(?:yes[, ]+)?(?:
    (?:it |that |everything |all of it |all )(?:is |was |has |'s |arrived |looks |seems |came )*(?:all )?(?:
      good|fine|ok|okay|well|great|perfect|in order|right|alright
    )
    |everything's (?:all )?(?:good|fine|ok|okay|right)
    |all good|looks good|no problems?(?: at all)?
  )$
  |^(?:收到了?|东西|货)?[,，]?(?:一切|全部|都|全)?(?:没问题|没有问题|很好|挺好的?|正常|齐了|完好)了?$
`;
const number = /^([1-5])(?: ?(?:分|颗星|星|stars?|points?|\/ ?5|out of 5|of 5))?$/;

/** Null for anything that is not clearly an answer: the question's buttons stand there all the same. */
export function readSpoken(text: string): Spoken | null {
  if (text.length > 60) return null;
  const said = fold(text)
    .text.replaceAll(/[!.。！～~]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const bare = said.replace(/[,， ]*(?:thanks|thank you|thx|谢谢|多谢|感谢)(?: ?(?:you|a lot|您|你|啦))?$/, '').trim();
  const score = number.exec(bare)?.[1];
  if (score) return { kind: 'score', score: Number(score) };
  return content.test(bare) ? { kind: 'all_good' } : null;
}
