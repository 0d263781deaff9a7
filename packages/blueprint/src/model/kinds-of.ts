import type { Statement } from '../grammar/statements.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { type Draft, ensureEntity, lookUp, mark } from './draft.ts';

type KindOf = Extract<Statement, { kind: 'is-a' }>;

/**
 * "Managers are employees as well": no thing of its own unless it is described as one; "the assignee is a user": a role
 * that a user plays wherever an assignee is named.
 */
export function declareKind(draft: Draft, { subjects, target }: KindOf): void {
  for (const subject of subjects) {
    const name = toEntityName(subject.words);
    const role = toFieldName(subject.words);
    const own = lookUp(draft, name);
    if (name === null || role === null || name === toEntityName(target.words)) continue;
    if (own === undefined) {
      const entity = subject.plural
        ? lookUp(draft, toEntityName(target.words))
        : ensureEntity(draft, target);
      const one = toFieldName(subject.words.map((word) => singular(word))) ?? role;
      if (entity) draft.roles.set(subject.plural ? one : role, entity.name);
    } else if (own !== undefined && !draft.described.has(name)) {
      const entity = lookUp(draft, toEntityName(target.words));
      if (entity === undefined) continue;
      draft.entities.delete(name);
      draft.aliases.set(name, entity.name);
    }
  }
}

export function applyKind(draft: Draft, statement: KindOf): void {
  const entity = lookUp(draft, toEntityName(statement.target.words));
  if (entity === undefined) return;
  for (const subject of statement.subjects) {
    const name = toEntityName(subject.words) ?? '';
    const role = toFieldName(subject.words) ?? '';
    if (draft.roles.has(role)) applyRole(draft, statement, role, entity.name);
    else if (lookUp(draft, name) === undefined || draft.aliases.get(name) === entity.name)
      draft.assumptions.push({
        path: entity.name,
        text: `"${subject.words.join(' ')}" are of the kind ${entity.name} and are not kept apart.`,
        answers: [],
      });
    mark(draft, statement, entity.name, `entity ${entity.name} ("${subject.words.join(' ')}")`);
  }
}

/** A role that no list of fields names belongs to the thing that is spoken of. */
function applyRole(draft: Draft, { start, end }: KindOf, role: string, to: string): void {
  const isNamed = draft.facts.some((fact) => fact.role === role && fact.to === to);
  const from = draft.current;
  if (isNamed || from === null || from === to) return;
  draft.facts.push({
    from,
    to,
    cardinality: 'one',
    source: 'has',
    required: true,
    exclusive: false,
    role,
    start,
    end,
  });
}
