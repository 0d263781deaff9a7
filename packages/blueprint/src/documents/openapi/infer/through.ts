import type { Deciding, Decision } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';
import { readListing } from './lists.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

/** `GET /me/favorites` lists the recipes that whoever is signed in has a favourite of; null for every other list. */
export function decideThrough(
  { inference, views, facts, access }: Deciding,
  marks: Draft,
): Decision | null {
  const { operation, through } = facts.subject;
  const draft = inference.drafts.get(through ?? '');
  const by = marks.parents.get(through ?? '');
  const isKnown = marks.owner !== null && access.for === 'session';
  if (draft === undefined || by === undefined || !isKnown) return null;
  const { unknown, figures, ...listing } = readListing(inference, draft, facts);
  if (unknown.length > 0) return ask(facts, 'parameter', unknown);
  const answer = buildAnswer({ inference, views, operation, draft, figures, many: true });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  return {
    ...{ kind: 'list', resource: resourceName(draft), parents: [], where: [], scope: 'all' },
    ...{ answer: answer.answer, ...listing, through: { resource: resourceName(marks), by } },
  };
}
