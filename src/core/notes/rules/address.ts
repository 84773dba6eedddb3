import type { Reading } from '../reading.ts';
import { clauseAt, hide, proven, type Scene } from './scene.ts';

const englishLead =
  /\b(?:deliver|ship|send|mail|forward|redirect|change|update|address)(?:ed)?(?: (?:it|them|this|everything|the order|my|our|the|delivery|shipping|address|instead|all|to be|sent|is|has changed|new)){0,6}(?: ?(?:to|at|is|:|=))+ ?:? ?/g;
const englishStreet =
  /^(?:(?:[a-z][\w.'&-]{0,20},? ){0,4}?)?(?:(?:unit|suite|flat|apt\.?|apartment|room|floor|building|level) ?#?\w{1,6},? (?:of )?)?\d{1,5}[a-z]?(?:[-/]\d{1,5})?,? (?:[a-z0-9.'-]{1,20} ){0,4}?(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|square|sq|terrace|close|crescent|parkway|pkwy|highway|hwy|quay|row|walk|broadway|strasse|straße)\b\.?(?:,? (?:(?:unit|suite|flat|apt\.?|apartment|room|floor|building|level|#) ?#?\w{1,6}|[a-z]{2} \d{5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}|\d{4,6}|(?!please|by|before|not|and|thanks|call|urgent|instead|attn|my|our|tel|phone|the|no|with|on|in|for|via)[a-z][a-z.'-]{1,20})(?=[, .;\n)]|$)){0,8}/;
const chineseLead =
  /(?:(?:地址|收货地址|送货地址|收件地址)(?:请)?(?:改|换|变更|更改|更新|修改)?(?:一下)?(?:成|为|到|是|:|至)*|(?:改|换|请|麻烦|帮我|直接)?(?:送|寄|发|邮|运)(?:货|去|往)?(?:到|至|去|往)+|改(?:送|寄|发)(?:到|至)?|新地址(?:是|:|为)?)[: ]*/g;
const chinesePlace =
  /^(?=[^,。;\n\ufffc]{0,50}(?:\d|[一二三四五六七八九十]))(?:[\p{Script=Han}]{2,8}(?:省|市|区|县|镇|乡|州|自治区)){0,4}[\p{Script=Han}\d]{1,16}?(?:路|街|道|大道|巷|弄|胡同|园区?|村|广场|大厦|号)(?:[\p{Script=Han}a-z\d-]{0,24}?(?:号楼?|弄|巷|段|栋|座|幢|单元|室|楼|层|房|大厦|广场|中心|园|之\d)){0,8}(?:\d{1,4}(?![\d点月天个]))?/u;
const forgetful =
  /\b(?:chang(?:e|ed|ing)|updat(?:e|ed)|new|different|wrong|override) (?:\w+ ){0,2}(?:delivery |shipping )?address\b|\b(?:address (?:has )?changed|ship(?:ping)? to (?:a )?different address|moved (?:house|office|to a new))\b|(?:改|换|更改|修改|变更)(?:一下)?(?:收货|送货)?地址|地址(?:有变|变了|改了|要改|换了|错了|改一下|变更)|搬家了|搬了/;

/** A different place to deliver to: the address itself when the note gives it, and the words that raise the flag. */
export function readAddress(scene: Scene): { address: Reading['address']; change: { start: number; end: number } | null } {
  for (const [lead, place] of [
    [englishLead, englishStreet],
    [chineseLead, chinesePlace],
  ] as const) {
    for (const match of scene.words.matchAll(lead)) {
      const start = match.index + match[0].length;
      const found = place.exec(scene.words.slice(start, start + 140));
      const value = found?.[0].trimEnd() ?? '';
      if (value.length < 5) continue;
      const item = proven(scene, match.index, start + value.length);
      const evidence = proven(scene, start, start + value.length).evidence;
      hide(scene, match.index, start + value.length);
      return { address: { ...item, value: evidence.text }, change: { start: match.index, end: start + value.length } };
    }
  }
  const told = forgetful.exec(scene.words);
  if (!told) return { address: null, change: null };
  const end = Math.min(clauseAt(scene, told.index).end, told.index + told[0].length);
  return { address: null, change: { start: told.index, end: Math.max(end, told.index + 1) } };
}
