/** The words of a name in lower case: `addToCart`, `add_to_cart` and `/add-to-cart` alike. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['data', 'data'],
  ['media', 'media'],
  ['news', 'news'],
  ['series', 'series'],
  ['status', 'status'],
  ['statuses', 'status'],
  ['address', 'address'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['indices', 'index'],
  ['analyses', 'analysis'],
  ['caches', 'cache'],
  ['shelves', 'shelf'],
  ['knives', 'knife'],
  ['lives', 'life'],
  ['wolves', 'wolf'],
  ['aliases', 'alias'],
]);

export function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/(ss|us|is)$/.test(word)) return word;
  return word.endsWith('s') && word.length > 2 ? word.slice(0, -1) : word;
}

/** The same for `petId`, `pet_id` and `PetID`. */
export function plain(name: string): string {
  return wordsOf(name).join('');
}

export function camel(words: readonly string[]): string {
  const [first = 'x', ...rest] = words;
  const name = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
    '',
  );
  return /^[a-z]/.test(name) ? name : `x${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export function title(words: readonly string[]): string {
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words of the language and its globals. */
const LANGUAGE = new Set(
  (
    'delete new class function return var let const if else for while do switch case default break continue try catch finally throw typeof void in of with yield await async import export static this super null true false enum extends implements interface package private protected public instanceof debugger arguments eval undefined ' +
    'constructor toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString escape unescape isFinite isNaN parseFloat parseInt decodeURI encodeURI globalThis'
  ).split(' '),
);
/** What files of generated apps import. */
const IMPORTED = new Set(
  'name table sequence json text empty redirect list create put read change remove download increment toggle login logout register constant equals contains search everybody operation operations type bytes boolean integer jsonb'.split(
    ' ',
  ),
);

/** A name that is no word of the language. */
export function plainName(name: string): string {
  return LANGUAGE.has(name) ? `${name}It` : name;
}

/** A name that generated code can give to something of its own. */
export function safeName(name: string): string {
  return LANGUAGE.has(name) || IMPORTED.has(name) ? `${name}Record` : name;
}
