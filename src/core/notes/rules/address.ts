import type { Reading } from '../reading.ts';
import { chinesePlace, englishPlace, placeAt, placeLeads, townBehind } from './address/places.ts';
import { clauseAt, cover, hide, proven, type Range, type Scene } from './text/scene.ts';
import { matchesOf } from './text/matches.ts';
import { pattern } from '../../text/pattern.ts';

const forgetful = pattern('')`
  \b(?:chang(?:e|ed|ing)|updat(?:e|ed)|new|different|wrong|override) (?:\w+ ){0,2}(?:delivery |shipping )?address\b
  |\b(?:address (?:has )?changed|ship(?:ping)? to (?:a )?different address|moved (?:house|office|to a new))\b
  |(?:改|换|更改|修改|变更)(?:一下)?(?:收货|送货)?地址|地址(?:有变|变了|改了|要改|换了|错了|改一下|变更)|搬家了|搬了
`;

/** A different place to deliver to: the address itself when the note gives it, and the words that raise the flag. */
export function readAddress(scene: Scene): { address: Reading['address']; change: Range | null } {
  const written = addressAfterLead(scene.words) ?? besideGoods(scene) ?? standing(scene);
  const given = written && withoutLead(scene, written);
  if (given && kept.test(scene.words.slice(given.end, given.end + 60))) {
    cover(scene, given.lead, given.end + (kept.exec(scene.words.slice(given.end, given.end + 60))?.[0].length ?? 0));
    hide(scene, given.lead, given.end);
    return { address: null, change: null };
  }
  if (given) {
    const { lead, start, end } = given;
    const item = proven(scene, lead, end);
    const evidence = proven(scene, start, end).evidence;
    hide(scene, lead, end);
    return { address: { ...item, value: evidence.text }, change: { start: lead, end } };
  }
  const told = forgetful.exec(scene.words);
  if (!told) return { address: null, change: null };
  const end = Math.min(clauseAt(scene, told.index).end, told.index + told[0].length);
  return { address: null, change: { start: told.index, end: Math.max(end, told.index + 1) } };
}

/** "Actually no, keep the old address": what was given before is taken back. */
const kept = pattern('')`
  ^[^\n]{0,30}?(?:
    (?:还是|仍|照)(?:寄|送|发|按|用)?(?:到|去|回)?(?:原来|原|之前|旧|以前)的?(?:那个)?地址
    |地址(?:就)?(?:不用|唔使|不必)改
    |\b(?:keep|use|stick (?:with|to)|leave) (?:it (?:at|to) )?(?:the |my |our )?(?:original|old|previous|usual|saved|existing|same)[ ]
    (?:delivery |shipping )?address
    |\bleave the address as (?:it is|is)
  )
`;

/** 新地方是张江路88号 begins behind 是. */
function withoutLead(scene: Scene, given: Given): Given {
  const said =
    /^(?:[到至]|\p{Script=Han}{0,5}?(?:是|系|喺|搬到|搬去|搬咗去|(?<!所)在))(?=\p{Script=Han}{2})/u.exec(
      scene.words.slice(given.start, given.end),
    )?.[0].length ?? 0;
  return { ...given, start: given.start + said };
}

/** An address and where the words that lead to it begin. */
type Given = Range & { lead: number };

/** An address behind words that lead to one: "deliver to …", 送到…; in a text as the rules see it. */
export function addressAfterLead(words: string): Given | null {
  return (
    behind(words, placeLeads.english, englishPlace) ??
    behind(words, placeLeads.chinese, chinesePlace) ??
    behind(words, placeLeads.chinese, englishPlace)
  );
}

function behind(words: string, lead: RegExp, place: RegExp): Given | null {
  for (const match of matchesOf(words, lead)) {
    const start = match.index + match[0].length;
    const given = whole(words, match.index, start, place.exec(words.slice(start, start + 140))?.[0].length ?? 0);
    if (given) return given;
  }
  return null;
}

/** A whole address anywhere in a note is one to deliver to, whatever leads to it: "we live at …", 另一个是…. */
function standing(scene: Scene): Given | null {
  if (!/\d|[一二三四五六七八九十]号/.test(scene.words) || !streets.test(scene.words)) return null;
  for (const match of matchesOf(
    scene.words,
    /^(?=(?:building|block|floor|room|unit|suite|flat|apartment|apt)\b)|(?<![\p{L}\d])(?=\d{1,5}[a-z]? )|(?<=[到在址为:, \n]|^|去|寄|送|成|(?<!另一个)是|另一个是)(?!另)(?=\p{Script=Han}{2,})/gu,
  )) {
    const start = match.index;
    const rest = scene.words.slice(start, start + 140);
    const isHan = /^\p{Script=Han}/u.test(rest);
    const found = (isHan ? chinesePlace : englishPlace).exec(rest)?.[0] ?? '';
    if (!(isHan ? hanStreet : townOrCode).test(found)) continue;
    const given = whole(scene.words, start, start, found.length);
    if (given) return given;
  }
  return null;
}

const streets = pattern('')`
  \b(?:
    jalan|jln|lorong|persiaran|street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|close|way|place|crescent|terrace
    |highway|parkway|square|quay|row|walk|mews|wharf
  )\b
  |[路街道巷弄]
`;
/** More than a street: a town or a code behind it, so that "5 Park Drive style chairs" is none. */
const townOrCode = pattern('u')`
  (?:jalan|jln|lorong|persiaran) .*\b\d{5,6}\b
  |(?:
    street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|close|way|place|crescent|terrace|highway|parkway|square|quay|row
    |walk|mews|wharf
  )\.?,? .*(?:\b\d{4,6}\b|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b|, ?[\p{L}]{3,})
`;
const hanStreet = /^(?:(?:\p{Script=Han}{2,8}(?:省|市|区|县|镇|乡))+|[\p{Script=Han}]{2,6}(?=路|街|道)).*[路街道巷弄].*\d+ ?号/u;

/** In the text of an order an address may follow the goods without a verb, or stand alone. */
function besideGoods(scene: Scene): Given | null {
  if (!scene.note.explained?.length) return null;
  const beside =
    behind(scene.words, placeLeads.afterGoods, englishPlace) ?? behind(scene.words, placeLeads.afterGoodsChinese, chinesePlace);
  if (beside) return beside;
  for (const clause of scene.clauses) {
    const start = clause.start + (/^\s*/.exec(scene.words.slice(clause.start, clause.end))?.[0].length ?? 0);
    const length = placeAt(scene.words, start);
    const town = length > 0 ? (townBehind.exec(scene.words.slice(start + length, start + length + 80))?.[0].length ?? 0) : 0;
    const given = whole(scene.words, start, start, length + town);
    if (given) return given;
  }
  return null;
}

function whole(words: string, lead: number, start: number, length: number): Given | null {
  const value = words.slice(start, start + length).replace(/[\s.,]+$/, '');
  return value.length < 5 ? null : { lead, start, end: start + value.length };
}
