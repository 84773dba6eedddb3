import { fold } from '../../text/fold.ts';
import { pattern } from '../../text/pattern.ts';

const english = pattern('')`
  \b(?:
    go ahead|carry on|proceed
    |(?:release|ship|send|dispatch|deliver|make|start|do) (?:it|them|this|that|(?:the|my|our) order|with it)(?: now)?
    |(?:you |it |they )(?:can|may) (?:now )?(?:go|go on|go out|ship|send|dispatch|start|continue|be (?:sent|shipped|made|released))
    |(?:lift|release|remove) the hold|off hold|stop waiting
    |(?:no (?:need|reason) to|no longer|don't|do not|needn't) (?:wait|hold)(?: (?:it|them))? ?(?:any ?more|any longer|for me)?
  )\b
`;
const chinese =
  /可以(?:现在|現在)?(?:发货|發貨|出货|出貨|发|發|送|做|生产|生產|开始|開始|继续|繼續|安排|放行)|(?:继续|繼續|发货|發貨|开始做|開始做|生产|生產)吧|(?:不用|不必|不需要|唔使|無需|无需)(?:再)?等|放行/;
/** What is only ruled out, put off, asked or tied to a condition lets nothing go. */
const withheld = pattern('')`
  \b(?:(?:don't|do not|can't|cannot|never|please not) (?!wait|hold)|not yet|until|unless|if|when|once|before|after)\b
  |先别|先不|先唔|不要|不可以|不能|唔好|别|還不|还不|等.*再|之后|之後|[?？]\s*$|[吗嗎]\s*$
`;

/** Whether words let go on what waits for them: "you can go ahead now", 可以发货了. Only where something waits do they mean so. */
export function letsGo(text: string): boolean {
  if (text.length > 300) return false;
  const said = fold(text).text;
  return (english.test(said) || chinese.test(said)) && !withheld.test(said);
}
