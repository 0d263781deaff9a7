import type { ParentLookup } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { singular, wordsOf } from '../words.ts';
import { addMember, type Draft, findMember, type Inference, resourceName } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import { answerSchema } from './row-schema.ts';
import { isPerPerson } from './singletons.ts';

/** Members of a room that are listed by name: whose each is is kept with it. */
export function addPersonName(
  { root, accounts }: Inference,
  draft: Draft,
  facts: readonly Facts[],
): void {
  if (accounts === null || !isPerPerson(draft)) return;
  const login = accounts.logins.find((name) => !/mail/i.test(name)) ?? accounts.logins[0];
  for (const { subject, intent } of facts) {
    const answer = intent === 'list' ? answerSchema(subject.operation) : null;
    const isOfNames = answer !== null && flatten(root, answer.items ?? {}).type === 'string';
    if (!isOfNames || login === undefined || findMember(draft, login) !== undefined) continue;
    addMember(draft, login, { kind: 'text', nullable: false, made: 'owner', shows: [login] });
  }
}

const ONLY =
  /\b(?:only|for) (?:the |its |a |other )?([a-z]+)\b|\b(?:not|no|must be|have to be|are you) (?:an? |one of the )?([a-z]+)\b/gi;

/** "Only members may write", "not a member": who has no row of this kind does not get past the record around. */
export function joinedOf(
  { drafts }: Inference,
  parent: Draft,
  { subject: { operation, perPerson } }: Facts,
): ParentLookup['joined'] | null {
  const refusals = operation.responses.filter(({ status }) => status === '403');
  if (perPerson || refusals.length === 0 || operation.security === null) return null;
  const text = `${operation.text} ${refusals.map(({ description }) => description).join('. ')}`;
  const said = [...text.matchAll(ONLY)].flatMap(([, one, other]) =>
    singular(wordsOf(one ?? other ?? '')[0] ?? ''),
  );
  const found = belowOf(drafts, parent).find(({ noun }) => said.includes(noun));
  const by = found?.parents.get(parent.noun);
  return found === undefined || by === undefined ? null : { resource: resourceName(found), by };
}

const FIRST =
  /\b(who(?:ever)? (?:opens|creates|makes|starts|founds|sets up)|creators?|founders?|owners?|makers?)\b[^.;]*\b(?:is|are|becomes?|joins?|counts?|added)\b[^.;]*/gi;

/** "Who opens it is its first member": with the record comes the first row of this kind. */
export function joinsOf(
  { drafts }: Inference,
  draft: Draft,
  { subject: { operation } }: Facts,
): { resource: string; by: string } | null {
  const clauses = [...operation.text.matchAll(FIRST)].map(([clause]) =>
    wordsOf(clause).map(singular),
  );
  const found = belowOf(drafts, draft).find(({ noun }) =>
    clauses.some((words) => words.includes(noun)),
  );
  const by = found?.parents.get(draft.noun);
  return found === undefined || by === undefined ? null : { resource: resourceName(found), by };
}

function belowOf(drafts: Inference['drafts'], parent: Draft): Draft[] {
  return [...drafts.values()].filter((one) => isPerPerson(one) && one.parents.has(parent.noun));
}
