import type { Data, Source } from '../data.ts';
import type { Statement } from '../grammar/statements.ts';
import { cutPhrases } from '../phrases.ts';
import { toSegments } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import { findPairs } from './find-pairs.ts';
import { findTies } from './find-ties.ts';
import { findValues } from './find-values.ts';
import { readAgain } from './read-again.ts';
import { remarkOn, remarkOnValue } from './remarks.ts';

type Again = (said: readonly Statement[], values: ReadonlySet<string>) => Data;

/**
 * Reads what the grammar left over more coarsely, with what is known by then; whatever comes of it is an assumption that a
 * person sees and can overturn. `again` puts statements together to data.
 */
export function readOnceMore(
  first: Data,
  statements: readonly Statement[],
  source: Source,
  again: Again,
): Data {
  const values = findValues(first, statements);
  const isLeft = values.size > 0 && values.size < first.draft.entities.size;
  const taken = isLeft ? values : new Set<string>();
  let data = isLeft ? again(statements, taken) : first;
  let said = statements;
  const finders = first.isGuessed ? [findLists] : [findLists, findRelations, findLonely];
  for (const find of finders) {
    const more = find(data, statements, source).filter((each) => isMeant(each, source));
    if (more.length === 0) continue;
    said = [...said, ...more].sort((a, b) => a.start - b.start);
    data = again(said, taken);
  }
  const { draft } = data;
  draft.assumptions.push(
    ...said.flatMap((each) => remarkOn(each, draft, source.prompt)),
    ...[...taken].map(remarkOnValue),
  );
  return data;
}

/** What a person said was not meant is not read a second time. */
function isMeant({ start, end }: Statement, { decisions }: Source): boolean {
  return !decisions.notMeant.some((span) => span.start < end && span.end > start);
}

function findLists(data: Data, _said: readonly Statement[], source: Source): Statement[] {
  const again = { isUnread: unreadIn(data, source), known: namesIn(data) };
  return toSegments(source.blocks).flatMap((segment) => readAgain(segment, again));
}

function findRelations(data: Data, _said: readonly Statement[], source: Source): Statement[] {
  const isRelated = (left: string, right: string) =>
    data.blueprint.entities.some(
      ({ name, relations }) =>
        (name === left && relations.some(({ target }) => target === right)) ||
        (name === right && relations.some(({ target }) => target === left)),
    );
  const pairs = { isUnread: unreadIn(data, source), known: namesIn(data), isRelated };
  return findPairs(toSegments(source.blocks), pairs);
}

function findLonely(data: Data, _said: readonly Statement[], source: Source): Statement[] {
  const { draft, blueprint } = data;
  const lonely = blueprint.entities.filter(
    ({ name, relations }) =>
      relations.length === 0 &&
      !source.decisions.alone.has(name) &&
      draft.entities.get(name)?.fields.some((field) => field.name !== 'name') === true,
  );
  const names = lonely.map(({ name }) => name);
  return blueprint.entities.length < 2
    ? []
    : findTies(toSegments(source.blocks), names, namesIn(data));
}

/** Whether a word stands in a phrase that became nothing. */
function unreadIn(
  { draft, blueprint }: Data,
  { prompt, blocks }: Source,
): (token: Token) => boolean {
  const { phrases } = cutPhrases(prompt, blocks, draft, blueprint);
  const gaps = phrases.filter(({ became }) => became.length === 0);
  const isIn = ({ start, end }: Token) => gaps.some((gap) => start >= gap.start && end <= gap.end);
  const unread = new Set(
    blocks
      .flatMap(({ tokens }) => tokens)
      .filter(isIn)
      .map(({ start }) => start),
  );
  return ({ start }) => unread.has(start);
}

/** The names of things as words: "line item". */
function namesIn({ draft }: Data): ReadonlySet<string> {
  return new Set(
    [...draft.entities.keys(), ...draft.aliases.keys()].map((name) =>
      name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase(),
    ),
  );
}
