import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { CRUD } from '../grammar/verbs.ts';
import { MANY_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import { addBelongs } from './belongs.ts';
import { type Draft, type DraftEntity, lookUp, mark } from './draft.ts';
import { headOf, relates } from './kinds.ts';

/** "students enrol in many courses", "customers place orders", "users can create, edit and delete tasks". */
const PRIVILEGED = words(`
  admin admins administrator administrators manager managers moderator moderators owner owners staff
  supervisor supervisors superuser superusers
`);

function isPrivileged(subject: Noun): boolean {
  return PRIVILEGED.has(headOf(subject));
}

export function applyActs(draft: Draft, statement: Extract<Statement, { kind: 'acts' }>): void {
  const before = draft.marks.length;
  for (const subject of statement.subjects) {
    const actor = lookUp(draft, toEntityName(subject.words) ?? '');
    for (const item of statement.items) {
      const target = lookUp(draft, toEntityName(item.noun.words) ?? '');
      if (target === undefined) continue;
      for (const owner of item.belongsTo) {
        const known = lookUp(draft, toEntityName(owner.noun.words));
        if (known !== undefined && known !== target)
          addBelongs(draft, target, owner, { optional: false, many: false, source: 'belongs' });
      }
      if (actor !== undefined && actor !== target && relates(statement.verb))
        addHabit(draft, actor, target, item, statement);
      else if (CRUD.has(statement.verb) && !statement.subjects.some(isPrivileged))
        mark(
          draft,
          statement,
          target.name,
          `${target.name} can be created, read, updated, deleted, filtered and searched`,
        );
    }
  }
  if (draft.marks.length === before)
    draft.misses.push({
      start: statement.start,
      end: statement.end,
      reason:
        'rules about who may do what, and behaviour beyond keeping data, are not compiled yet',
    });
}

function addHabit(
  draft: Draft,
  actor: DraftEntity,
  target: DraftEntity,
  item: Item,
  statement: Extract<Statement, { kind: 'acts' }>,
): void {
  const isMutual = MANY_TO_MANY_VERBS.has(statement.verb);
  const plural = item.noun.plural || item.quantity === 'many';
  const oneOf = isMutual || statement.preposition || item.quantity === 'one';
  const cardinality = plural ? (isMutual ? 'both-many' : 'many') : oneOf ? 'one' : 'many';
  draft.facts.push({
    from: actor.name,
    to: target.name,
    cardinality,
    source: 'habit',
    required: true,
    exclusive: false,
    role: null,
    start: statement.start,
    end: statement.end,
  });
  mark(
    draft,
    statement,
    `${actor.name}.${target.name}`,
    `${actor.name} and ${target.name} are related ("${statement.verb}")`,
  );
}
