import { formatCount } from '#lib/format.ts';
import type { Reading } from './use-reading.ts';

/** `2 entities, 5 fields, 1 phrase not understood`. */
export function summarise({ blueprint: { entities }, notUnderstood }: Reading): string {
  const fields = entities.reduce((sum, entity) => sum + entity.fields.length, 0);
  const parts = [formatCount(entities.length, 'entity', 'entities'), formatCount(fields, 'field')];
  if (notUnderstood.length > 0) {
    parts.push(`${formatCount(notUnderstood.length, 'phrase')} not understood`);
  }
  return parts.join(', ');
}
