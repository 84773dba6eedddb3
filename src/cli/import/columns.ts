/** What stands in the columns of a list, for `--help`: the same words for whoever writes one by hand or exports it. */
export const productHelp = `
Columns; sku, price and one name are needed, and what a file leaves out stays as it is:
  sku                              your article number: letters, digits, . - _
  name_en, name_zh_cn, name_zh_tw  what customers call it
  aliases                          other words for it: mug; cup
  kind                             goods, unless it is a service
  unit                             pcs, unless another one is given
  price                            of one unit: 12.50
  floor                            nobody sells below it without a reason; the price, unless given
  currency                         that of the business, unless given
  lead_days                        working days until one that is not in stock is ready; a person looks at
                                   what is short where that is not said
  options                          color!=black|white/白色; engraving=text:20; length=20..200 cm
                                   ! must be chosen, / and the Chinese word, text: at most so many characters
  substitutes                      article numbers: MUG-2; MUG-3

A file of two products:
  sku,name_en,name_zh_cn,price,lead_days,options
  MUG-1,Coffee mug,咖啡杯,9.50,2,color=white/白色|blue/蓝色; engraving=text:20
  BAG-1,Tote bag,帆布袋,7.25,,`;

export const stockHelp = `
Columns; location, sku and on_hand are needed:
  location      the place it lies in; a new one is opened
  sku           an article number of the products
  on_hand       how many lie there, those that orders keep included
  incoming      how many are on their way to it
  incoming_due  and when they come: 2026-12-08

A file of two shelves, and a second delivery to the first:
  location,sku,on_hand,incoming,incoming_due
  MAIN,MUG-1,40,100,2026-12-08
  MAIN,BAG-1,12,,
  MAIN,MUG-1,,50,2026-12-22`;

export const customerHelp = `
Columns; ref and name are needed, and what a file leaves out stays as it is:
  ref           your number of the customer, as in a list of past orders
  name          what they are called
  company       where they work
  address       where their orders go, unless they say otherwise
  language      en, zh-CN or zh-TW
  time_zone     theirs, such as Asia/Shanghai
  tier          standard, core or vip
  price_list    the list of prices they buy at
  credit_limit  what they may owe at most: 5000; without one, nobody looks
  prepaid       yes: nothing is prepared before it is paid
  phone, email  how they are reached; kept as a digest, by which colleagues see that somebody new may be them

A file of two customers:
  ref,name,company,address,language,credit_limit,prepaid
  K-17,Mei Lin,Lin Design,"88 North Road, Shanghai",zh-CN,5000,
  K-18,Tom Baker,,"500 Main Street, Springfield",en,,yes`;
