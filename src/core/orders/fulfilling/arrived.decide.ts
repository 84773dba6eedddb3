import { fold } from '../../text/fold.ts';

/** That goods came, or that all is well with what came; `shipment` is the tracking number somebody names. */
export interface Arrival {
  action: 'deliver' | 'accept';
  shipment: string;
}

const thing = '(?:it|them|this|all|everything|(?:my|the|our|your) (?:order|goods|parcel|package|delivery|stuff|things|chairs?|desks?))';
const lead = '(?:(?:hi|hello|hey|ok|okay|great|thanks|thank you|yes|你好|您好|好的|嗯|谢谢)[,，!！.。 ]*)*';
const tail = '(?:[,，!！.。 ]*(?:today|just now|already|thanks|thank you|now|safely|in good shape|谢谢|啦|了|哦|的|刚刚|今天)?)*';
const received = new RegExp(
  `^${lead}(?:(?:i|we)?(?:'ve| have)? ?(?:just |already )?(?:got|received) ${thing}|${thing} (?:has |have |is |are )?(?:just |already )?(?:arrived|here|been delivered)|received|(?:我们?)?(?:的)?(?:货|东西|快递|包裹|订单|椅子|桌子)?(?:今天|刚刚|刚|都|全部|已经|已)*(?:收到|签收)(?:货|东西|快递|包裹)?(?:了|啦)|已(?:收到|签收)|(?:货|东西|快递|包裹)(?:都|已经|已)?到(?:货)?(?:了|啦))${tail}$`,
);
const content = new RegExp(
  `^${lead}(?:(?:${thing}(?:'s| is| are| looks?| look) |that's )?(?:all |everything )?(?:good|fine|perfect|all right|alright|in order)|all (?:good|fine|well)|no problems?(?: at all)?|everything(?:'s| is)? (?:ok|okay|good|fine|perfect|all right)|(?:货|东西|收到的货)?(?:都|一切都?|全部)?(?:没问题|没有问题|正常|完好)|(?:货|东西|收到的货)?(?:都|一切都?|全部)(?:很|挺)?好)${tail}$`,
);
const tracking = /(?<![\w-])[a-z]{0,5}\d{6,20}(?!\w)/;
const order = /(?<![\w-])(?:[a-z]{1,4}-\d{1,9}|#\d{1,9})(?![\w-])(?: ?的)?/g;

/** Short words that say it and nothing else; whatever asks, doubts or denies says something else. */
export function readArrival(text: string): Arrival | null {
  if (text.length > 100 || /[?？吗嗎呢]|\b(?:not|never|isn't|hasn't|but|except)\b|[没沒](?!有?[问問][题題])|但|除了/iu.test(text))
    return null;
  const said = fold(text).text.replaceAll(order, ' ').replaceAll(/\s+/g, ' ').trim();
  const shipment = tracking.exec(said)?.[0] ?? '';
  const rest = said
    .replace(shipment, ' ')
    .replace(/^[ ,，]*(?:那个|那单|这个|单号)?的?/, '')
    .trim();
  if (received.test(rest)) return { action: 'deliver', shipment: shipment.toUpperCase() };
  return shipment === '' && content.test(rest) ? { action: 'accept', shipment } : null;
}
