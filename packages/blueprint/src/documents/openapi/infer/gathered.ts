import type { Gathered } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { countOf } from './counted.ts';
import { totalOf } from './derived.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { latestOf } from './latest.ts';
import { stemOfId } from './names.ts';

type Shown = {
  name: string;
  schema: Flat;
  /** Of the schema in which it is shown. */
  rowName?: string | null;
  isRequired?: boolean;
};
type Below = { child: Draft; by: string };

/** What a record shows of the records below it: `comments`, `comment_count`, `averageRating`, `total`. */
export function addGathered(inference: Inference, draft: Draft, shown: Shown): boolean {
  const { name, schema, rowName = null } = shown;
  if (draft.gathered.some((one) => one.name === name)) return true;
  const isItself = rowName !== null && flatten(inference.root, schema.items ?? {}).name === rowName;
  const isBranch =
    draft.tree !== null &&
    schema.type === 'array' &&
    (isItself || /^(children|sub\w+|items|nodes|descendants)$/.test(plain(name)));
  if (draft.tree !== null && isBranch) {
    draft.gathered.push({ name, resource: resourceName(draft), by: draft.tree, take: 'rows' });
    return true;
  }
  for (const below of childrenOf(inference, draft)) {
    const common = { name, resource: resourceName(below.child), by: below.by };
    const taken =
      rowsOf(inference, below.child, shown) ??
      countOf(inference, { counted: below.child, around: draft }, shown) ??
      figureOf(below.child, shown, AVERAGE, 'average') ??
      figureOf(below.child, shown, SUM, 'sum') ??
      shareOf(below.child, shown) ??
      latestOf(inference, { draft, child: below.child }, shown) ??
      totalled(below.child, shown);
    if (taken === null) continue;
    draft.gathered.push({ ...common, ...taken });
    return true;
  }
  return false;
}

/** Records below it in the paths, and those that hold its key. */
export function childrenOf({ drafts, accounts }: Inference, draft: Draft): Below[] {
  return [...drafts.values()].flatMap((child) => {
    if (child === draft || child.noun === draft.noun) return [];
    if (accounts?.draft !== child && isOnlyRead(child)) return [];
    const known = child.parents.get(draft.noun);
    if (known !== undefined) return [{ child, by: known }];
    const held = [...child.members.values()].find(
      ({ name, kind, made }) =>
        stemOfId(name) === draft.noun && kind === draft.key?.kind && made === undefined,
    );
    return held === undefined ? [] : [{ child, by: held.name }];
  });
}

/** Nothing makes such records. */
function isOnlyRead({ subjects, recordedBy }: Draft): boolean {
  return recordedBy === null && subjects.every(({ operation }) => operation.method === 'get');
}

/** What records below say that are made and never changed is not the record's own: its last check was `up`. */
export function isLatestBelow(inference: Inference, draft: Draft, name: string): boolean {
  const own = plain(name).replace(/^(last|latest|current)/, '');
  return childrenOf(inference, draft).some(({ child }) => {
    const isChanged = child.subjects.some(
      ({ operation, action }) => ['put', 'patch'].includes(operation.method) || action.length > 0,
    );
    const member = findMember(child, own);
    return (
      !isChanged && member !== undefined && member.kind !== 'text' && member.made === undefined
    );
  });
}

type Taken = Pick<Gathered, 'take' | 'member' | 'when' | 'scale' | 'shows' | 'none'>;

function isNamed({ noun, words }: Draft, text: string): boolean {
  const nouns = [noun, words.at(-1) ?? noun];
  return nouns.includes(singular(text)) || nouns.includes(text);
}

function rowsOf({ root }: Inference, child: Draft, { name, schema }: Shown): Taken | null {
  if (schema.type !== 'array' || !isNamed(child, wordsOf(name).join(''))) return null;
  if (flatten(root, schema.items ?? {}).properties.size > 0) return { take: 'rows' };
  const only = onlyText(child);
  return only === null ? null : { take: 'rows', member: only };
}

/** `total` of a cart: what its lines cost. */
function totalled(child: Draft, shown: Shown): Taken | null {
  const member = totalOf(child, shown);
  return member === null ? null : { take: 'sum', member };
}

type Figure = { names: RegExp; says: RegExp };
const AVERAGE: Figure = {
  names: /^(?:avg|average|mean)(.*)$|^(.*?)(?:avg|average|mean)$|^(?:rating|score)$/,
  says: /\b(average|mean)\b/i,
};
const SUM: Figure = {
  names: /^(?:sum|total)(?:of)?(.*)$|^(.*?)(?:sum|total)$/,
  says: /\b(sum|total)\b/i,
};
/** More than a figure of all rows. */
const BEYOND =
  /\b(times|multiplied|product|minus|less|discount|tax|vat|net|open|unpaid|paid|only|except|excluding|weighted|last|past|per|that|which|who|where)\b|[×*]/i;

/** "Null where nobody rated it" narrows nothing. */
export const EMPTY =
  /[,;:.(]?\s*\b(null|0|zero|absent|empty|missing)\b (where|when|if|before|until|unless|without|as long as|for|over no)\b[^.;]*/gi;

/** The average or the sum of a number of the records below, by its name or by what is said of it. */
function figureOf(
  child: Draft,
  { name, schema }: Shown,
  { names, says }: Figure,
  take: 'average' | 'sum',
): Taken | null {
  if (schema.type !== 'number' && schema.type !== 'integer') return null;
  const found = names.exec(plain(name));
  const said = schema.description.replaceAll(EMPTY, '');
  if ((found === null && !says.test(said)) || BEYOND.test(said)) return null;
  const numbers = [
    ...givenNumbers(child),
    ...child.derived.flatMap(({ take, name: own }) =>
      /^(product|percent|terms)$/.test(take) ? [own] : [],
    ),
  ];
  const stem = singular(found?.[1] ?? found?.[2] ?? '');
  const words = said
    .toLowerCase()
    .split(/[^a-z_]+/)
    .map((word) => singular(plain(word)));
  const called =
    numbers.find((one) => plain(one) === plain(name)) ??
    numbers.find((one) => stem !== '' && singular(plain(one)) === stem) ??
    numbers.find((one) => words.includes(singular(plain(one)))) ??
    (take === 'average' ? ratingOf(numbers) : undefined);
  const [only, ...others] = numbers;
  const member = called ?? (stem === '' && others.length === 0 ? only : undefined);
  return member === undefined ? null : { take, member };
}

/** "Share of the items that are done": the average of a switch, between 0 and 1, or a hundred times as much. */
function shareOf(
  child: Draft,
  { name, schema: { type, description, maximum } }: Shown,
): Taken | null {
  const said = description.toLowerCase();
  const isPercent = /percent|%/.test(said) || /(percent|percentage|pct)$/.test(plain(name));
  const isShare = isPercent || /\b(share|fraction|ratio|proportion)\b/.test(said);
  const most = isPercent ? 100 : 1;
  if (type !== 'number' || !isShare || (maximum !== null && maximum !== most)) return null;
  const words = [...said.split(/[^a-z_]+/), ...wordsOf(name).flatMap(statesOfRate)];
  const named = [...child.members.values()].filter(
    ({ kind, name: own }) =>
      kind === 'boolean' && words.includes(plain(own).replace(/^(is|was|has)(?=.)/, '')),
  );
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) return null;
  return { take: 'average', member: only.name, ...(isPercent && { scale: 100 }) };
}

/** `uptimePercent` is of what was up. */
function statesOfRate(word: string): string[] {
  if (/^(uptime|availability)$/.test(word))
    return ['up', 'available', 'ok', 'success', 'healthy', 'online'];
  if (/^(success|completion)$/.test(word))
    return ['success', 'successful', 'ok', 'completed', 'done'];
  return [word];
}

function givenNumbers(child: Draft): string[] {
  const hidden = [child.key?.member, ...child.parents.values()];
  return [...child.members.values()].flatMap(({ kind, made, name, refers }) =>
    (kind === 'integer' || kind === 'number') &&
    made === undefined &&
    refers === undefined &&
    stemOfId(name) === null &&
    !hidden.includes(name)
      ? [name]
      : [],
  );
}

function ratingOf(numbers: readonly string[]): string | undefined {
  return numbers.find((name) => /rating|score|stars|value|points|grade/i.test(name));
}

function onlyText(child: Draft): string | null {
  const hidden = [child.key?.member, ...child.parents.values()];
  const texts = [...child.members.values()].filter(
    ({ kind, name, made }) => kind !== 'json' && made === undefined && !hidden.includes(name),
  );
  return texts.length === 1 ? (texts[0]?.name ?? null) : null;
}
