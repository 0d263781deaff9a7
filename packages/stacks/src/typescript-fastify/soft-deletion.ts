import { withArticle } from './files/entity-parts.ts';
import { sentence } from './identifiers.ts';
import type { AppModel, EntityModel, LinkModel, ReferenceModel } from './model.ts';
import type { KeptRule } from './rules/rule-types.ts';

/** A reference to rows that are only hidden when they are deleted. */
export type HeldReference = { child: EntityModel; reference: ReferenceModel; parent: EntityModel };

/** References to rows whose deletion hides them: no foreign key sees that they are gone. */
export function heldReferences({ entities }: AppModel): HeldReference[] {
  return entities.flatMap((child) =>
    child.references.flatMap((reference) => {
      const parent = entities.find(({ name }) => name === reference.target);
      return parent === undefined || parent.softDeletion === null
        ? []
        : [{ child, reference, parent }];
    }),
  );
}

/** What is answered when a row is restored while the one that it belongs to is deleted. */
export function addRestoreGuards(app: AppModel, nameOf: (wanted: string) => string): void {
  for (const { child, reference, parent } of heldReferences(app)) {
    if (child.softDeletion === null) continue;
    child.restoreGuards.push(restoreGuard(child, reference, parent, nameOf));
  }
}

function restoreGuard(
  child: EntityModel,
  { name, column, relation }: ReferenceModel,
  parent: EntityModel,
  nameOf: (wanted: string) => string,
): KeptRule {
  const detail = `The ${sentence(relation.name)} of the ${child.title} is deleted; restore that ${parent.title} first.`;
  return {
    constraint: nameOf(`${child.table}_${column}_restore`),
    statements: [],
    problem: { status: 409, code: 'parent-deleted', detail },
    members: [name],
  };
}

/** The links that keep a row of this entity from being deleted, with the condition that they are to a row that is shown. */
export function keepingLinks(
  { links, entities }: AppModel,
  { name }: EntityModel,
): { link: LinkModel; own: string; other: string; far: EntityModel | undefined }[] {
  return links.flatMap((link) => {
    const [side] = link.sides;
    if (side === undefined) return [];
    const ends = [
      { of: side.from, own: side.ownColumn.column, other: side.otherColumn.column, to: side.to },
      { of: side.to, own: side.otherColumn.column, other: side.ownColumn.column, to: side.from },
    ];
    return ends.flatMap(({ of, own, other, to }, at) =>
      of === name && link.keepsLinked[at]
        ? [{ link, own, other, far: entities.find((entity) => entity.name === to) }]
        : [],
    );
  });
}

/** `Restore an invoice that was deleted`. */
export function restoreSummary({ title }: EntityModel): string {
  return `Restore ${withArticle(title)} that was deleted`;
}
