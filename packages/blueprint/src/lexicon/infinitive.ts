import {
  DEED_NAMES,
  DEED_NOUNS,
  MANY_TO_MANY_VERBS,
  ONE_TO_MANY_VERBS,
  PASSIVE_NOUNS,
  TRADE_NOUNS,
} from './predicates.ts';

/** Past forms that do not follow from the verb. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `lent lend,took take,taken take,bought buy,sold sell,gave give,given give,paid pay,drove drive,driven drive,did do,done do,
  won win,ate eat,eaten eat,drank drink,fed feed,taught teach,sent send,brought bring,made make,met meet,saw see,seen see,
  wore wear,worn wear,sang sing,rode ride,ridden ride,left leave,held hold,ran run,kept keep,got get,wrote write,written write,
  came come,went go,found find,lost lose,led lead,flew fly,flown fly,swam swim,grew grow,caught catch,spent spend,built build`
    .split(',')
    .map((pair): [string, string] => {
      const [past = '', base = ''] = pair.trim().split(' ');
      return [past, base];
    }),
);

const KNOWN: ReadonlySet<string> = new Set([
  ...[DEED_NOUNS, DEED_NAMES, TRADE_NOUNS, PASSIVE_NOUNS].flatMap((map) => [...map.keys()]),
  ...MANY_TO_MANY_VERBS,
  ...ONE_TO_MANY_VERBS,
]);

/** "lends", "lent" -> "lend"; "borrowed" -> "borrow", "reserved" -> "reserve". */
export function infinitiveOf(word: string): string {
  const stem = word.replace(/(ies|ied)$/, 'y').replace(/(es|ed)$/, '');
  const forms = [word.replace(/s$/, ''), stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  return (
    IRREGULAR.get(word) ??
    forms.find((form) => KNOWN.has(form)) ??
    forms[word.endsWith('s') ? 0 : 1] ??
    word
  );
}
