import { pattern } from '../../../text/pattern.ts';

const week = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const number =
  '(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|half a dozen|a few|a couple(?: of)?|several|dozens of|hundreds of)';
const crowd =
  '(?:guys|people|men|women|lads|kids|children|guests|staff|engineers|workers|customers|pupils|students|diners|families|players|volunteers|restaurants|tilers|cooks|fitters|drivers|starters|builders|tenants|neighbours|neighbors|friends|relatives|cousins|grandchildren|teenagers|toddlers|boys|girls|dogs|cats|goats|hens|cows|horses|visitors|patients|residents|members|colleagues|of us|of them)';
const relation =
  '(?:he|she|they|everyone|everybody|nobody|(?:my|our|his|her|the|their) (?:[a-z-]+ )?(?:sister|brother|mum|mom|mother|dad|father|wife|husband|partner|son|daughter|kids|children|boss|team|bride|groom|gran|nan|grandma|grandad|grandpa|aunt|uncle|niece|nephew|friend|friends|client|clients|guests|family|girlfriend|boyfriend|fianc[a-z]+|neighbou?rs?|in-laws|teacher|captain|coach|cousin|parents|staff|customers))';
const wordsOf = (...sources: string[]): RegExp => new RegExp(`(?<![a-z0-9'-])(?:${sources.join('|')})(?![a-z0-9])`, 'g');

/** What no clause that only tells may hold, beside the words that other rules know: it gives something up, sets a bound or names somebody's limits. */
export const asideHooks = [
  '(make sure|see that|see to it|as long as|provided that|at least|at most|no more than|no less than|up to|the same|same as|like the|a bit|a little|slightly|somewhat)',
  "(after all|anymore|any more|no longer|not happening|isn't happening|parted ways|no wedding|no party|already (has|have|got|bought|found|had)|the very same|found one|given me|gave me|bought me|grown into|grew out|outgrown|changed)",
  '(wheelchair|crutches|sling|frail|shaky|carry|heavy|ceiling|doorway|socket|sockets|outlet|induction|burner)',
  '(speaks|speak|read|reads|understand|understands) [only|no|just|little]* (chinese|english|spanish|french|german|japanese|korean|cantonese|mandarin|italian|portuguese|russian|arabic|polish)',
  '(this|that) one',
  '(proof|sample|approve|sign off|signs off|agreed|promised|promise|on the house|settled)~',
  '(account|accounts|terms)',
];

/** What is no wish in such a clause: anywhere, and beside what has been read there. */
export const asideWords = {
  always: wordsOf(
    `costs? (?:us|me|the firm|the company) (?:about |roughly |around |over |at least )?${number}(?: dollars| pounds| euros| quid| bucks| grand)? (?:an?|per|every) (?:day|hour|week|minute)`,
    `${number} (?:[a-z]+ )?${crowd}`,
    `(?:lose|use|sell|break|eat|drink|bake|serve|make|get through|go through|burn through) (?:about |around |roughly |over |at least )?${number}(?: [a-z]+)?(?: (?:of these|of them))? (?:an?|every|per|each) (?:hour|day|night|week|month|year)`,
    `${number} degrees`,
    '(?:in|since|until|till|from|of|back in) (?:18|19|20)\\d\\d',
    `${relation}(?: would| will|'d|'ll) never (?:forgive|forget|believe|let|speak)(?: (?:me|us|it|him|her|to))*(?: again)?`,
    "(?:is|are|was|were|am|'s|'m|'re) (?:rather|quite|pretty|so|very) (?:proud|fond|keen|good|pleased|particular|partial|attached|excited|nervous|cross|worried)(?: (?:of|about|at|on|to|with) (?:it|them|him|her|himself|herself|that))?",
    "(?:i'm|i am|she's|he's|they're|is|turns|turning|turned|nearly|almost)(?: (?:only|nearly|almost|over|past|just))? (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?",
    '(?:season|show|course|term|year|game|match|day|week|school|exams?|he|she|we|i|they) (?:has |have )?finish(?:ed|es)?',
    'only (?:just )?(?:[a-z]{3,}ed|said|got|found|had|came|went|saw|heard|told)',
    'deserves? (?:something|better|a treat|it|them|this)',
    'at the bottom of the (?:lake|sea|garden|hill|road|river|stairs|lane|valley)',
    '(?:an?|every|each|this|that|one|last|next|per|for|in|all|most|by|the|until|till|since|through|half the|past|early|mid|late) (?:of )?(?:spring|summer|autumn|winter|fall|morning|day|week|month|year|season|night|term|weather)',
    "(?:i|we)(?:'ve| have)?(?: still| only| just)?(?: got| have)? (?:one|two|three|four|a couple|a few|some|plenty|enough|loads|half a [a-z]+)(?: [a-z]+){0,2} (?:left|in (?:the|a|our|my) [a-z]+|on (?:the|a|our|my) [a-z]+|in stock|to go on with|for now|spare)",
    'it(?: (?:never|always|still|keeps|just|has|has been|hardly|rarely|only|will))* (?:rains?|raining|rained|stops raining|stops snowing|snows?|snowing|snowed|pours|pouring|freezes|freezing|was (?:fun|great|love|quiet|chaos))',
    '(?:like|love[ds]?|loving|adore[ds]?|enjoy(?:ed|s)?|thinking about|think about|talk(?:ed|s|ing)? about|heard about|hearing about|saw|seen|know|knows|knew|remember(?:ed|s)?|miss(?:ed)?|laugh(?:ed)? about|proud of|all over|because of|about|sat under|grew up with|fight over|fighting over|manage without|live without|cope without) (?:it|them|these|those)',
    '(?:asks|asked|asking|keeps asking|kept asking|wonders|wondered) (?:me|us|him|her|them|about|where|when|who|why|every day|every morning|for (?:years|weeks|months))(?: when| where| who| why)?',
    'to be (?:early|honest|fair|sure|safe|asking|married|there|here|alive|a [a-z]+|opened|with us|together|outside|outdoors|home|back)',
    "(?:isn't|wasn't|won't be|not) (?:finished|ready|built|open|done|even born|here|there)(?: (?:until|till|before) (?:spring|summer|autumn|winter|next year))?(?: yet)?",
    "(?:can't|couldn't|cannot) (?:wait to see|believe|stop (?:thinking|talking|smiling|laughing|looking)|sit still|stand the (?:noise|heat|cold)|fix|repair|find|cook|sew|drive)",
    '(?:can|could|will|would|might|may) (?:fix|repair|mend|cook|sew|drive|sing|dance|bake|build|paint|dig|grow) (?:[a-z]+ ){0,3}(?:himself|herself|themselves|myself|ourselves|anything|everything)',
    '(?:in|since|of|last|back in|every|from|until|till) (?:january|february|march|april|may|june|july|august|september|october|november|december)',
    "which is why(?: we| i)(?:'re|'m| are| am)? (?:trying|ordering|buying|choosing|coming to|here|with|using|going with) (?:you|from you|here|your shop)?",
    '(?:pray|wish|root) for (?:me|us)|wish (?:me|us) luck|bless (?:him|her|them)',
    "no (?:secret|surprise|idea|joke|doubt|wonder|fun|picnic|shame|stranger|expert|spring chicken)|like (?:nobody's business|crazy|mad|there's no tomorrow|clockwork)",
  ),
  time: wordsOf(
    'died|dead|dies|dying|down|stuck|stopp?s?|stopped|broke|broke down|broken|gave up(?: the ghost)?|given up|giving up|gave out|packed (?:in|up)|conked out|bursts?|snapped|seized|fail(?:s|ed)?|jammed|blew|blown|flood(?:s|ed|ing)?|leak(?:s|ing|ed)?|filling|fills|idle|still|standing|stood|standstill|scream(?:s|ing)|shivering|freezing|soaked|cold|dark|bare|naked|empty|shut|closed|closes|grounded|stranded|collapsed|cracked|ripped|torn|tore|smashed|flattened|wrecked|ruined|burnt|burned|exploded|blocked|rotten|rotted|rusted(?: through)?|worn(?: out)?|wore out|falling apart|fell apart|off the road|out of action|out of order|limping|leaking',
    '(?:los(?:e|es|ing|t)|cost(?:s|ing)?|burning|bleeding)(?: (?:us|me|the [a-z]+|a|about|roughly|around|over)){0,2} (?:money|grand|fortune|hundreds|thousands|customers|trade|business|sales|bookings|hours|sleep|patience)',
    '(?:every|by the|per|each|an|a) (?:hour|minute|day|second)|hours|minutes|days',
    `(?:last|since|on|middle of|this|every|over|during|by|before|until|till|from) (?:last |the |this )?${week}(?: (?:service|night|morning|evening|afternoon|lunch|dinner|rush))?`,
    "nothing|nobody|no one|none|nowhere|no|not|never|can't|cannot|can|won't|will not|doesn't|didn't|don't|isn't|aren't|wasn't|weren't|haven't|hasn't|couldn't|without|hardly|barely",
    'waiting|waited|waits|wait|queues?|clock|deadline|overnight|tonight|tomorrow|today|yesterday',
    '(?:ran|run|runs|running) (?:out|dry|low|short)(?: of)?',
    '(?:our|my|the|his|her|their) (?:(?:old|only|other|main|existing|current|present|last) )?ones?|the one|ours|the only one|(?:our|my|the) only|one (?:left|working|still)|(?:a|the|our|my|one|only) [a-z]+ we have(?: left)?|the (?:last|old|previous) (?:[a-z]+ ){1,2}(?:i|we) had',
    'too (?:late|long|hot|cold|many|much|dark|wet)|bad|worse|worst|slow|soon|short notice|half the|half of|half full|whole|rush|hurry|urgent|left',
    "(?:it|they|them)(?:'s| is| was| has| had)?|on (?:it|them)|(?:let|lets|letting) (?:us|them|me|him|her|anyone|anybody|people) (?:on|in|open|start|through|work|play|cook)",
    '(?:oven|fridge|freezer|dishwasher|cooler|boiler|lift|floors?|stairs|line|cable|doors?|bar|hospital|roof) (?:is|are|was|were|has|have|just|died|went|broke|packed|burst|gave|in)',
  ),
  parcel: wordsOf(
    "(?:driver|courier|postman|postie|delivery (?:man|guy|woman|people|van)|van|lorry|truck|he|she|they)(?: (?:will|won't|can|can't|should|may|might|usually|always|never|normally|just))* (?:see|find|miss|know|spot|reach|walk|turn|park|back|fit|squeeze|pass|drive|hear)s?",
    '(?:blue|green|red|white|black|yellow|brown|gr[ea]y|orange|pink|purple|big|wooden|iron|metal|small|little|tall|stone|brick|old)(?: (?:wheelie|front|back|side|garden|garage|wooden|iron|metal|picket|postal|letter)){0,2} (?:doors?|gates?|bins?|house|fence|shed|van|sign|building|box|mailbox|wall|awning|garage|shutter|roof|hut|bench|pots?|tree|hedge|barn)',
    '(?:doors?|gates?|bell|doorbell|buzzer|intercom|stairs|steps|lift|elevator|floors?|porch|lobby|reception|entrance|driveway|drive|lane|road|street|path|alley|corner|yard|parking|letterbox|mailbox|shed|garage|neighbou?rs?|next door|porter|concierge|receptionist|guard)',
    "(?:is|are|it's|there's|has been|gets?)(?: (?:very|really|always|often|a bit|quite|so|too|just|usually)){0,2} (?:hard|easy|tricky|impossible|difficult|awkward|tight|narrow|steep|muddy|icy|locked|unlocked|broken|bust|dead|closed|shut|stuck|hidden|deaf|friendly|harmless)(?: to (?:find|miss|reach|see|spot))?",
    '(?:dogs?|cats?|goose|geese|rooster|baby|mother|mum|mom|dad|father|gran|nan|grandmother|husband|wife|twins)(?: (?:is|are|will|gets?|goes|just|a bit|very|all|usually|always))* (?:all bark|asleep|sleeping|deaf|bites?|barks?|escapes?|friendly|harmless|hard of hearing|scared of dogs|naps?|nervous)',
    "(?:security|they|he|she|reception|somebody|someone|the [a-z]+)(?:'ll| will| can) (?:show|tell|point|help|direct|let) (?:you|him|her|them|the driver)(?: (?:in|where|the way|through|up))*",
    "not|never|no|nobody|no one|can't|cannot|won't|doesn't|don't|isn't|hardly|always|usually|mostly|too|things|stolen|vanish|rain|wet|sun|tiny|only (?:takes|fits|holds) [a-z]+ people|it(?:'s| is)?",
  ),
  presence: wordsOf(
    'away|home|at home|at work|out|in|around|about|here|there|closed|shut|open|asleep|working|teaching|teach|busy|sleep|sleeping|on shift|at school|in meetings|abroad|on holiday|on vacation',
    "nobody|no one|someone|somebody|anyone|anybody|not|never|won't|isn't|aren't|don't|can't|always|usually|mostly|often|till then|until then|before then|before that|after that|that week|that day|then|during the day|all day|most days|noon|lunch",
  ),
  secret: wordsOf(
    "(?:nobody|no one|not|never|mustn't|must not|doesn't|don't|didn't|can't|won't|isn't|wouldn't|hasn't)(?: (?:to|be|let|want|have|a|meant|supposed|got)){0,4} (?:see|know|guess|find out|suspect|notice|peek|idea|clue|cost|spent|paid|price)s?",
    `${relation}(?: ?'d| would| will| ?'ll)(?: (?:be|never|absolutely|just|have|go|totally|so|a|really)){0,3} (?:mortified|furious|horrified|embarrassed|gutted|upset|devastated|faint|fit|kill|kittens|cry|mad|spare|ballistic|forgive|cross|annoyed|peeks?|snoops?|guess(?:es)?)(?: (?:me|us|if|it))?`,
    "(?:it's|it is|it's all|they're|this is)(?: (?:meant|supposed|to|be|going|a|an|all|still|big|complete|total))* (?:surprise|secret|present|gift)s?",
    '(?:what|how much) (?:i|we) (?:paid|spent|pay)',
  ),
};

/** "Seat height 45 cm so it fits under the table": what a measure or size is for, and that it has to be so. */
export const purpose = pattern('u')`
  ^[\s\p{P}]*so (?:that )?(?:it|they|this|these|he|she|we|i|everyone|everything|the [a-z]+|both|all)
  (?:'ll| will| can| should| just| all| both| still| easily)* (?:
    fits?|goes|go|slides?|slots?|sits?|stands?|hangs?|clears?|stacks?|tucks?|lies|lie|reach(?:es)?|see|sees|get|gets
  ) (?:(?:nicely|neatly|easily|comfortably|right|just|flat|flush|well) )?(?:
    under|underneath|in|into|inside|on|onto|over|through|between|beside|behind|above|below|round|around|against|along|by|past|beneath|within
    |up|down
  ) (?:the|my|our|his|her|their|a|an)(?: [a-z-]+){1,4}[^\p{L}\p{N}]*$
`;

/** Whole clauses of small talk that have no verb of their own. */
export const smallTalk = pattern('u')`
  ^[\s\p{P}\p{S}]*(?:(?:and|but|so|well|oh|yes) )*(?:
    h[ou]+ra+y|yay|woo ?hoo|exciting times(?: ahead)?|fun times|happy days|lucky (?:me|us)|silly (?:me|us)
    |poor (?:him|her|them|thing|things|me|us)
    |call me (?:old[- ]fashioned|crazy|silly|mad|fussy|sentimental|an optimist|a pessimist)
    |(?:our|my|his|her|their) (?:first|third|last)
    |[a-z]+ i know|i know,? i know
    |much to (?:my|our|his|her|the) [a-z]+(?:'s)? (?:[a-z]+ )?(?:horror|delight|despair|amusement|surprise|relief|dismay|joy|annoyance)
    |mostly (?:[a-z]+)|of all (?:things|people|places)|believe it or not|go figure|don't (?:ask|laugh|judge)(?: me)?
    |what a (?:mess|day|week|year|joy|palaver|night)
    |you get the (?:idea|picture)|(?:please )?pray for (?:me|us)|who knew|guilty as charged|such is life|that's life|here we are
    |here we go again|not my idea|as (?:one does|you do|they do|ever)
    |(?:can|would|could) you believe (?:it|that)
    |ask me how
    |to (?:loud |great |much |general )?(?:applause|laughter|cheers|delight|amusement)
    |lesson learned
    |(?:nobody|no one) (?:was )?hurt(?: thank (?:goodness|god|heavens))?
    |thank (?:goodness|god|heavens)|true story|no joke|i kid you not
  )[^\p{L}\p{N}]*$
`;
/** Beside a day or a rush: what is lost when it is missed, and that the usual way is too slow. */
export const tooLate = pattern('u')`
  ^[\s\p{P}]*(?:(?:and|but|so|because|as) )*(?:
    (?:if|should) (?:it|they|these|this)(?:'s|'re)? (?:arrives?|comes?|gets here|turns? up|shows? up|is|are|lands?)?(?: here)? ?
    (?:after (?:that|then)|late|any later|too late|a day late)(?:,? then)? (?:he|she|we|they|i|it|there|the [a-z]+|my [a-z]+|our [a-z]+)
    (?:'ll|'s|'d| will| is| would| may| might)(?! (?:cancel|refund|return|refuse|send|want|have to pay))[^.;!?]{0,50}
    |(?:standard|normal|regular|ordinary|the usual) (?:delivery|shipping|post|mail|service)[ ]
    (?:won't|will not|isn't|is not|is|would be|wouldn't be) (?:
      cut it|do|make it
      |(?:going to|gonna) (?:cut it|make it|do)
      |fast enough|quick enough|enough|too slow|soon enough
    )
    |(?:it|that)(?: would| will|'d|'ll)? saves? (?:us|me) (?:hours|days|a lot of (?:time|bother|trouble|work)|so much (?:time|work|bother))
  )[^\p{L}\p{N}]*$
`;
