import type { Data } from '../data.ts';
import type { Noun, Statement } from '../grammar/statements.ts';
import { TYPE_BY_LAST_WORD } from '../lexicon/fields.ts';
import { toEntityName } from '../names.ts';

/**
 * Things that are none: named like a value, without values of their own, never the subject of anything and never spoken of
 * as many. "A berth is reserved from an arrival to a departure."
 */
export function findValues({ draft }: Data, said: readonly Statement[]): ReadonlySet<string> {
  const told = new Set(said.flatMap(toldOf).map(({ words }) => toEntityName(words)));
  const named = [...draft.entities.values()].filter(
    ({ name, fields }) =>
      fields.every(({ name: field }) => field === 'name') && isValueName(name) && !told.has(name),
  );
  return new Set(named.map(({ name }) => name));
}

function isValueName(name: string): boolean {
  return TYPE_BY_LAST_WORD.some(([, typical]) => typical.has(name.toLowerCase()));
}

/** What a statement says something of, or speaks of as several. */
function toldOf(statement: Statement): Noun[] {
  const subjects = 'subjects' in statement ? statement.subjects : [];
  const items =
    'items' in statement ? statement.items : 'targets' in statement ? statement.targets : [];
  const topics = statement.kind === 'topic' ? statement.items : [];
  return [
    ...subjects,
    ...topics.map(({ noun }) => noun),
    ...items
      .flatMap((item) => [item, ...item.children, ...item.belongsTo])
      .filter(({ noun, children }) => noun.plural || children.length > 0)
      .map(({ noun }) => noun),
  ];
}
