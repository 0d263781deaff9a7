import type { FieldType } from '@quantumlayer/contracts';
import type { Qualities } from '../grammar/statements.ts';
import { FIELD_NOUNS, TYPE_BY_LAST_WORD } from '../lexicon/fields.ts';
import { DECIMAL_UNITS, INTEGER_UNITS } from '../lexicon/types.ts';
import { isPlural, singular } from '../text/nouns.ts';
import { isRating } from './rating-names.ts';
import { correct } from './spelling.ts';

const STRING_ENDINGS = new Set([
  'number',
  'code',
  'name',
  'id',
  'title',
  'label',
  'type',
  'unit',
  'key',
  'no',
  'nr',
  'reference',
  'ref',
  'plate',
  'zip',
  'zone',
  'method',
  'term',
  'currency',
  'format',
  'provider',
  'status',
  'category',
]);
const TIME_PARTICLES = new Set(['at']);
const MOMENT_TIMES = new Set([
  'start',
  'kick-off',
  'kickoff',
  'off',
  'opening',
  'end',
  'departure',
  'arrival',
  'scheduled',
  'pickup',
  'delivery',
  'appointment',
  'checkin',
  'checkout',
  'booking',
  'begin',
  'finish',
  'published',
  'recorded',
  'posted',
  'sent',
  'received',
  'registration',
  'event',
  'created',
  'event',
  'drop-off',
  'reservation',
  'measurement',
  'reading',
  'transaction',
  'login',
  'visit',
  'session',
  'meeting',
  'report',
  'order',
  'entry',
  'exit',
]);
/** Groups of people or things: their size is a number of them. */
const GROUPS = new Set(
  'party group team class batch max maximum min minimum crew family squad litter pack lot household cohort audience staff'.split(
    ' ',
  ),
);
/** "salary expectation", "budget limit": still an amount. */
const AMOUNT_TAILS = new Set(
  'expectation expectations estimate target limit cap ceiling floor goal offered requested'.split(
    ' ',
  ),
);
const PLACE_WORDS = new Set(['plan', 'address']);

/** Type of a field from what was said about it, else from its name. */
export function inferType(words: readonly string[], qualities: Qualities): FieldType {
  if (qualities.values !== undefined && qualities.values.length > 0)
    return isYesNo(qualities.values) ? 'boolean' : choiceOf(qualities, qualities.values);
  if (qualities.type !== undefined && qualities.type !== 'enum') return qualities.type;
  if (/^(average|mean|avg)$/.test(words[0] ?? '') && words.at(-1) === 'rating') return 'decimal';
  if (isRating(words, qualities)) return 'rating';
  if (qualities.outOf !== undefined) return 'integer';
  const byName = inferFromName(words);
  if (byName === 'file' || byName === 'image') return byName;
  if (qualities.numeric === true && ['string', 'text', 'boolean'].includes(byName))
    return 'decimal';
  return qualities.unit !== undefined
    ? inferFromUnit(qualities.unit, byName)
    : inferFromBounds(byName, qualities);
}

function choiceOf({ several }: Qualities, values: readonly string[]): FieldType {
  return several === true && values.length > 1 ? 'multi-choice' : 'enum';
}

function isYesNo(values: readonly string[]): boolean {
  const text = values
    .map((value) => value.toLowerCase())
    .sort()
    .join('/');
  return ['no/yes', 'false/true', 'n/y'].includes(text);
}

function inferFromUnit(unit: string, byName: FieldType): FieldType {
  if (byName === 'money' && !DECIMAL_UNITS.has(unit)) return 'money';
  if (INTEGER_UNITS.has(unit)) return 'integer';
  return DECIMAL_UNITS.has(unit) ? 'decimal' : byName;
}

/** "practice area": a field of work and no surface. */
const SUBJECT_AREAS = new Set(
  'practice subject problem topic research focus service business work study skill interest expertise product'.split(
    ' ',
  ),
);

/** A range of numbers makes a name that says nothing a number. */
function inferFromBounds(byName: FieldType, qualities: Qualities): FieldType {
  const bounds = [qualities.min, qualities.max, qualities.above, qualities.below].filter(
    (bound) => bound !== undefined,
  );
  const isNumber = bounds.length > 0 || typeof qualities.default === 'number';
  if (typeof qualities.default === 'boolean' && byName === 'string') return 'boolean';
  if (!isNumber || !['string', 'text', 'boolean', 'time'].includes(byName)) return byName;
  return bounds.some((bound) => !Number.isInteger(bound)) ? 'decimal' : 'integer';
}

/** "quantity on hand", "units in stock": the type is that of what is counted. */
function inferFromTail(words: readonly string[]): FieldType | null {
  const tail = words.slice(-2).join(' ');
  if (words.length < 3 || !/^(on (hand|order|site|loan)|in (stock|use|hand)|at hand)$/.test(tail))
    return null;
  const type = inferFromName(words.slice(0, -2));
  return type === 'string' ? 'integer' : type;
}

function inferFromName(words: readonly string[]): FieldType {
  const tailed = inferFromTail(words);
  if (tailed !== null) return tailed;
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const isCount =
    /^(max|min|maximum|minimum|total|expected|remaining|estimated|average)$/.test(first) &&
    isPlural(last) &&
    words.length > 1;
  if (isCount && byLastWord(last) === 'string') return 'integer';
  if (/^(before|after)$/.test(last) && words.length > 1) return inferFromName(words.slice(0, -1));
  const per = words.indexOf('per');
  if (per > 0) return inferFromName(words.slice(0, per));
  if (first === 'hours' && words.length > 1) return 'decimal';
  const to = words.indexOf('to');
  if (to > 0 && to < words.length - 1) return inferFromName(words.slice(0, to));
  if (last === 'area' && SUBJECT_AREAS.has(words.at(-2) ?? '')) return 'string';
  if (/^how (many|much)/.test(words.join(' '))) return 'integer';
  if (words[0] === 'area' && words[1] === 'of') return 'string';
  const head = words.includes('of') ? (words[words.indexOf('of') - 1] ?? last) : last;
  const rest = words.slice(0, -1);
  if (
    /^(is|has|can|was|should|are|allows|needs|requires|accepts|whether)$/.test(first) &&
    words.length > 1
  )
    return 'boolean';
  if (/^(number|limit|maximum|minimum)$/.test(head) && words.includes('of')) return 'integer';
  if (words.includes('of') && ['date', 'day'].includes(head)) return 'date';
  if (TIME_PARTICLES.has(last) && words.length > 1) return 'datetime';
  if (['on', 'since'].includes(last) && words.length > 1) return 'date';
  if (last === 'day') return 'date';
  const before = words.at(-2) ?? '';
  if (/^(from|to)$/.test(last) && byLastWord(before) === 'money') return 'money';
  if (words.length === 1 && /^(from|to|until|till|since)$/.test(last)) return 'date';
  if (last === 'for' && /ed$/.test(words.at(-2) ?? '')) return 'date';
  if (last === 'in' && /^(founded|formed|established|built|opened)$/.test(words.at(-2) ?? ''))
    return 'integer';
  if (['by', 'from', 'to', 'in', 'until'].includes(last) && words.length > 1)
    return last === 'until' || first === 'due' || first === 'valid' ? 'date' : 'string';
  return inferFromCompound(words, rest, head, last);
}

function inferFromCompound(
  words: readonly string[],
  rest: readonly string[],
  head: string,
  last: string,
): FieldType {
  const before = rest.at(-1) ?? '';
  if (
    /(ed|paid|due)$/.test(last) &&
    ['amount', 'total', 'price', 'cost', 'fee', 'sum'].includes(before)
  )
    return 'money';
  if (last === 'range') return before === 'price' || before === 'salary' ? 'money' : 'string';
  if (words.includes('year') || words.includes('points')) return 'integer';
  if (last === 'size' && GROUPS.has(before)) return 'integer';
  if (last === 'address' && (before === 'email' || before === 'mail')) return 'email';
  const upload = UPLOADS.get(singular(last));
  if (upload !== undefined) return upload;
  if (isPlace(rest, last)) return 'geo-point';
  if (last === 'rating' && ['star', 'stars'].includes(before)) return 'rating';
  if (before === 'hex' && ['color', 'colour'].includes(last)) return 'colour';
  if (rest.includes('iso') && rest.includes('country') && last === 'code') return 'country';
  if (['number', 'no', 'nr', '#'].includes(last)) return inferNumber(before);
  if (['time', 'times'].includes(last)) return inferTime(rest);
  if (last === 'hours' && /^(opening|business|working|office|visiting|store)$/.test(before))
    return 'string';
  if (last === 'rate')
    return /(tax|vat|interest|discount|commission|success|conversion|growth|completion|occupancy)/.test(
      before,
    )
      ? 'percentage'
      : /(heart|frame|sample|refresh|pulse|respiratory)/.test(before)
        ? 'integer'
        : 'money';
  if (last === 'value')
    return words.length === 1
      ? 'decimal'
      : /(deal|contract|order|total|market|book|asset|purchase|net|insurance|insured|replacement|resale|cash)/.test(
            before,
          )
        ? 'money'
        : 'decimal';
  if (
    /^(start|end|begin|expiry)$/.test(last) &&
    /^(warranty|guarantee|contract|lease|insurance|apprenticeship|employment|membership|subscription|coverage|validity)$/.test(
      before,
    )
  )
    return 'date';
  if (/^(start|begin)$/.test(last) || words.join(' ') === 'end') return 'datetime';
  if (last === 'access' && /^(wheelchair|step-free|disabled|barrier-free)$/.test(before))
    return 'boolean';
  if (last === 'done' && /^(work|job|task|tasks|repairs)$/.test(before)) return 'text';
  if (last === 'letter' && /^(cover|motivation|covering)$/.test(before)) return 'text';
  if (/^(topics|subjects|matters) \S+ed$/.test(`${before} ${last}`)) return 'text';
  if (/ed$/.test(last) && isPlural(before) && byLastWord(before) === 'string') return 'integer';
  if (rest[0] === 'average' && byLastWord(last) === 'string') return 'decimal';
  if (last === 'level' && /(stock|inventory|reorder)/.test(before)) return 'integer';
  if (
    /(price|salary|cost|estimate|budget)/.test(words.join(' ')) &&
    /^(minimum|maximum|min|max|range|from|to|low|high)$/.test(last)
  )
    return 'money';
  if (
    ['salary', 'pay', 'wage', 'price', 'fee', 'rent', 'amount', 'total', 'cost'].includes(head) ||
    ['salary', 'price'].includes(singular(head))
  )
    return 'money';
  if (AMOUNT_TAILS.has(last) && byLastWord(before) === 'money') return 'money';
  if (STRING_ENDINGS.has(last) || PLACE_WORDS.has(last)) return 'string';
  if (last === 'points' || last === 'point') return 'integer';
  if (last === 'tax' || last === 'vat') return rest.includes('rate') ? 'percentage' : 'money';
  if (['bio', 'biography'].includes(last)) return 'text';
  return byTrailingWord(before, head === last ? last : head);
}

/** What is put beside a record rather than written into it. */
const UPLOADS: ReadonlyMap<string, FieldType> = new Map([
  ...(['photo', 'photograph', 'picture', 'image'] as const).map((word) => [word, 'image'] as const),
  ...(['attachment', 'file', 'cv', 'resume', 'curriculum'] as const).map(
    (word) => [word, 'file'] as const,
  ),
]);

/** "coordinates", "GPS position": degrees on the globe. "Grid coordinates" are not. */
function isPlace(rest: readonly string[], last: string): boolean {
  if (['geopoint', 'geolocation'].includes(last)) return true;
  const isOnGlobe = /^(gps|geo|geographic|geographical)$/.test(rest.at(-1) ?? '');
  if (last === 'coordinates') return rest.length === 0 || isOnGlobe;
  return isOnGlobe && ['point', 'position', 'location', 'coordinate'].includes(last);
}

function inferNumber(before: string): FieldType {
  if (/^(phone|telephone|mobile|cell|contact|fax|tel|whatsapp)$/.test(before)) return 'phone';
  return /^(track|page|episode|season|chapter|sequence|line|round|step|lap|week|day|position|level|order-sequence|set|disc|issue|volume|edition|shirt|jersey|squad|board|rating|lane)$/.test(
    before,
  )
    ? 'integer'
    : 'string';
}

function inferTime(rest: readonly string[]): FieldType {
  const before = rest.at(-1) ?? '';
  if (/^(pick|drop)$/.test(rest.at(-2) ?? '')) return 'time';
  if (
    /^(cooking|preparation|prep|baking|travel|waiting|wait|lead|running|run|response|total|flight|play|reading|processing|delivery-lead|resting|elapsed|spent|screen|service|down|up|handling|turnaround|estimated|cook|setup|working|recovery|playing)$/.test(
      before,
    )
  )
    return 'duration';
  if (before === 'date') return 'datetime';
  if (MOMENT_TIMES.has(before)) return 'datetime';
  return 'time';
}

/** "quantity available", "calories burned": the word before says what is counted. */
function byTrailingWord(before: string, last: string): FieldType {
  const own = byLastWord(last);
  const counted = before === '' ? 'string' : byLastWord(before);
  const isTrailing =
    own === 'boolean' || (own === 'string' && /(ed|able|en|nt|left|ght|sold)$/.test(last));
  return isTrailing && ['integer', 'decimal', 'money'].includes(counted) ? counted : own;
}

function byLastWord(word: string): FieldType {
  for (const candidate of [word, singular(word)]) {
    for (const [type, set] of TYPE_BY_LAST_WORD) if (set.has(candidate)) return type;
  }
  if (DECIMAL_UNITS.has(word)) return 'decimal';
  if (INTEGER_UNITS.has(word)) return 'integer';
  const meant = correct(word, TYPED_WORDS);
  return meant === null ? 'string' : byLastWord(meant);
}

const TYPED_WORDS = new Set([...FIELD_NOUNS, ...TYPE_BY_LAST_WORD.flatMap(([, set]) => [...set])]);
