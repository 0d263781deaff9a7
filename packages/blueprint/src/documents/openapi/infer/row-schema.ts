import { type Flat, flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { isJson, type Operation, successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';

/** Where in an answer the record stands, or the list of records. */
export type FoundRow = {
  readonly schema: Flat;
  readonly many: boolean;
  /** Names of members on the way; empty for the answer itself. */
  readonly path: readonly string[];
};

const WRAPPERS = new Set(
  'data items results result records rows list content contents entries payload docs hits values nodes elements objects resource entity record item response body'.split(
    ' ',
  ),
);
const MOST_DEPTH = 2;

/** The schema of the JSON that an operation answers with when all goes well; null for none. */
export function answerSchema(operation: Operation): Flat | null {
  const contents = successOf(operation)?.response.contents ?? [];
  return contents.find(({ media }) => isJson(media))?.schema ?? null;
}

/** The record in an answer about records of this noun. */
export function findRow(
  root: JsonObject,
  schema: Flat,
  nounWords: readonly string[],
  one = false,
): FoundRow | null {
  return search({ root, nounWords, one }, schema, []);
}

/** `one`: the answer is about one record, whose lists are its own. */
type Search = { root: JsonObject; nounWords: readonly string[]; one: boolean };

function search(wanted: Search, schema: Flat, path: readonly string[]): FoundRow | null {
  const { root } = wanted;
  if (schema.type === 'array') {
    const item = flatten(root, schema.items ?? {});
    return { schema: item, many: true, path };
  }
  if (schema.properties.size === 0) return null;
  if (path.length < MOST_DEPTH) {
    for (const [name, raw] of schema.properties) {
      const inner = flatten(root, raw);
      if (!holdsRow(wanted, name, inner, schema)) continue;
      return search(wanted, inner, [...path, name]);
    }
  }
  return { schema, many: false, path };
}

/** A list of objects, or an object named after the record or as wrappers are, beside nothing of the record itself. */
function holdsRow(
  { root, nounWords, one }: Search,
  name: string,
  inner: Flat,
  outer: Flat,
): boolean {
  const own = plain(name);
  const noun = nounWords.join('');
  const single = singular(wordsOf(name).join(''));
  const isNamed = single === noun || single === (nounWords.at(-1) ?? '') || WRAPPERS.has(own);
  if (inner.type === 'array') {
    const item = flatten(root, inner.items ?? {});
    if (one || hasKey(outer, nounWords)) return false;
    if (item.properties.size === 0 && /^(keys|ids|names)$/.test(own)) return true;
    const isOnlyList =
      [...outer.properties.values()].filter((one) => flatten(root, one).type === 'array').length ===
      1;
    return isNamed || (isOnlyList && item.properties.size > 0 && isEnvelope(root, outer, name));
  }
  return inner.properties.size > 0 && isNamed && !hasKey(outer, nounWords);
}

function hasKey(schema: Flat, nounWords: readonly string[]): boolean {
  const noun = nounWords.join('');
  return [...schema.properties.keys()].some((name) =>
    ['id', '_id', 'uuid', `${noun}id`].includes(plain(name)),
  );
}

const PAGING =
  /^(total|totalcount|totalitems|totalelements|count|page|pages|totalpages|pagecount|pagenumber|limit|offset|size|pagesize|perpage|next|nextcursor|nextpage|nextpagetoken|nexttoken|cursor|prev|previous|hasmore|hasnext|hasprevious|meta|pagination|paging|links|success|status|message|query|q|currentpage|lastpage|startcursor|endcursor|skip)$/;

/** Beside the list there is only what is said of lists. */
function isEnvelope(root: JsonObject, outer: Flat, list: string): boolean {
  return [...outer.properties].every(
    ([name, raw]) =>
      name === list || PAGING.test(plain(name)) || flatten(root, raw).type === 'integer',
  );
}
