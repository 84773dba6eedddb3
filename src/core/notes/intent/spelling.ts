import { likeness } from '../../stock/wording.ts';

/** The words that requests about orders turn on. */
const known = (
  'order orders where status track tracking package parcel delivery delivered shipment shipped shipping arrive arrived cancel return refund ' +
  'person human agent someone representative manager address change reschedule deliver broken damaged speak happening'
).split(' ');
/** Real words one slip away from a known one. */
const others = new Set(
  (
    'older border ordered ordeal ordering bored odor oder cancer cannel crack truck trick trace trash tracks tack tracked packaged packages ' +
    'packaging there were here wheel whether statue stats arrival arrives arrive return returns turn retune speaks speck peak deliver delivers ' +
    'delivery delivering shipper shopping shipped slipped stripped dressed hunan humans prison poison persona personal persons damage damages ' +
    'broke broker token woken chance chances charge changed changes exchange orders place plea pleased lease release manage manages parcels patrol address addressed ' +
    'mother other others wander wonder rather'
  ).split(' '),
);

/** Puts slips right in the words that matter: "wher is my odrer" asks where an order is. */
export const respelled = (said: string): string =>
  said.replaceAll(/[a-z]{4,14}/g, (word) => {
    if (others.has(word) || known.includes(word)) return word;
    return (
      known.find(
        (right) => Math.abs(right.length - word.length) < 2 && right.length > 4 && likeness(word, right) >= 0.8 && sameStart(word, right),
      ) ?? word
    );
  });

/** A slip rarely hits both of the first two letters. */
const sameStart = (word: string, right: string): boolean => word[0] === right[0] || (word[0] === right[1] && word[1] === right[0]);
