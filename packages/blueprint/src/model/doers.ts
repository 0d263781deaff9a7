import type { Statement } from '../grammar/statements.ts';
import { pastFormsOf } from '../lexicon/past-forms.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { type Draft, lookUp } from './draft.ts';

/** "Gardeners donate seeds ... who donated it": who does something is meant wherever it is asked who did it. */
export function noteDoers(draft: Draft, statements: readonly Statement[]): void {
  const doers = new Map<string, Set<string>>();
  for (const statement of statements) {
    if (statement.kind !== 'acts') continue;
    for (const subject of statement.subjects) {
      const entity = lookUp(draft, toEntityName(subject.words));
      if (entity === undefined) continue;
      for (const past of pastFormsOf(statement.verb)) {
        const role = toFieldName([past, 'by']) ?? '';
        doers.set(role, (doers.get(role) ?? new Set()).add(entity.name));
      }
    }
  }
  for (const [role, [name, second]] of doers)
    if (name !== undefined && second === undefined && !draft.roles.has(role))
      draft.roles.set(role, name);
}

/** "tools (name, owner). The owner of a tool is a neighbour": the owner is no text beside the neighbour who it is. */
export function dropRoleFields(draft: Draft): void {
  for (const { from, role } of draft.facts) {
    const entity = role === null ? undefined : draft.entities.get(from);
    if (entity === undefined) continue;
    entity.fields = entity.fields.filter(
      ({ name, qualities }) => name !== role || Object.keys(qualities).length > 0,
    );
  }
}
