import type { Condition, ParentLookup, Source } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import { opensOf, opensParent } from './conditional.ts';
import { type Draft, findMember, type Inference, resourceName } from './draft.ts';
import { itemOf } from './item-of.ts';
import { joinedOf } from './joined.ts';
import { memberFor } from './keys.ts';
import { isKeyName, stemOfId } from './names.ts';
import type { Facts } from './operation-facts.ts';
import { othersOf } from './others.ts';
import { givesRights } from './rights.ts';
import { roleOf } from './roles.ts';

/** The records that an operation names on the way to its own, and how it finds these. */
export type Place = { parents: ParentLookup[]; where: Condition[] };

/** Null when the path names something that nothing is known of. */
export function placeOf(
  inference: Inference,
  draft: Draft,
  facts: Facts,
  scopeOfParent: (parent: Draft) => ParentLookup['scope'],
): Place | null {
  const parents: ParentLookup[] = [];
  const where: Condition[] = [];
  for (const [at, { noun, parameter }] of facts.subject.parents.entries()) {
    const parent = inference.drafts.get(noun);
    const source = sourceOfParent(facts.subject.operation, parent, parameter);
    const member =
      parent === undefined || source === null
        ? null
        : memberFor(parent, 'name' in source ? source.name : '');
    const scoped = parent === undefined ? scopedBy(draft, parameter) : null;
    if (scoped !== null) {
      where.push({ member: scoped, source: { in: 'path', name: parameter } });
      continue;
    }
    if (parent === undefined || source === null || member === null) return null;
    const outer = facts.subject.parents[at - 1];
    const above = outer === undefined ? undefined : parent.parents.get(outer.noun);
    const lookup: ParentLookup = {
      resource: resourceName(parent),
      where: [{ member, source }],
      scope: scopeOfParent(parent),
    };
    const outerDraft = outer === undefined ? undefined : inference.drafts.get(outer.noun);
    if (above !== undefined && outerDraft !== undefined)
      lookup.where.push({
        member: above,
        source: { in: 'parent', name: resourceName(outerDraft) },
      });
    const opens = isSecretOf(inference, draft, facts)
      ? null
      : opensParent(inference, parent, facts);
    const joined = joinedOf(inference, parent, facts);
    const others = parent.owner === null ? null : othersOf(facts);
    parents.push({
      ...lookup,
      ...(opens !== null && { opens }),
      ...(joined !== null && { joined }),
      ...(others !== null && { others }),
    });
    const reference = draft.parents.get(noun);
    if (reference !== undefined)
      where.push({ member: reference, source: { in: 'parent', name: resourceName(parent) } });
  }
  return { parents: parents.slice(0, 5), where };
}

/** `/pages/{page}/comments`, where nothing makes pages: the path says to what a record belongs, and that is all there is. */
function scopedBy(draft: Draft, parameter: string): string | null {
  return parameter === '' ? null : (findMember(draft, parameter)?.name ?? null);
}

/** What is asked for is a secret of the record itself, not of the one around it. */
function isSecretOf(inference: Inference, draft: Draft, facts: Facts): boolean {
  return opensOf(inference, draft, facts) !== null;
}

function sourceOfParent(
  operation: Operation,
  parent: Draft | undefined,
  parameter: string,
): Source | null {
  if (parameter !== '') return { in: 'path', name: parameter };
  if (parent === undefined) return null;
  const isIt = (name: string) => isKeyName(name, parent.words) || stemOfId(name) === parent.noun;
  const inBody =
    operation.body === null
      ? undefined
      : [...operation.body.schema.properties.keys()].find(
          (name) => isIt(name) && plain(name) !== 'id',
        );
  if (inBody !== undefined) return { in: 'body', name: inBody };
  const query = operation.parameters.find(({ in: place, name }) => place === 'query' && isIt(name));
  return query === undefined ? null : { in: 'query', name: query.name };
}

/** The condition by which an operation finds its one record; null when it names none. */
export function ownCondition(draft: Draft, { subject, ownBy }: Facts): Condition | null {
  if (subject.own !== null) {
    const member = memberFor(draft, subject.own);
    return member === null ? null : { member, source: { in: 'path', name: subject.own } };
  }
  if (ownBy === null) return null;
  const member = memberFor(draft, ownBy.name);
  return member === null ? null : { member, source: ownBy };
}

type Given = { name: string; raw: JsonObject; operation: Operation };

/** Administrators give rights to others; everybody else would give them to themselves. */
function isOwnRight({ root, accounts }: Inference, draft: Draft, { name, raw, operation }: Given) {
  if (accounts?.draft !== draft || roleOf(operation) !== null) return false;
  return givesRights(name, flatten(root, raw).choices);
}

/** What a body, or a form in the query, says of a record. */
export function assignmentsOf(inference: Inference, draft: Draft, facts: Facts): Condition[] {
  const { subject, ownBy, intent } = facts;
  const { operation } = subject;
  const { body } = operation;
  if (body === null)
    return operation.parameters
      .filter(({ in: place, name }) => place === 'query' && findMember(draft, name) !== undefined)
      .filter(({ name }) => findMember(draft, name)?.name !== draft.owner)
      .filter(({ name }) => inference.accounts?.draft !== draft || !givesRights(name, null))
      .map(({ name }) => ({
        member: findMember(draft, name)?.name ?? name,
        source: { in: 'query', name },
      }));
  const item = itemOf(inference.root, body.schema);
  if (item.properties.size === 0) {
    const whole =
      findMember(draft, subject.action[0] ?? '') ?? findMember(draft, draft.whole ?? 'content');
    return whole === undefined ? [] : [{ member: whole.name, source: { in: 'whole-body' } }];
  }
  const secret = opensOf(inference, draft, facts)?.source;
  const opened = secret?.in === 'body' ? secret.name : null;
  return [...item.properties].flatMap(([name, raw]): Condition[] => {
    if (name === draft.wish && draft.key !== null)
      return [{ member: draft.key.member, source: { in: 'body', name } }];
    const member = findMember(draft, name);
    if (
      member === undefined ||
      member.made !== undefined ||
      raw.readOnly === true ||
      member.file !== undefined
    )
      return [];
    // Whose a record is, and what an account may do, is not for clients to say.
    if (member.name === draft.owner && member.name !== draft.key?.member) return [];
    if (isOwnRight(inference, draft, { name, raw, operation })) return [];
    if (ownBy?.name === name && intent !== 'create') return [];
    if (opened === name) return [];
    const isKey = member.name === draft.key?.member;
    if (isKey && (intent !== 'create' || !['client', 'either'].includes(draft.key?.made ?? '')))
      return [];
    return [{ member: member.name, source: { in: 'body', name } }];
  });
}
