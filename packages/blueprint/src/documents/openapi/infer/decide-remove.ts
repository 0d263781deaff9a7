import type { Condition, Figure } from '@quantumlayer/contracts';
import { singular } from '../words.ts';
import { scopeOf } from './access.ts';
import { ifMatchOf, opensOf, taggedAnswer } from './conditional.ts';
import { decideBatchRemoval } from './decide-batch.ts';
import { decideDeed } from './decide-deed.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { findOne, placeIn } from './find-one.ts';
import { guardsOf } from './guards.ts';
import { narrowedBy } from './list-conditions.ts';
import { sharedRight } from './or-owners.ts';
import { guarded, parentAnswer, showsParent } from './parts.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';
import { statedConditions } from './stated.ts';
import { verbKind } from './verbs.ts';

/** Removes one record, all that fit, or what one member holds. */
export function decideRemove(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
  const batch = decideBatchRemoval(deciding, draft);
  if (batch !== null) return batch;
  const found = findOne(deciding, draft);
  const place = placeIn(deciding, draft);
  const emptied =
    found === null || facts.subject.own === null
      ? undefined
      : findMember(draft, facts.subject.action.join(''));
  if (emptied !== undefined && emptied.kind !== 'boolean')
    return emptyMember(deciding, draft, emptied.name);
  if (facts.subject.own !== null && isTakenBack(facts)) return decideDeed(deciding, draft);
  const isAll =
    found === null &&
    operation.body === null &&
    !/bulk|batch/.test(facts.subject.action.join(' ')) &&
    facts.subject.own === null &&
    facts.ownBy === null &&
    place !== null;
  if (found === null && !isAll) return ask(facts, 'which');
  const narrowed = isAll ? narrowedBy(draft, operation) : { where: [], filters: [], unknown: [] };
  if (narrowed.unknown.length > 0) return ask(facts, 'parameter', narrowed.unknown);
  const stated = isAll ? statedConditions(inference, draft, facts) : [];
  // Which ones, where a word narrows "all" that nothing is known of? Never all of them.
  if (isAll && stated.length === 0 && isNarrowed(draft, operation.text)) return ask(facts, 'which');
  const figures: Figure[] = isAll ? ['count', 'total'] : [];
  const own = buildAnswer({ inference, views, operation, draft, figures, many: isAll });
  const shown = place !== null && showsParent(facts, own) ? parentAnswer(deciding, place) : null;
  const answer = shown ?? own;
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { parents, where } = found ?? place ?? { parents: [], where: [] };
  const parent = shown === null ? undefined : parents.at(-1)?.resource;
  const shared = sharedRight(deciding, draft);
  const guards = isAll ? [] : guardsOf(deciding, draft, null);
  const opens = opensOf(inference, draft, facts);
  const ifMatch = ifMatchOf(facts);
  const isFree = guards.length === 0 && opens === null && ifMatch === null && parent === undefined;
  return {
    kind: 'remove',
    resource: resourceName(draft),
    ...(parent !== undefined && { shows: parent }),
    ...shared.own,
    ...guarded(guards),
    parents: shared.parents(parents),
    where: [...where, ...narrowed.where, ...stated],
    scope: found?.single ? 'all' : scopeOf(draft, facts, access, all),
    ...{ opens, ifMatch },
    answer: taggedAnswer(facts, answer.answer),
    ...(narrowed.filters.length > 0 && { filters: narrowed.filters }),
    every: isAll || (isFree && Object.keys(shared.own).length === 0 && QUIET.test(operation.text)),
  };
}

/** "Deleting what is not there is no error": what is gone already is no less gone. */
const QUIET =
  /\bnot (be )?there\b[\w ]{0,20}\b(is|causes|gives) no error\b|\b(does|do|did) ?n[o']t exist\b[\w ]{0,20}\b(is|causes) no error\b|\bno error (if|when|where) (it|there|the|none|nothing)\b|\bidempotent\b/;

/** "All done tasks" are not all tasks. */
function isNarrowed({ words, noun }: Draft, text: string): boolean {
  const last = words.at(-1) ?? noun;
  const found = [...text.matchAll(/\b(?:all|every|any) (?:of )?(?:the )?([a-z]+) ([a-z]+)\b/g)];
  return found.some(
    ([, adjective = '', who = '']) =>
      singular(who) === last &&
      who !== last &&
      !/^(the|my|your|own|one|stored|saved|existing|kept|their|its|recorded|of)$/.test(adjective) &&
      !words.slice(0, -1).includes(adjective),
  );
}

/** `DELETE /tickets/{id}/done` opens the ticket again. */
function isTakenBack({ subject: { action } }: Deciding['facts']): boolean {
  return action.length > 0 && action.every((word) => verbKind(word) === null);
}

/** `DELETE /profiles/{username}/image` takes the image away, not the profile. */
function emptyMember(deciding: Deciding, draft: Draft, member: string): Decision {
  const { inference, views, facts, access, all } = deciding;
  const found = findOne(deciding, draft);
  if (found === null) return ask(facts, 'which');
  const { operation } = facts.subject;
  const answer = buildAnswer({ inference, views, operation, draft, figures: [], many: false });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { single: _single, ...place } = found;
  const set: Condition[] = [{ member, source: { in: 'constant', value: null } }];
  return {
    kind: 'change',
    resource: resourceName(draft),
    ...place,
    scope: scopeOf(draft, facts, access, all),
    set,
    opens: opensOf(inference, draft, facts),
    ifMatch: ifMatchOf(facts),
    answer: taggedAnswer(facts, answer.answer),
    whole: false,
    makes: false,
  };
}
