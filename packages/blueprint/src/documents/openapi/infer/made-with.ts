import type { MadeWith } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { singular, wordsOf } from '../words.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import type { Facts } from './operation-facts.ts';

type Given = { property: string; child: Draft; by: string; item: Flat };

/** `lines` of a new invoice, where lines are added to invoices by an operation of their own as well. */
export function rowsGiven(
  { root, drafts }: Inference,
  draft: Draft,
  { subject: { operation }, intent }: Pick<Facts, 'subject' | 'intent'>,
): Given[] {
  if (intent !== 'create' || operation.body === null || operation.method !== 'post') return [];
  return [...operation.body.schema.properties].flatMap(([property, raw]): Given[] => {
    const schema = flatten(root, raw);
    const item = schema.type === 'array' ? flatten(root, schema.items ?? {}) : null;
    const called = singular(wordsOf(property).join(''));
    const child = [...drafts.values()].find(
      (one) =>
        one !== draft &&
        one.parents.has(draft.noun) &&
        [one.noun, one.words.at(-1)].includes(called),
    );
    const by = child?.parents.get(draft.noun);
    if (item === null || child === undefined || by === undefined || item.properties.size === 0)
      return [];
    const isTaken = child.subjects.some(
      ({ operation: making, own }) =>
        making.method === 'post' &&
        own === null &&
        making.body !== null &&
        [...item.properties.keys()].every((name) => making.body?.schema.properties.has(name)),
    );
    // What a change replaces all at once is a part of the record itself.
    const isReplaced = draft.subjects.some(
      ({ operation: changing }) =>
        ['put', 'patch'].includes(changing.method) &&
        changing.body?.schema.properties.has(property) === true,
    );
    return isTaken && !isReplaced ? [{ property, child, by, item }] : [];
  });
}

/** The records that are made with a new one, by what the request lists. */
export function madeWith(inference: Inference, draft: Draft, facts: Facts): { with?: MadeWith[] } {
  const found = rowsGiven(inference, draft, facts).map(({ property, child, by, item }) => ({
    ...{ property, resource: resourceName(child), by },
    set: [...item.properties.keys()].flatMap((name) => {
      const member = findMember(child, name);
      return member === undefined || member.made !== undefined || member.name === by
        ? []
        : [{ member: member.name, property: name }];
    }),
  }));
  return found.length === 0 ? {} : { with: found };
}
