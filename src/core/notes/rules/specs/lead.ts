import { clauseAt, cover, type Scene } from '../text/scene.ts';
import type { Found } from './found.ts';

const property =
  '(?:颜色|底色|色|材质|质料|面料|尺寸|尺码|款式|口味|香味|字体|图案|表面|插头|colou?rs?|sizes?|materials?|finish|fabric|scent|flavou?rs?|font|pattern|plug)';
const asks = '(?:请|就|都|也|全部|统一|一律|我|我们|想|最好|希望|(?<![不别唔勿莫])(?:要|选|用|换|改|做|染)(?:成|用|为|个)?|是|系|:){1,5}';
/** 两样 color 都要, 布料染成: what is named before a value, and what asks for it. */
const before = new RegExp(
  `(?:(?:^|(?<=[^\\p{Script=Han}]))(?:(?:这|那|呢|嗰)?(?:[两二三四\\d]|全部|所有)[样款个件种只条]的?)?(?:\\p{Script=Han}{0,2}[的嘅] ?)?${property} ?${asks} ?|(?:^|[ ,.;、]|的|嘅)(?![^a-z]*[不别唔没冇无勿免少多])\\p{Script=Han}{1,3}?(?<![不别唔勿莫再还只])(?:要|用|选|换|改|做|染)(?:成|用|为|个) ?)$`,
  'u',
);
const closes = /^ ?(?:的|嘅|色|款)?(?: ?(?:就好|就行|就得|就可以|即可|吧|啦|please|pls|thanks|thx|谢谢|唔该)){0,3}\s*$/;

/** The part or the property that leads to an English value in a Chinese clause says nothing that is left to read. */
export function coverLead(scene: Scene, { start, end }: Found): void {
  if (!/^[a-z\d]/.test(scene.words.slice(start, end))) return;
  const clause = clauseAt(scene, start);
  if (!/\p{Script=Han}/u.test(scene.words.slice(clause.start, start))) return;
  if (!closes.test(scene.words.slice(end, clause.end))) return;
  const lead = before.exec(scene.words.slice(clause.start, start));
  if (lead) cover(scene, start - lead[0].length, start);
}
