import { BlueprintUnsound } from '../stack.ts';
import type { AppModel, AuditModel, EntityModel, NestedNames } from './model.ts';
import type { RuleModel } from './rules/rule-types.ts';

type Namers = {
  tableName: (wanted: string) => string;
  member: (wanted: string) => string;
  column: (wanted: string) => string;
};

/** Names what is kept of who made and changed a row; the changes below a row are named later. */
export function auditOf(
  { entity, table }: EntityModel,
  isPeople: boolean,
  { tableName, member, column }: Namers,
): AuditModel | null {
  if (!entity.audited) return null;
  if (!isPeople) {
    throw new BlueprintUnsound(`${entity.name}.audited`, 'it needs people; nobody signs in');
  }
  const changes = tableName(`${table}_change`);
  const indexName = tableName(`${changes}_row_id_idx`);
  return {
    createdBy: { name: member('createdBy'), column: column('created_by') },
    updatedBy: { name: member('updatedBy'), column: column('updated_by') },
    changes: { table: changes, indexName, segment: '', operation: '' },
    triggers: { stamp: tableName(`${table}_stamp`), record: tableName(`${table}_record`) },
  };
}

export function nameChanges(
  entities: readonly EntityModel[],
  nested: (parent: string, relation: string) => NestedNames,
): void {
  for (const { name, audit } of entities)
    if (audit !== null) Object.assign(audit.changes, nested(name, 'changes'));
}

/** Does a change of its rows, or what goes along with a deletion, have to be written down? */
export function isWatched(app: AppModel, entity: EntityModel): boolean {
  return watched(app, entity, []);
}

function watched(app: AppModel, entity: EntityModel, seen: readonly EntityModel[]): boolean {
  if (entity.audit !== null) return true;
  if (seen.includes(entity)) return false;
  return app.entities.some((child) =>
    child.references.some(
      ({ target, onDelete }) =>
        target === entity.name && onDelete !== 'restrict' && watched(app, child, [...seen, entity]),
    ),
  );
}

/** Who made and changed a row is kept. */
export function auditRule({ audit, pluralTitle, path }: EntityModel): RuleModel[] {
  if (audit === null) return [];
  return [
    {
      kept: null,
      document: { kind: 'audited', changes: `/api/${path}/{id}/${audit.changes.segment}` },
      sentence: `Who made and changed ${pluralTitle}, and what, is kept and shown to who may read them`,
      decision:
        'Triggers of the database write each change in its own transaction, with the account that the app names there.',
      reason: 'What can change without being written down, will.',
    },
  ];
}
