import { APP_WORDS, LEAD_FILLERS, LEAD_VERBS } from './apps.ts';
import {
  ADDING_VERBS,
  HAVE,
  HAVE_PHRASES,
  KEEPING_VERBS,
  MANY_TO_MANY_VERBS,
  ONE_TO_MANY_VERBS,
  STRONG_BELONG,
  TRACK_VERBS,
} from './predicates.ts';
import { TYPE_PHRASES } from './types.ts';
import {
  BE,
  CONNECTORS,
  DETERMINERS,
  FUNCTION_WORDS,
  MODALS,
  PREPOSITIONS,
  QUANTIFIERS,
  RELATIVES,
  VAGUE,
  words,
} from './words.ts';

/** Words by which the grammar says that a value is optional, bounded, one of several, and how many there are of a thing. */
const QUALITY_WORDS = words(`
  optional optionally nullable null required mandatory compulsory obligatory unique distinct duplicates duplicate empty blank missing omitted
  unknown absent known available applicable present given provided possibly maybe perhaps potentially sometimes
  least most more less greater fewer larger smaller longer shorter higher lower than equal exceed above below over under up
  minimum maximum min max minlength maxlength between range ranging scale inclusive long length characters character chars char letters digits
  default defaults defaulting value values valued valid initially starting true false yes no positive negative non-negative never
  fall drop stay stays remain remains limited capped restricted exceeds surpass rise rises climb climbs sink sinks
  exactly bunch handful nobody else only single zero one two three four five six seven eight nine ten twelve twenty hundred thousand once possible
  enum enumeration choice choices option options string number numeric field flag boolean yes/no type kind star stars points percent
  part member child children parent other another same share shares each per time date moment day whole
  did done note notes noted know write writes down many-to-many one-to-many many-to-one one-to-one n-n n-m m-n n-1 n m mapping association relationship
  run runs lasts filled through via means joining linking connecting referencing referring pointing belonging listing showing
  lives live sits sit works work comes come goes go takes take place lies lie stands stand happens happen points falls plays play depends depending according
  kept stored recorded tracked saved held identified described defined called named consisting composed made measured expressed located based
  using used uses via out down off back set sets look after looks people person user users attach assign mark amount piece pieces
  everything everyone anything something thing things stuff able way good also both neither nor above what how when why later again
  lat latitude picture pdf free text multiline integer decimal money timestamp datetime url link entry entries item items
`);

const VERBS = [
  ADDING_VERBS,
  HAVE,
  KEEPING_VERBS,
  MANY_TO_MANY_VERBS,
  ONE_TO_MANY_VERBS,
  STRONG_BELONG,
  TRACK_VERBS,
];
const CLOSED = [
  BE,
  CONNECTORS,
  DETERMINERS,
  FUNCTION_WORDS,
  MODALS,
  PREPOSITIONS,
  QUANTIFIERS,
  RELATIVES,
  VAGUE,
];
const OPENINGS = [APP_WORDS, LEAD_FILLERS, LEAD_VERBS];

const KNOWN = new Set([
  ...[...CLOSED, ...OPENINGS, ...VERBS, QUALITY_WORDS].flatMap((set) => [...set]),
  ...[...HAVE_PHRASES, ...TYPE_PHRASES.map(([phrase]) => phrase)].flatMap((phrase) =>
    phrase.split(' '),
  ),
]);

/** True for words that the grammar itself consists of: they need not turn up in what a phrase became. */
export function isGrammarWord(word: string): boolean {
  return KNOWN.has(word);
}
