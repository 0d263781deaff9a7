import { BlueprintUnsound } from '../../stack.ts';
import type { AppModel, EntityModel } from '../model.ts';
import { type HeldReference, heldReferences, keepingLinks } from '../soft-deletion.ts';
import { indent, sqlName, sqlString } from '../text.ts';

/** What keeps rows together that are only hidden: what a foreign key does for rows that are gone. */
export function softDeletionTriggers(app: AppModel): string[] {
  const held = heldReferences(app);
  return [
    ...app.entities.flatMap((entity) =>
      entity.softDeletion === null
        ? []
        : [...hideTrigger(app, entity, held), ...restoreTrigger(entity, held)],
    ),
    ...held.flatMap(referenceTrigger),
  ];
}

/** `and "deleted_at" is null` of an entity whose deleted rows are hidden. */
export function andShown({ softDeletion }: EntityModel): string {
  return softDeletion === null ? '' : ` and ${sqlName(softDeletion.column)} is null`;
}

/** ` where "deleted_at" is null` of an index. */
export function whereShown({ softDeletion }: EntityModel): string {
  return softDeletion === null ? '' : ` where ${sqlName(softDeletion.column)} is null`;
}

function createFunction(name: string, body: readonly string[]): string {
  return `create function ${sqlName(name)}() returns trigger language plpgsql as $function$
begin
${indent([...body, 'return null;'].join('\n'))}
end
$function$;`;
}

const violates = (code: string, constraint: string) =>
  `raise exception 'a rule is broken' using errcode = ${sqlString(code)}, constraint = ${sqlString(constraint)};`;

function refuseIf(condition: string, constraint: string): string {
  return `if ${condition} then
  ${violates('foreign_key_violation', constraint)}
end if;`;
}

/** When a row is hidden: what refers to it keeps it, goes with it or is left without it. */
function hideTrigger(app: AppModel, entity: EntityModel, held: readonly HeldReference[]): string[] {
  const { table, softDeletion } = entity;
  if (softDeletion === null) return [];
  const name = softDeletion.triggers.hide;
  const column = sqlName(softDeletion.column);
  const links = keepingLinks(app, entity).map(({ link, own, other, far }) => {
    const shown = far?.softDeletion
      ? ` and exists (select from ${sqlName(far.table)} as far where far."id" = ${sqlName(link.table)}.${sqlName(other)} and far.${sqlName(far.softDeletion.column)} is null)`
      : '';
    const linked = `exists (select from ${sqlName(link.table)} where ${sqlName(own)} = old."id"${shown})`;
    return refuseIf(linked, link.foreignKeyNames[0]);
  });
  const body = [...held.filter(({ parent }) => parent === entity).map(hideChildren), ...links];
  if (body.length === 0) return [];
  return [
    createFunction(name, body),
    `create trigger ${sqlName(name)} after update of ${column} on ${sqlName(table)}
  for each row when (old.${column} is null and new.${column} is not null) execute function ${sqlName(name)}();`,
  ];
}

function hideChildren({ child, reference, parent }: HeldReference): string {
  const key = sqlName(reference.column);
  const rows = `${key} = old."id"${andShown(child)}`;
  if (reference.onDelete === 'restrict')
    return refuseIf(
      `exists (select from ${sqlName(child.table)} where ${rows})`,
      reference.foreignKeyName,
    );
  if (reference.onDelete === 'set null')
    return `update ${sqlName(child.table)} set ${key} = null where ${key} = old."id";`;
  if (child.softDeletion === null) {
    const path = `${child.name}.${reference.relation.name}`;
    throw new BlueprintUnsound(path, `a deleted ${parent.title} is only hidden; hide this one too`);
  }
  const at = `${sqlName(child.softDeletion.column)} = new.${sqlName(parent.softDeletion?.column ?? '')}`;
  return `update ${sqlName(child.table)} set ${at} where ${rows};`;
}

/** What went with a row comes back with it: it was deleted at the same moment. */
function restoreTrigger(
  { table, softDeletion, name: parent }: EntityModel,
  held: readonly HeldReference[],
): string[] {
  if (softDeletion === null) return [];
  const name = softDeletion.triggers.restore;
  const column = sqlName(softDeletion.column);
  const body = held.flatMap(({ child, reference }) => {
    if (reference.target !== parent || reference.onDelete !== 'cascade') return [];
    const at = sqlName(child.softDeletion?.column ?? '');
    return `update ${sqlName(child.table)} set ${at} = null where ${sqlName(reference.column)} = old."id" and ${at} = old.${column};`;
  });
  if (body.length === 0) return [];
  return [
    createFunction(name, body),
    `create trigger ${sqlName(name)} after update of ${column} on ${sqlName(table)}
  for each row when (old.${column} is not null and new.${column} is null) execute function ${sqlName(name)}();`,
  ];
}

/** A row that is shown refers to none that is deleted, whichever of the two is written first. */
function referenceTrigger({ child, reference, parent }: HeldReference): string[] {
  const key = sqlName(reference.column);
  const name = reference.heldName;
  const own = child.softDeletion;
  const guard = child.restoreGuards.find(({ members }) => members[0] === reference.name);
  const restored =
    own === null || guard === undefined
      ? []
      : [
          `  if tg_op = 'UPDATE' and old.${sqlName(own.column)} is not null then`,
          `    ${violates('check_violation', guard.constraint)}`,
          '  end if;',
        ];
  const columns = [key, ...(own === null ? [] : [sqlName(own.column)])];
  const shown = own === null ? '' : ` and new.${sqlName(own.column)} is null`;
  return [
    createFunction(name, [
      `perform from ${sqlName(parent.table)} where "id" = new.${key}${andShown(parent)} for share;`,
      'if not found then',
      ...restored,
      `  ${violates('foreign_key_violation', reference.foreignKeyName)}`,
      'end if;',
    ]),
    `create trigger ${sqlName(name)} after insert or update of ${columns.join(', ')} on ${sqlName(child.table)}
  for each row when (new.${key} is not null${shown}) execute function ${sqlName(name)}();`,
  ];
}
