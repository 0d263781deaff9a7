import { withArticle } from '../files/entity-parts.ts';
import type { EntityModel } from '../model.ts';
import type { RuleModel } from './rule-types.ts';

/** Changes name the version that they are based on. */
export function versionRule({ version, title }: EntityModel): RuleModel[] {
  if (version === null) return [];
  return [
    {
      kept: null,
      document: { kind: 'optimistic-locking', member: version.name },
      sentence: `A change of ${withArticle(title)} names the ${version.name} that it is based on, by If-Match with the ETag of the record`,
      decision:
        'The statement that changes the row looks for that version: 428 where none is named, 412 where the row has another one.',
      reason:
        'Of two people who change one record at once, the second is told so and overwrites nothing.',
    },
  ];
}
