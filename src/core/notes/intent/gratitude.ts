/** Words that may stand around a "thank you" without anything being wanted. */
const around = new Set(
  (
    "i i'm i've am we you you're youre your it it's its that that's thats this the a an all so very really truly ever much many more too just " +
    'for to of from with in and is are was were be been has have had do did does doing done giving given letting me know knowing telling ' +
    'help helping helped helpful assistance answer answers answering answered information info service support advice reply replying explaining explanation ' +
    'good great nice kind lovely awesome perfect wonderful brilliant excellent amazing fantastic cool fine best sweet thoughtful quick job work trying effort time ' +
    'lot bunch million ton tons again everything anything guys team everyone mate friend sir madam man folks ok okay yes yep want would like wanted say said ' +
    'now then today always already glad happy pleased hi hello hey dear kindly sure providing what there here star lifesaver legend gem'
  ).split(' '),
);
const core = /\b(?:thanks?|thank(?:s|ing|ful)?|thx|ty|cheers|appreciate[sd]?|grateful|gratitude|obliged)\b/;

/** Whether a message thanks and does nothing else: every other word of it is one that goes with thanks. */
export const onlyThanks = (flat: string): boolean =>
  flat.length < 120 &&
  core.test(flat) &&
  flat.split(/[^a-z']+/).every((word) => word === '' || around.has(word) || core.test(word)) &&
  !/[^a-z' ]/.test(flat);
