import type { Behaviour, Shape } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { isPrivate } from './access.ts';
import { countOf } from './counted.ts';
import type { Deciding } from './deciding.ts';
import { resourceName } from './draft.ts';
import { answerSchema } from './row-schema.ts';

type Tally = Extract<Behaviour, { kind: 'tally' }>;

/** `GET /stats {users, openTasks}`: how many records there are of several kinds; null where a figure is of something else. */
export function decideTally({ inference, facts, access, all }: Deciding): Tally | null {
  const { operation, own, parents } = facts.subject;
  const schema = answerSchema(operation);
  const success = successOf(operation);
  if (operation.method !== 'get' || own !== null || parents.length > 0) return null;
  if (operation.parameters.some(({ in: place }) => place === 'query')) return null;
  if (schema === null || success === null || schema.properties.size === 0) return null;
  const counts: Tally['counts'] = [];
  const properties: { name: string; value: Shape }[] = [];
  for (const [name, raw] of schema.properties) {
    const shown = { name, schema: flatten(inference.root, raw) };
    const counted = [...inference.drafts.values()].flatMap((draft) => {
      const isStored = draft.key !== null && draft.noun !== facts.subject.noun;
      const taken = isStored ? countOf(inference, { counted: draft, around: null }, shown) : null;
      return taken === null ? [] : [{ draft, when: taken.when }];
    })[0];
    if (counted === undefined) {
      if (schema.required.has(name)) return null;
      continue;
    }
    const { draft, when } = counted;
    const isOwn = access.for === 'session' && draft.owner !== null && isPrivate(draft, all);
    counts.push({
      ...{ name, resource: resourceName(draft), own: isOwn && access.role === null },
      ...(when !== undefined && { when }),
    });
    properties.push({ name, value: { is: 'tally', name } });
  }
  if (counts.length === 0) return null;
  const body = { as: 'json', shape: { is: 'object', properties } } as const;
  return {
    kind: 'tally',
    counts,
    answer: { status: success.status, media: 'application/json', body },
  };
}
