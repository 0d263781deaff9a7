import type { Condition, Figure } from '@quantumlayer/contracts';
import { scopeOf } from './access.ts';
import { ifMatchOf, opensOf, taggedAnswer } from './conditional.ts';
import { decideDeed } from './decide-deed.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { findOne, placeIn } from './find-one.ts';
import { guardsOf } from './guards.ts';
import { narrowedBy } from './list-conditions.ts';
import { guarded, parentAnswer, showsParent } from './parts.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';
import { statedConditions } from './stated.ts';
import { verbKind } from './verbs.ts';

/** Removes one record, all that fit, or what one member holds. */
export function decideRemove(deciding: Deciding, draft: Draft): Decision {
  const { inference, views, facts, access, all } = deciding;
  const { operation } = facts.subject;
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
  const narrowed = isAll ? narrowedBy(draft, operation) : { where: [], unknown: [] };
  if (narrowed.unknown.length > 0) return ask(facts, 'parameter', narrowed.unknown);
  const figures: Figure[] = isAll ? ['count', 'total'] : [];
  const own = buildAnswer({ inference, views, operation, draft, figures, many: isAll });
  const shown = place !== null && showsParent(facts, own) ? parentAnswer(deciding, place) : null;
  const answer = shown ?? own;
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  const { parents, where } = found ?? place ?? { parents: [], where: [] };
  const parent = shown === null ? undefined : parents.at(-1)?.resource;
  return {
    kind: 'remove',
    resource: resourceName(draft),
    ...(parent !== undefined && { shows: parent }),
    ...guarded(isAll ? [] : guardsOf(deciding, draft, null)),
    parents,
    where: [
      ...where,
      ...narrowed.where,
      ...(isAll ? statedConditions(inference, draft, facts) : []),
    ],
    scope: found?.single ? 'all' : scopeOf(draft, facts, access, all),
    ...{ opens: opensOf(inference, draft, facts), ifMatch: ifMatchOf(facts) },
    answer: taggedAnswer(facts, answer.answer),
    every: isAll,
  };
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
