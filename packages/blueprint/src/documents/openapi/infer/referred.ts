import { flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import { schemasOf } from './choices.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { itemOf } from './item-of.ts';
import { stemOfId } from './names.ts';
import type { Facts } from './operation-facts.ts';

/** Finds the members that name a record of another kind: `product_id`, `sku`, `category: slug of a category`. */
export function addReferred(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  const schemas = schemasOf(inference, draft);
  for (const member of draft.members.values()) {
    if (member.made !== undefined || (member.kind !== 'text' && member.kind !== 'integer'))
      continue;
    if (member.name === draft.tree || [...draft.parents.values()].includes(member.name)) continue;
    const said = schemas.get(plain(member.name))?.description ?? '';
    const found = [...inference.drafts.values()].find(
      (target) =>
        target !== draft &&
        target.key !== null &&
        target.key.kind === member.kind &&
        ['create', 'replace', 'update'].some((intent) =>
          facts.some((one) => one.intent === intent),
        ) &&
        names(target, member.name, said),
    );
    if (found !== undefined && !isOwnKey(draft, member.name))
      draft.referred.set(member.name, found);
  }
}

function isOwnKey(draft: Draft, name: string): boolean {
  return draft.key?.member === name;
}

function names(target: Draft, name: string, said: string): boolean {
  const stem = stemOfId(name);
  if (stem !== null) return stem === target.noun;
  const key = target.key?.member ?? '';
  const isDistinctive = !/^(id|name|title|key|code|token|email|username)$/.test(plain(key));
  if (isDistinctive && plain(name) === plain(key)) return true;
  const own = plain(name);
  if (own !== target.noun && own !== `${target.noun}${plain(key)}`) return false;
  const noun = target.words.join(' ');
  return new RegExp(
    `\\b(id|${plain(key)}|key|slug|code|name|number) of (an?|the|an existing|its) ${noun}\\b|\\bexisting ${noun}\\b`,
    'i',
  ).test(said);
}

const MISSING =
  /\b(unknown|no such|not exist|doesn['’]t exist|non-?existent|not found|there is no|missing|existing|not known)\b/i;

/** Members of a body whose records have to be there, since the document has an answer for when they are not. */
export function expectedIn(
  { root }: Inference,
  draft: Draft,
  { subject: { operation, own, parents } }: Facts,
): { member: string; target: Draft; property: string }[] {
  if (operation.body === null) return [];
  const written = itemOf(root, operation.body.schema).properties;
  return [...draft.referred].flatMap(([member, target]) => {
    const property = [...written.keys()].find((name) => findMember(draft, name)?.name === member);
    if (property === undefined) return [];
    const { description } = flatten(root, written.get(property));
    const noun = new RegExp(`\\b(${target.words.at(-1) ?? target.noun}|${plain(member)})`, 'i');
    const isTold = operation.responses.some(
      ({ status, description: said }) =>
        /^4\d\d$/.test(status) &&
        ((MISSING.test(said) && noun.test(said)) ||
          (status === '404' && own === null && parents.length === 0)),
    );
    return isTold || /\bexisting\b/i.test(description) ? [{ member, target, property }] : [];
  });
}
