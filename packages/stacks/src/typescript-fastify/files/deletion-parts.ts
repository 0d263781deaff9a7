import type { AppModel, EntityModel, ReferenceModel } from '../model.ts';
import { listed } from '../rules/listed.ts';
import { withArticle } from './entity-parts.ts';

type Incoming = { child: EntityModel; reference: ReferenceModel };

/** The references that say what becomes of their rows when a row of this entity is deleted. */
function incoming(app: AppModel, entity: EntityModel): Incoming[] {
  return app.entities.flatMap((child) =>
    child.references
      .filter(({ target, onDelete }) => target === entity.name && onDelete !== 'restrict')
      .map((reference) => ({ child, reference })),
  );
}

/** What the operation says of itself: `Delete a room that nothing refers to`. */
export function deleteSummary(app: AppModel, entity: EntityModel): string {
  const all = incoming(app, entity);
  const deleted = all.filter(({ reference }) => reference.onDelete === 'cascade');
  const what = `Delete ${withArticle(entity.title)} that nothing${all.length > 0 ? ' else' : ''} refers to`;
  const titles = deleted.map(({ child }) => child.pluralTitle);
  return deleted.length === 0 ? what : `${what}, with its ${listed([...new Set(titles)])}`;
}

/** For people, without the full stop. */
export function deletionSentences(app: AppModel): string[] {
  return app.entities.flatMap((entity) =>
    incoming(app, entity).map(({ child, reference }) => {
      const what = `Deleting ${withArticle(entity.title)}`;
      const rows = `the ${child.pluralTitle} that have it as ${reference.name}`;
      return reference.onDelete === 'cascade'
        ? `${what} deletes ${rows}`
        : `${what} empties ${reference.name} of ${rows}`;
    }),
  );
}
