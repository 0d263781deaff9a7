import type { FieldType } from '@quantumlayer/contracts';
import type { EntityModel, FieldModel } from '../typescript-fastify/model.ts';

const NAMES = ['name', 'title', 'label', 'subject', 'number', 'code', 'email'];
const TELLING: readonly FieldType[] = ['string', 'email', 'slug', 'phone', 'url'];
/** Longer texts that say what a record is about; a list cuts them off. */
const ABOUT = ['description', 'text', 'body', 'content', 'message', 'question', 'summary'];
const PLAIN: readonly FieldType[] = [
  'date',
  'datetime',
  'enum',
  'integer',
  'decimal',
  'money',
  'text',
];

/** The field that tells records apart where there is room for one; null where none does. */
export function labelFieldOf({ fields }: EntityModel): FieldModel | null {
  const telling = fields.filter(({ field }) => TELLING.includes(field.type));
  const named = NAMES.flatMap((name) => telling.filter(({ field }) => field.name === name));
  const required = telling.filter(({ field }) => field.required);
  const about = fields.filter(
    ({ field }) => field.type === 'text' && field.required && ABOUT.includes(field.name),
  );
  const plain = PLAIN.flatMap((type) => fields.filter(({ field }) => field.type === type));
  return [...named, ...required, ...telling, ...about, ...plain][0] ?? null;
}

/** What a list shows first; types that are not here are not shown in lists. */
const WORTH: readonly FieldType[] = [
  ...(['enum', 'date', 'datetime', 'money', 'boolean', 'rating', 'integer', 'percentage'] as const),
  ...(['decimal', 'string', 'email', 'phone', 'country', 'duration', 'time', 'colour'] as const),
  ...(['url', 'slug', 'multi-choice', 'locale', 'ip-address'] as const),
];
const MOST_COLUMNS = 5;
const MOST_REFERENCES = 2;

/** Members that a list shows beside the label, in the order of the record. */
export function columnsOf(entity: EntityModel): string[] {
  const label = labelFieldOf(entity);
  const references = entity.references.slice(0, MOST_REFERENCES).map(({ name }) => name);
  const worthy = WORTH.flatMap((type) =>
    entity.fields.filter((one) => one !== label && one.field.type === type),
  );
  const chosen = worthy.slice(0, MOST_COLUMNS - references.length);
  const own = entity.fields.filter((one) => chosen.includes(one)).map(({ name }) => name);
  return [...own, ...references];
}
