/** Light words around an order: they are explained by the line they belong to. */
export const light = new Set(
  [
    // courtesies
    'please pls plz thanks thank thx hi hello hey dear team kindly morning afternoon evening day good nice ok okay yes',
    // who orders
    "i we me us my our your you d i'd we'd i'll we'll ll s im i'm am they them there",
    // what ordering is called
    'need want wants would like order get send give buy purchase take have can could will should may do let make put add supply looking',
    "require required wanna gimme let's how about maybe perhaps possibly",
    // how goods are counted and called
    'one ones all both each some few several any more another extra additional other total qty quantity pcs pc pieces piece units unit x',
    'set sets pairs pair ea item items model version standard new',
    // what their properties are called
    'colour color size width wide height tall long finish measuring by',
    // what joins words
    'a an the of to in for and also plus then just only with it is be these those this that so now as well too on from following actually instead',
  ].flatMap((words) => words.split(' ')),
);
export const lightHan = new Set(
  Array.from(
    '我要想买订购来给帮请您你好了的和与及以还有加再也另外都就个吧啊呢哦嗯谢麻烦需下单一采色颜尺寸宽高度做成是用换改全部先各每配套多老板亲在个把张台盏件块支只套',
  ),
);
