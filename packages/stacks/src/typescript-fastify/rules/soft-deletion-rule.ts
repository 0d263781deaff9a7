import { withArticle } from '../files/entity-parts.ts';
import type { EntityModel } from '../model.ts';
import type { RuleModel } from './rule-types.ts';

/** A deletion only hides the row. */
export function softDeletionRule({ softDeletion, title, path }: EntityModel): RuleModel[] {
  if (softDeletion === null) return [];
  const { name, restore } = softDeletion;
  return [
    {
      kept: null,
      document: {
        ...{ kind: 'soft-delete', member: name },
        restore: `/api/${path}/{id}/${restore.segment}`,
      },
      sentence: `Deleting ${withArticle(title)} only hides it: who may delete it finds it by deleted=only and can restore it`,
      decision:
        'A deletion sets the time of it; reads, lists, searches, limits and unique values know the other rows alone.',
      reason: 'What was deleted by mistake comes back, with what was deleted along with it.',
    },
  ];
}
