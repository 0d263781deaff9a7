import type { SummaryFigure } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { schemasOf, stateCalled } from './choices.ts';
import { countOf } from './counted.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { EMPTY } from './gathered.ts';

type Take = SummaryFigure['take'];
type Shown = { name: string; schema: Flat; siblings: readonly string[]; said: string };

const TAKES: readonly (readonly [Take, RegExp, RegExp])[] = [
  ['average', /^(avg|average|mean)|(avg|average|mean)$/, /\b(average|mean)\b/],
  [
    'least',
    /^(min|minimum|lowest|smallest|least|cheapest|shortest|worst)|(min|minimum)$/,
    /\b(minimum|lowest|smallest|least|cheapest|shortest)\b/,
  ],
  [
    'most',
    /^(max|maximum|highest|largest|biggest|longest|best|top)|(max|maximum)$/,
    /\b(maximum|highest|largest|biggest|longest)\b/,
  ],
  ['sum', /^(sum|total)|(sum|total)$/, /\b(sums?|totals?|together|altogether|added up)\b/],
];
const COUNT = /^(count|number|howmany|total|totalcount|n|entries|rows|items|records|times)$/;
const AMOUNT =
  /amount|price|cost|value|sum|spent|paid|duration|minutes|hours|seconds|distance|quantity|weight|points|score|calories|size|bytes/;
/** "Number of megabytes" is neither of rows nor of a member. */
const COUNTED = /\b(number|count) of\b|\bhow many \w/;
/** What narrows the rows or is worked out of several figures. */
const BEYOND =
  /\b(less|minus|without|except|excluding|unpaid|open|only|weighted|percent(age)?|share|ratio|median|divided|difference|longest run|streak|per (day|week|month|user|person|head))\b|%/;

/** Figures of rows by which a member of an answer is made; null where it is of something else. */
export function summaryFigures(
  inference: Inference,
  draft: Draft,
  shown: Shown,
): SummaryFigure[] | null {
  const { name, schema } = shown;
  if (schema.type === 'object') return spread(inference, draft, shown);
  if (schema.type === 'string') return momentOf(draft, shown);
  if (schema.type !== 'integer' && schema.type !== 'number') return null;
  const description = schema.description.replaceAll(EMPTY, '').toLowerCase();
  const counted = countedBy(inference, draft, shown);
  if (counted !== null) return [{ name, ...counted }];
  if (BEYOND.test(description) || COUNTED.test(description)) return null;
  const own = plain(name);
  const take =
    TAKES.find(([, called]) => called.test(own)) ??
    TAKES.find(([, , words]) => words.test(description)) ??
    (TAKES[3]?.[2].test(shown.said) ? TAKES[3] : undefined);
  if (take === undefined) return null;
  const [kind, called] = take;
  const stem = own.replace(called, '');
  const member = memberMeant(draft, stem || own, description, kind);
  if (member === null) return null;
  return [
    {
      name,
      take: kind,
      member,
      ...roundOf(schema),
      none: schema.nullable || kind !== 'sum' ? null : 0,
    },
  ];
}

/** "How many", `count`, `openTasks`. */
function countedBy(
  inference: Inference,
  draft: Draft,
  { name, schema, siblings }: Shown,
): Pick<SummaryFigure, 'take' | 'when'> | null {
  const own = plain(name);
  const description = schema.description.toLowerCase();
  const found = countOf(inference, { counted: draft, around: null }, { name, schema });
  if (found !== null)
    return { take: 'count', ...(found.when !== undefined && { when: found.when }) };
  if (schema.type !== 'integer') return null;
  if (/^how many\.?$/.test(description)) return { take: 'count' };
  if (COUNTED.test(description)) return null;
  const saysSum = TAKES.some(([, , words]) => words.test(description));
  const hasCount = siblings.some((one) => one !== name && /count|^number/.test(plain(one)));
  const isTotal = own === 'total' && (hasCount || amountsOf(draft).length > 0);
  if (COUNT.test(own) && !saysSum && !isTotal) return { take: 'count' };
  const state = stateCalled(inference, draft, own.replace(/count$/, ''));
  return state === null ? null : { take: 'count', when: [state] };
}

/** The number of each row that is meant: by the name, by what is said, or the only one there is. */
function memberMeant(draft: Draft, stem: string, description: string, take: Take): string | null {
  const numbers = numbersOf(draft);
  const same = (one: string) => singular(plain(one)) === singular(stem);
  const words = wordsOf(description).map(singular);
  const called = numbers.find(same) ?? numbers.find((one) => words.includes(singular(plain(one))));
  if (called !== undefined) return called;
  const isBare =
    TAKES.some(([, names]) => stem.replace(names, '') === '') ||
    stem === '' ||
    /^(rating|score|value|amount|spent|spending|bytes)$/.test(stem);
  const candidates = take === 'sum' ? amountsOf(draft) : numbers;
  const [only, ...others] = candidates.length > 0 ? candidates : numbers;
  return isBare && only !== undefined && others.length === 0 ? only : null;
}

function numbersOf({ members, derived, gathered, key, parents }: Draft): string[] {
  const hidden = [key?.member, ...parents.values()];
  const own = [...members.values()].flatMap(({ kind, name, made, refers }) =>
    (kind === 'integer' || kind === 'number') &&
    made === undefined &&
    refers === undefined &&
    !hidden.includes(name)
      ? [name]
      : [],
  );
  const sums = gathered.flatMap(({ name, take }) => (take === 'sum' ? [name] : []));
  const worked = derived.flatMap(({ name, take }) =>
    /^(product|percent|terms)$/.test(take) ? [name] : [],
  );
  return [...own, ...sums, ...worked];
}

function amountsOf(draft: Draft): string[] {
  return numbersOf(draft).filter((name) => AMOUNT.test(plain(name)));
}

const DECIMALS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };

/** "Rounded to two decimals", "to the nearest whole cent". */
function roundOf({ description, type }: Flat): { round?: number } {
  const [, said = ''] =
    /rounded (?:half up )?to (?:at most )?(\w+) (?:decimals?|digits|decimal places|places)/i.exec(
      description,
    ) ?? [];
  const places = DECIMALS[said.toLowerCase()] ?? (/^\d$/.test(said) ? Number(said) : undefined);
  if (places !== undefined) return { round: places };
  return type === 'integer' || /\b(nearest|whole)\b/i.test(description) ? { round: 0 } : {};
}

/** `firstAt`, `lastPlayed`: the earliest or the latest moment of the rows. */
function momentOf(draft: Draft, { name, schema }: Shown): SummaryFigure[] | null {
  const [, which = '', rest = ''] =
    /^(first|oldest|earliest|since|last|latest|newest|mostrecent)(.*)$/.exec(plain(name)) ?? [];
  if (which === '' || !/^date/.test(schema.format)) return null;
  const moment =
    [rest, `${rest}at`].map((one) => findMember(draft, one)).find((one) => one?.kind === 'text') ??
    [...draft.members.values()].find(({ made }) => made === 'created');
  if (moment === undefined) return null;
  const take = /^(first|oldest|earliest|since)$/.test(which) ? 'least' : 'most';
  return [{ name, take, member: moment.name, none: null }];
}

/** `{"1": 3, "2": 0}`, `{open: 3, done: 1}`: how many rows have each value of a member. */
function spread(
  inference: Inference,
  draft: Draft,
  { name, schema }: Shown,
): SummaryFigure[] | null {
  const { root } = inference;
  const values = [...schema.properties];
  const isCounts = values.every(([, raw]) => flatten(root, raw).type === 'integer');
  if (values.length < 2 || !isCounts) return null;
  const words = wordsOf(`${schema.description} ${name}`).map(singular);
  const isDigits = values.every(([value]) => /^-?\d+$/.test(value));
  if (isDigits) {
    const numbers = numbersOf(draft);
    const called = numbers.find((one) => words.includes(singular(plain(one))));
    const member = called ?? (numbers.length === 1 ? numbers[0] : undefined);
    if (member === undefined) return null;
    return values.map(([value]) => ({
      ...{ name: value, within: name, take: 'count' as const },
      when: [{ member, value: Number(value) }],
    }));
  }
  for (const [own, { choices }] of schemasOf(inference, draft)) {
    const member = findMember(draft, own);
    const all = choices?.map(String) ?? [];
    if (member === undefined || !values.every(([value]) => all.includes(value))) continue;
    return values.map(([value]) => ({
      ...{ name: value, within: name, take: 'count' as const },
      when: [{ member: member.name, value }],
    }));
  }
  return null;
}
