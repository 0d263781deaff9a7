import type { Statement } from '../grammar/statements.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import type { Draft } from './draft.ts';
import { merge } from './same-names.ts';

/** What a thing may be for a while, and still is the same thing. */
const FOR_A_WHILE = words(`
  accepted adopted approved archived assigned available booked broken cancelled canceled checked closed completed confirmed damaged declined
  delivered done due expired finished invoiced issued late lost missing open overdue paid pending planned published rejected released reserved returned
  scheduled sent shipped signed sold submitted unpaid upcoming verified won
`);

/** "Clients rate finished orders. Orders have a reference": the orders, whichever of them. */
export function mergeStates(draft: Draft, statements: readonly Statement[]): void {
  for (const entity of [...draft.entities.values()]) {
    const [, state = '', name = ''] = /^([A-Z][a-z]+)([A-Z].*)$/.exec(entity.name) ?? [];
    const whole = draft.entities.get(name);
    if (whole === undefined || !FOR_A_WHILE.has(state.toLowerCase())) continue;
    const isListed = statements.some(
      (statement) =>
        statement.kind === 'topic' &&
        statement.items.some(({ noun }) => toEntityName(noun.words) === entity.name),
    );
    const isTold = statements.some(
      (statement) =>
        statement.kind === 'has' &&
        statement.subjects.some(({ words: said }) => toEntityName(said) === name),
    );
    if (isListed || !isTold) continue;
    for (const statement of statements) ofSome(statement, entity.name);
    merge(draft, entity, whole);
  }
}

/** "Adopted dogs belong to an owner": the others need none. */
function ofSome(statement: Statement, name: string): void {
  if (statement.kind !== 'has' && statement.kind !== 'belongs') return;
  const isOfThem = statement.subjects.some(({ words: said }) => toEntityName(said) === name);
  if (isOfThem) statement.optional = true;
}
