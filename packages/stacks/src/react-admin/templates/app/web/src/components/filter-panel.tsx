import { FieldInput } from '../fields/field-input.tsx';
import { type Draft, toValue } from '../lib/drafts.ts';
import type { Field } from '../lib/entity.ts';
import { toLocalInput } from '../lib/format.ts';
import type { useListState } from '../lib/list-state.ts';

type Props = { fields: readonly Field[]; list: ReturnType<typeof useListState> };

/** One input for each filter, two where there is a range; the list follows at once. */
export function FilterPanel({ fields, list }: Props) {
  const inputs = fields.flatMap((field) =>
    field.filter === 'range'
      ? [
          { field, parameter: `${field.name}.gte`, label: `${field.label} from` },
          { field, parameter: `${field.name}.lte`, label: `${field.label} to` },
        ]
      : [{ field, parameter: field.name, label: field.label }],
  );
  return (
    <fieldset className="filters">
      <legend className="hidden">Filters</legend>
      {inputs.map(({ field, parameter, label }) => (
        <FilterInput
          key={parameter}
          field={field}
          parameter={parameter}
          label={label}
          list={list}
        />
      ))}
    </fieldset>
  );
}

type InputProps = { field: Field; parameter: string; label: string; list: Props['list'] };

function FilterInput({ field, parameter, label, list }: InputProps) {
  const id = `filter-${parameter}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldInput
        field={asFilter(field)}
        id={id}
        draft={draftOf(field, list.parameters.get(parameter) ?? '')}
        onChange={(draft) => list.set({ [parameter]: parameterOf(field, draft) })}
        describedBy={undefined}
        isInvalid={false}
      />
    </div>
  );
}

/** Never required, and one of several choices is enough. */
function asFilter(field: Field): Field {
  const type = FILTERED_AS[field.type] ?? field.type;
  return { ...field, required: false, type };
}

const FILTERED_AS: Partial<Record<Field['type'], Field['type']>> = {
  'multi-choice': 'enum',
  rating: 'integer',
};

function draftOf({ type }: Field, text: string): Draft {
  return type === 'datetime' && text !== '' ? toLocalInput(text) : text;
}

/** What the API is asked for; nothing for what is only half typed. */
function parameterOf(field: Field, draft: Draft): string {
  const value = toValue(asFilter(field), draft);
  return value === null ? '' : String(value);
}
