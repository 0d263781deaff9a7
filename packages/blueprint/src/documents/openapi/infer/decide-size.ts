import { flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain } from '../words.ts';
import { scopeOf } from './access.ts';
import { countOf } from './counted.ts';
import type { Deciding, Decision } from './deciding.ts';
import { findMember, resourceName } from './draft.ts';
import { answerSchema } from './row-schema.ts';

/** `GET /lists/{list}/size`, "Number of subscribers": how many records have the values that the path names; null for everything else. */
export function decideSize({ inference, facts, access, all }: Deciding): Decision | null {
  const { operation } = facts.subject;
  const schema = answerSchema(operation);
  const success = successOf(operation);
  const parameters = operation.parameters.filter(({ in: place }) => place === 'path');
  const isRead = operation.method === 'get' && operation.parameters.length === parameters.length;
  if (!isRead || parameters.length === 0 || schema === null || success === null) return null;
  const [property, ...others] = [...schema.properties];
  if (property === undefined || others.length > 0) return null;
  const [name, raw] = property;
  const flat = flatten(inference.root, raw);
  const texts = [flat.description, success.response.description, operation.summary];
  for (const draft of inference.drafts.values()) {
    const members = parameters.map((one) => findMember(draft, one.name));
    if (draft.key === null || members.some((one) => one === undefined)) continue;
    if (members.some((one) => one?.name === draft.key?.member)) continue;
    const counted = texts
      .map((description) => ({ ...flat, description }))
      .map((each) => countOf(inference, { counted: draft, around: null }, { name, schema: each }))
      .find((one) => one !== null && one.when === undefined);
    if (counted === undefined) continue;
    const value = { is: 'figure', of: 'total' } as const;
    const shape = { is: 'object' as const, properties: [{ name, value }] };
    return {
      ...{ kind: 'list', resource: resourceName(draft), parents: [] },
      where: parameters.map((one) => ({
        member:
          members.find((each) => plain(each?.name ?? '') === plain(one.name))?.name ?? one.name,
        source: { in: 'path', name: one.name },
      })),
      scope: scopeOf(draft, facts, access, all),
      answer: {
        ...{ status: success.status, media: 'application/json' },
        body: { as: 'json', shape },
      },
      ...{ filters: [], search: null, sort: null, paging: null },
    };
  }
  return null;
}
