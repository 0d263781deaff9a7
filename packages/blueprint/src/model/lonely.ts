import type { Statement } from '../grammar/statements.ts';
import { toEntityName } from '../names.ts';
import { tie } from './deeds.ts';
import { type Draft, lookUp } from './draft.ts';

type Belongs = Extract<Statement, { kind: 'belongs' }>;

export function isIfLonely(statement: Statement): statement is Belongs {
  return statement.kind === 'belongs' && statement.isIfLonely === true;
}

/** What was told of beside a deed, and stands in no relation, records the deed. */
export function tieLonely(draft: Draft, { subjects, targets, start, end }: Belongs): void {
  const [subject] = subjects;
  const record = lookUp(draft, toEntityName(subject?.words ?? []));
  const isTied = draft.facts.some(({ from, to }) => [from, to].includes(record?.name ?? ''));
  if (record === undefined || isTied) return;
  const parties = new Set(targets.map(({ noun }) => lookUp(draft, toEntityName(noun.words))));
  for (const party of parties)
    if (party !== undefined && party !== record) tie(draft, record, party, { start, end });
}
