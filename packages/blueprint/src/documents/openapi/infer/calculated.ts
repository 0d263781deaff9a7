import type { Behaviour, Condition } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import { decideCalculation, inputsOf, isResultName, operatorWord } from './calculations.ts';
import {
  addMember,
  type Draft,
  findMember,
  type Inference,
  kindOf,
  resourceName,
} from './draft.ts';
import { isCreatedName, isKeyName } from './names.ts';
import type { Facts } from './operation-facts.ts';

/** "The last calculations": a list of inputs and results, of rows that nothing else makes. */
export function addCalculated(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  const own = facts.filter(({ subject }) => subject.noun === draft.noun);
  const isRead = ({ intent, subject }: Facts) =>
    ['list', 'read', 'search', 'remove', 'count'].includes(intent) ||
    subject.operation.method === 'delete';
  const rest = own.filter(({ subject }) => decideCalculation(subject.operation) === null);
  const listing = rest.find(({ intent, row }) => intent === 'list' && row !== null);
  if (listing?.row == null || !rest.every(isRead)) return;
  const { properties, required } = listing.row.schema;
  const calculations = facts.filter(
    ({ subject: { operation } }) => decideCalculation(operation) !== null,
  );
  const [first] = calculations;
  if (first === undefined) return;
  const inputs = calculations.flatMap(({ subject }) =>
    inputsOf(subject.operation).map(({ name }) => plain(name)),
  );
  const isKnown = (name: string) =>
    inputs.includes(plain(name)) || isResultName(name) || isOperatorName(name);
  const isMade = (name: string) => isCreatedName(name) || isKeyName(name, draft.words);
  const isWhole = [...required].every((name) => isKnown(name) || isMade(name));
  const names = [...properties.keys()];
  if (!isWhole || !names.some(isResultName) || !names.some((name) => inputs.includes(plain(name))))
    return;
  for (const [name, raw] of properties) {
    const schema = flatten(inference.root, raw);
    if (isKnown(name)) addMember(draft, name, { kind: kindOf(schema), nullable: schema.nullable });
    else if (isCreatedName(name))
      addMember(draft, name, { kind: kindOf(schema), nullable: false, made: 'created' });
  }
  draft.calculated = names.find(isResultName) ?? null;
  draft.recordedBy = { operation: first.subject.operation, by: '' };
}

/** `operation: add` of one that was carried out at `/add`. */
function isOperatorName(name: string): boolean {
  return /^(operator|operation|op)$/.test(plain(name));
}

/** The calculation with the row that it leaves behind, where calculations are listed. */
export function withLog(
  { drafts }: Inference,
  operation: Operation,
  calculation: Extract<Behaviour, { kind: 'calculate' }>,
): Behaviour {
  const draft = [...drafts.values()].find(({ calculated }) => calculated !== null);
  if (draft?.calculated == null || draft.key === null) return calculation;
  const set = inputsOf(operation).flatMap(({ name, source }): Condition[] => {
    const member = findMember(draft, name);
    return member === undefined ? [] : [{ member: member.name, source }];
  });
  const word = operatorWord(operation);
  const operator = [...draft.members.values()].find(({ name }) => isOperatorName(name));
  if (
    operator !== undefined &&
    word !== undefined &&
    !set.some(({ member }) => member === operator.name)
  )
    set.push({ member: operator.name, source: { in: 'constant', value: word } });
  const result = findMember(draft, draft.calculated)?.name ?? null;
  return { ...calculation, logs: { resource: resourceName(draft), set, result } };
}
