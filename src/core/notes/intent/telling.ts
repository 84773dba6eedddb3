import { fold } from '../../text/fold.ts';
import { courtesy } from '../rules/words/courtesy.ts';

const english =
  "(?:(?:just )?(?:a|one|1|two|2) (?:sec|secs|second|seconds|moment|min|minute|minutes)|(?:please )?(?:wait|hold on|hang on|bear with me)|(?:let me|i(?:'ll| will| need to| have to| must| want to|'d like to)) (?:first )?(?:think|check|decide|look|see|ask|get back|come back|let you know|read|sleep on it|confirm(?= (?:later|soon|tomorrow|tonight|first|with)))|not (?:yet|now)|(?:i'?m |i am )?(?:still )?(?:thinking|checking|looking)(?: it over| about it)?)";
const beside =
  '(?: (?:please|about|it|that|this|over|on|first|again|later|soon|today|tomorrow|tonight|a|bit|little|while|to you|for|with|my|our|the|boss|wife|husband|team|colleagues?|manager|partner|at|is|all|right|everything|now))*';
const han =
  '(?:等(?:一下|一等|等|下|我一?下|阵|阵先)|稍等(?:一下|片刻)?|稍后(?:再)?(?:说|确认|回复)|(?:让|等|俾)?我?(?:们|哋)?(?:还要|要|得|再|先|想|仲要)*(?:想想|想一想|想一下|看看|看一看|看一下|考虑(?:一下|下|考虑)?|商量(?:一下|下)?|问问|问一下|确认一下|谂谂|谂下|谂一谂|睇睇|睇下|睇清楚|问下)|(?:晚点|迟点|迟啲|等阵|待会|一会儿?|回头)(?:再)?(?:说|讲|确认|回复|回你|决定))';
const pause = new RegExp(
  `^(?:(?:ok|okay|hm+|um+|er+|uh|well|so|sorry|no|yes|please)[ ,.]*)*${english}${beside}[ .!]*$|^(?:好的?|嗯+|那|哦|噢|唔|不好意思|唔好意思|请|麻烦|[,. ])*${han}(?:再说|先|吧|啊|呀|哈|哦|了|喇|啦|再回复你?|再确认|唔该|谢谢)*[ .!。]*$`,
);

/** Somebody takes their time: "one moment", "let me think", 等一下, 我再看看. */
export const takesTime = (text: string): boolean => text.length <= 120 && pause.test(fold(text).text.replaceAll(/\s+/g, ' ').trim());

/** Said of what is before them, these keep no record of anything. */
const chat = /^(?:i?(?:like|likes|liked|cool|wow|hmm+|oh|ah|aha|haha+|hehe+|lol|nice|k|um+|uh|er|see))$/;
const hanChat =
  /不好意思|唔好意思|没问题|冇问题|没关系|不客气|太好了|真不错|很不错|就这样吧?|就咁(?:样)?|哈+|嗯+|[啊呀吧呢哦喔啦喇了嘛嘅的]+/g;

/** Whether words tell something that is worth keeping: more than a courtesy, and more than a word or two about the talk itself. */
export function tells(text: string): boolean {
  const said = fold(text).text;
  const words = said.match(/[a-z][a-z'-]*/g) ?? [];
  const open = words.map((word) => word.replaceAll("'", '')).filter((word) => !courtesy.english.has(word) && !chat.test(word));
  const left = said.replace(hanChat, '').match(/\p{Script=Han}/gu) ?? [];
  return !takesTime(text) && ((words.length > 1 && open.length > 0) || left.length > 3);
}
