import type { ContractFilter } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';
import { limitOf } from './limits.ts';
import { assignmentsOf } from './places.ts';

const ROOM =
  /^(only|is|has|with|show)?(available|free|availability|room|space|seats|places|notfull|bookable|open)(only|left)?$/;

/** `available` of books, "free seats" of trips: those of which what there is is not all taken; what takes it is limited elsewhere. */
export function roomFilters(
  deciding: Deciding,
  draft: Draft,
  known: readonly ContractFilter[],
): ContractFilter[] {
  const { operation } = deciding.facts.subject;
  const switches = operation.parameters.filter(
    ({ in: place, name, schema }) =>
      place === 'query' &&
      ROOM.test(plain(name)) &&
      flatten(deciding.inference.root, schema).type === 'boolean' &&
      !known.some(({ parameter }) => parameter === name),
  );
  const limit = switches.length === 0 ? null : limitBelow(deciding, draft);
  if (limit === null) return [];
  const { most, ...room } = limit;
  return switches.map(({ name }) => ({ parameter: name, member: most, match: 'has-room', room }));
}

/** What there is of a record is the member by which some operation limits what is below it. */
function limitBelow({ inference, views, all }: Deciding, draft: Draft) {
  for (const { facts, access } of all) {
    const child = inference.drafts.get(facts.subject.noun);
    if (facts.intent !== 'create' || !child?.parents.has(draft.noun)) continue;
    const set = assignmentsOf(inference, child, facts);
    const limit = limitOf({ inference, views, facts, access, all }, child, set);
    if (limit?.of !== resourceName(draft) || typeof limit.most !== 'string') continue;
    return { most: limit.most, resource: resourceName(child), by: limit.by, when: limit.when };
  }
  return null;
}
