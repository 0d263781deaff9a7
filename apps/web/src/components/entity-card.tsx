import type { Entity, Field, Relation } from '#lib/blueprint.ts';
import { cn } from '#lib/cn.ts';
import { describeAccess, describeComputed, describeRules } from '#lib/describe-rules.ts';

const KINDS: Record<Relation['kind'], string> = {
  'belongs-to': 'belongs to',
  'has-many': 'has many',
  'has-one': 'has one',
  'many-to-many': 'many to many',
};

/** An entity of a blueprint: its fields, what it is related to, who may do what with it and its rules. */
export function EntityCard({ entity, className }: { entity: Entity; className?: string }) {
  return (
    <article className={cn('rounded-lg border border-line bg-surface', className)}>
      <h3 className="border-line border-b px-3 py-2 font-medium">{entity.name}</h3>
      <ul className="py-1">
        {entity.fields.map((field) => (
          <li key={field.name} className="flex items-baseline gap-3 px-3 py-0.5">
            <span className="min-w-0 shrink-0 font-mono text-xs">{field.name}</span>
            <span className="ml-auto min-w-0 text-right text-muted text-xs">{rulesOf(field)}</span>
          </li>
        ))}
        {entity.relations.map((relation) => (
          <li key={relation.name} className="flex items-baseline gap-3 px-3 py-0.5">
            <span className="shrink-0 font-mono text-accent text-xs">{relation.name}</span>
            <span className="ml-auto text-right text-muted text-xs">
              {KINDS[relation.kind]} {relation.target}
              {relation.kind === 'belongs-to' && !relation.required && ', optional'}
              {relation.nested === true && ', created together'}
            </span>
          </li>
        ))}
      </ul>
      <RightsOf entity={entity} />
      <RulesOf entity={entity} />
    </article>
  );
}

/** Who may do what with its rows. */
function RightsOf({ entity }: { entity: Entity }) {
  const rights = describeAccess(entity);
  if (rights.length === 0) return null;
  return (
    <dl aria-label={`Who may do what with ${entity.plural}`} className="border-line border-t py-1">
      {rights.map(({ name, value }) => (
        <div key={name} className="flex items-baseline gap-3 px-3 py-0.5 text-xs">
          <dt className="text-muted">{name}</dt>
          <dd className="ml-auto text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RulesOf({ entity }: { entity: Entity }) {
  const rules = describeRules(entity);
  if (rules.length === 0) return null;
  return (
    <ul
      aria-label={`Rules of ${entity.plural}`}
      className="list-disc border-line border-t py-1 pr-3 pl-7 text-xs marker:text-subtle"
    >
      {rules.map((rule) => (
        <li key={rule} className="py-0.5">
          {rule}
        </li>
      ))}
    </ul>
  );
}

/** `email, unique, optional`; `integer 1–5, default 3`; `draft | sent | paid`; `file pdf ≤ 5 MB`; `money = quantity × unit price`. */
function rulesOf(field: Field): string {
  const computed = describeComputed(field);
  if (computed !== null) return `${field.type} = ${computed}`;
  const kind = field.values?.join(' | ') ?? field.type;
  return [
    `${kind}${rangeOf(field)}`,
    ...(field.unique ? ['unique'] : []),
    ...(field.required ? [] : ['optional']),
    ...(field.default === undefined ? [] : [`default ${field.default}`]),
  ].join(', ');
}

function rangeOf({ min, max, minLength, maxLength, maxBytes, mediaTypes }: Field): string {
  if (maxBytes !== undefined || mediaTypes !== undefined) {
    const kinds = (mediaTypes ?? []).map((type) => type.replace(/^.*\//, ''));
    const size = maxBytes === undefined ? [] : [`≤ ${sizeOf(maxBytes)}`];
    return ` ${[kinds.join(' | '), ...size].filter(Boolean).join(' ')}`;
  }
  const low = min ?? minLength;
  const high = max ?? maxLength;
  const unit = minLength !== undefined || maxLength !== undefined ? ' characters' : '';
  if (low !== undefined && high !== undefined) return ` ${low}–${high}${unit}`;
  if (low !== undefined) return ` ≥ ${low}${unit}`;
  return high === undefined ? '' : ` ≤ ${high}${unit}`;
}

/** As people say it, in thousands of bytes: `5 MB`. */
function sizeOf(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${Number(size.toFixed(1))} ${unit}`;
}
