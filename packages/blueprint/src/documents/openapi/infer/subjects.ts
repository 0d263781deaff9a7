import type { Operation } from '../operations.ts';
import { singular, wordsOf } from '../words.ts';
import { isDeed, isFiller, isThing, isVerb } from './verbs.ts';

/** A parameter of a path that names a record, and what kind of record: `{petId}` behind `/pets`. */
export type Named = { readonly parameter: string; readonly noun: string };

/** What an operation is about, as its path says it. */
export type Subject = {
  readonly operation: Operation;
  /** In the singular, without spaces: `orderitem`; empty where the path has only verbs. */
  readonly noun: string;
  readonly nounWords: readonly string[];
  /** Records around it, outermost first. */
  readonly parents: readonly Named[];
  /** The parameter that names the record itself. */
  readonly own: string | null;
  /** Words behind the record: `cancel`, `find by status`. */
  readonly action: readonly string[];
  /** The path up to the collection. */
  readonly collection: string;
  /** It turns a switch of the record that the body names, and does nothing else. */
  readonly switches?: true;
  /** The last written-out segment is in the plural. */
  readonly isPlural: boolean;
  /** Whoever is signed in has one of it or none below each record around: a favourite, a membership. */
  readonly perPerson?: true;
  /** It lists the records around that whoever is signed in has one of these of. */
  readonly through?: string;
};

type Segment =
  | { kind: 'name'; words: string[]; text: string }
  | { kind: 'parameter'; name: string; suffix: string[] };

const PREFIXES = /^(api|rest|v\d+(\.\d+)*|public|web|service|services)$/i;

export function readSubject(operation: Operation): Subject {
  const segments = operation.segments.flatMap(readSegment);
  while (segments.length > 1 && isPrefix(segments[0])) segments.shift();
  const at = segments.findLastIndex(({ kind }) => kind === 'name');
  const last = segments[at];
  const parents = parentsOf(segments.slice(0, Math.max(0, at)));
  if (last?.kind !== 'name') return bare(operation, segments);
  const behind = segments[at + 1];
  if (behind?.kind === 'parameter') {
    const { noun, nounWords, action } = nounOf(last.words);
    return {
      ...{ operation, noun, nounWords, parents, own: behind.name, isPlural: plural(last.words) },
      action: [...action, ...behind.suffix],
      collection: pathOf(operation, last.text),
    };
  }
  return endingWith(operation, { segments, at, words: last.words, text: last.text, parents });
}

type Ending = {
  segments: readonly Segment[];
  at: number;
  words: string[];
  text: string;
  parents: Named[];
};

function endingWith(operation: Operation, { segments, at, words, text, parents }: Ending): Subject {
  const before = segments[at - 1];
  const isAction = words.every((word) => isVerb(word) || isFiller(word));
  const holder = parents.at(-1);
  if (before?.kind === 'parameter' && holder && isAction) {
    const name = segments[at - 2];
    const nounWords = name?.kind === 'name' ? nounOf(name.words).nounWords : [holder.noun];
    return {
      ...{ operation, noun: holder.noun, nounWords, own: holder.parameter, action: words },
      ...{
        parents: parents.slice(0, -1),
        collection: pathOf(operation, name?.kind === 'name' ? name.text : text),
      },
      isPlural: false,
    };
  }
  const outer = segments[at - 1];
  const isFigure = words.length === 1 && /^(count|total|number)$/.test(words[0] ?? '');
  // `/bookmarks/import` does something to bookmarks.
  const isDone =
    outer?.kind === 'name' &&
    plural(outer.words) &&
    words.every((word) => isVerb(word) || /^(many|multiple|several|selected)$/.test(word));
  // `GET /expenses/report` is one, and does nothing to expenses.
  if (isDone && operation.method === 'get' && words.join('') === 'report')
    return {
      ...{ operation, ...named(words), action: [], parents, own: null, isPlural: false },
      collection: pathOf(operation, text),
    };
  const found =
    (isFigure && outer?.kind === 'name') || isDone
      ? { noun: '', nounWords: [], action: [] }
      : nounOf(words);
  if (found.noun === '' && outer?.kind === 'name') {
    const around = nounOf(outer.words);
    if (around.noun !== '')
      return {
        ...{ operation, noun: around.noun, nounWords: around.nounWords, parents, own: null },
        action: [...around.action, ...words],
        collection: pathOf(operation, outer.text),
        isPlural: plural(outer.words),
      };
  }
  return {
    ...{ operation, ...found, parents, own: null, isPlural: plural(words) },
    collection: pathOf(operation, text),
  };
}

/** A path of parameters alone, such as `/{shortCode}`. */
function bare(operation: Operation, segments: readonly Segment[]): Subject {
  const first = segments[0];
  const own = first?.kind === 'parameter' ? first.name : null;
  const words = wordsOf(own ?? '').filter((word) => !/^(id|key|code|slug|uuid)$/.test(word));
  return {
    ...{ operation, noun: words.map(singular).join(''), nounWords: words, parents: [], own },
    ...{ action: [], collection: '/', isPlural: false },
  };
}

function readSegment(segment: string): Segment[] {
  const parameter = /^\{([^}]+)\}(.*)$/.exec(segment);
  if (parameter)
    return [{ kind: 'parameter', name: parameter[1] ?? '', suffix: wordsOf(parameter[2] ?? '') }];
  const [whole = '', ...verbs] = segment.split(':');
  // `/goods.csv` is another way to have goods.
  const name = whole.replace(/(?<=.)\.(csv|json|txt|html?|xml)$/i, '');
  const named = { kind: 'name', words: wordsOf(name), text: segment } as const;
  if (verbs.length === 0) return [named];
  return [{ ...named, words: [...wordsOf(verbs.join(' ')), ...wordsOf(name)] }];
}

function isPrefix(segment: Segment | undefined): boolean {
  return segment?.kind === 'name' && PREFIXES.test(segment.text);
}

function parentsOf(segments: readonly Segment[]): Named[] {
  return segments.flatMap((segment, index) => {
    const holder = segments.slice(0, index).findLast(({ kind }) => kind === 'name');
    if (segment.kind !== 'parameter') return [];
    const noun = holder?.kind === 'name' ? nounOf(holder.words).noun : '';
    return [{ parameter: segment.name, noun: noun || parameterNoun(segment.name) }];
  });
}

function parameterNoun(name: string): string {
  return wordsOf(name)
    .filter((word) => !/^(id|key|code|slug|uuid)$/.test(word))
    .map(singular)
    .join('');
}

/** `create_cart`: a cart that is created; `pets`: pets, and nothing is said of what is done. */
export function nounOf(words: readonly string[]): {
  noun: string;
  nounWords: string[];
  action: string[];
} {
  const first = words[0] ?? '';
  if (words.length === 1 && (!isVerb(first) || isThing(first)))
    return { ...named(words), action: [] };
  if (!isVerb(first)) {
    const at = words.findIndex((word, index) => index > 0 && isDeed(word));
    if (at > 0 && at === words.length - 1)
      return { ...named(words.slice(0, at)), action: words.slice(at) };
    return { ...named(words), action: [] };
  }
  const by = words.indexOf('by');
  // `batch_delete_documents` deletes documents.
  const isBatch = /^(batch|bulk)$/.test(first) && words.length > 2 && isVerb(words[1] ?? '');
  const rest = words
    .slice(isBatch ? 2 : 1, by > 0 ? by : undefined)
    .filter((word) => !isFiller(word));
  return { ...named(rest), action: words.filter((word) => !rest.includes(word) || isFiller(word)) };
}

function named(words: readonly string[]): { noun: string; nounWords: string[] } {
  const last = words.at(-1);
  const nounWords = last === undefined ? [] : [...words.slice(0, -1), singular(last)];
  return { noun: nounWords.join(''), nounWords };
}

function plural(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return singular(last) !== last;
}

function pathOf({ path }: Operation, segment: string): string {
  const at = path.lastIndexOf(`/${segment}`);
  return at < 0 ? path : path.slice(0, at + segment.length + 1);
}
