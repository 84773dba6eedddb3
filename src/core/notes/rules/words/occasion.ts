import { pattern } from '../../../text/pattern.ts';

/** Somebody or something that does what the day is for: "clients drop in", "the twins turn five", "on the 31st we raise them". */
export const somebody = pattern('u')`
  (?:^|[\s\p{P}])(?:
    we|i|he|she|they|you'll|everyone|everybody|people|it'?s|that'?s|who|[a-z]+'s
    |(?:my|our|his|her|their|the|a|an|both|all|one of)(?: [a-z'-]+){1,5}
    |[a-z]{3,}s|[a-z]{3,} [a-z]{3,}s
  ) ?(?:'(?:re|ll|m|d|s) )?[a-z\ufffc]
`;

/** Words with which a day is one of another matter: of money, of the past, of other goods, of who is away, or of how it comes. */
export const noOccasion = pattern('')`
  \bevery\b|\bbetween\b|\bdays end\b
  |\b(?:
    pa(?:y|ys(?! (?:us|me|him|her|them) a visit| a visit)|id|ying|yment|yday|yments)
    |settle[sd]?|wages|salary|invoice[sd]?|bill(?:s|ed|ing)?|accounts?|budget|finance|fiscal|statement|lease|rent|contract|quote|offer
    |sale ends|expires?|ends? on|last(?:ed)?|yesterday|ago|since|was|were|had|did|didn't|wasn't|ordered|bought|placed|promised|said|told
    |came|arrived|broke|died|went|gave|got|rang|called|emailed|tracking|order \d+|other order|previous|away|abroad|holiday|vacation|closed
    |shut|shuts|clos(?:es|ing)|out of|off until|back (?:on|from|by|in)|return(?:s|ing)?|until|till|not|n't|no one|nobody|deliver\w*|ship\w*
    |dispatch\w*|courier|driver|parcel|send|sent|bring
    |drop(?:ped)? (?:it|them|this|these|off)
    |collect\w*|pick\w* (?:it|them|this|these|up)|come (?:by|round|over|to)|install\w*|fit|fitted|assembl\w*|deliveries|appointment
    |book(?:ed|ing)?|available|around|home|in (?:all day|from)|call|phone|ring|text|email|confirm|approve|proof|let (?:me|us)|happy|merry
    |dear|love|best wishes|born|dated|since|birth|est\.|established|if|when will|will (?:it|they|this|these)|card|engrav\w*|print\w*|reads?
    |saying|stock|restock\w*|inventory|oven|lift|elevator|road|scaffold\w*|renovat\w*|open(?:s|ing)?|shop|store
  )\b
  |[?]
`;
