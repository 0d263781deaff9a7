import { scopeOf } from './access.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, resourceName } from './draft.ts';
import { placeIn } from './find-one.ts';
import { readListing } from './lists.ts';
import { ask } from './questions.ts';
import { buildAnswer } from './shapes.ts';

/** `GET /quotes/random`: one of the records, whichever; null for every other operation. */
export function decideRandom(deciding: Deciding, draft: Draft): Decision | null {
  const { inference, views, facts, access, all } = deciding;
  const { operation, action, own } = facts.subject;
  if (own !== null || operation.method !== 'get' || !action.includes('random')) return null;
  const place = placeIn(deciding, draft);
  if (place === null) return ask(facts, 'parent');
  const { unknown, filters, search } = readListing(inference, draft, facts);
  const left = [...unknown, ...(search === null ? [] : [search.parameter])];
  if (left.length > 0) return ask(facts, 'parameter', left);
  const answer = buildAnswer({ inference, views, operation, draft, figures: [], many: false });
  if ('missing' in answer) return ask(facts, 'answer', answer.missing);
  return {
    ...{ kind: 'read', resource: resourceName(draft), ...place, random: true, filters },
    ...{
      opens: null,
      makes: false,
      scope: scopeOf(draft, { ...facts, intent: 'list' }, access, all),
    },
    answer: answer.answer,
  };
}
