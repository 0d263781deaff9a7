'use client';

import type { Blueprint, Field } from '@quantumlayer/contracts';
import { useId } from 'react';
import { Input, Label, Select } from '#components/ui/input.tsx';

export type Value = string | number | boolean;
/** What rows that are there get, by `Invoice.code`. */
export type Values = Record<string, Value>;

type ValueFieldsProps = {
  blueprint: Blueprint;
  /** `Invoice.code`: required now, without a value for the rows that are there. */
  unfilled: readonly string[];
  values: Values;
  onChange: (values: Values) => void;
};

const NUMBERS: ReadonlySet<Field['type']> = new Set([
  'integer',
  'decimal',
  'money',
  'percentage',
  'rating',
]);

/** A value for the rows that are there, for each field that becomes required. Those that were given stay in sight. */
export function ValueFields({ blueprint, unfilled, values, onChange }: ValueFieldsProps) {
  const paths = [...new Set([...Object.keys(values), ...unfilled])].sort();
  const fields = paths.flatMap((path) => {
    const field = fieldAt(blueprint, path);
    return field === undefined ? [] : [{ path, field }];
  });
  if (fields.length === 0) return null;
  return (
    <div className="grid gap-2 border-line border-b p-3">
      {fields.map(({ path, field }) => (
        <ValueField
          key={path}
          path={path}
          field={field}
          value={values[path]}
          onChange={(value) => {
            const { [path]: _, ...others } = values;
            onChange(value === undefined ? others : { ...others, [path]: value });
          }}
        />
      ))}
    </div>
  );
}

function fieldAt({ entities }: Blueprint, path: string): Field | undefined {
  const [entity, name] = path.split('.');
  return entities.find((one) => one.name === entity)?.fields.find((one) => one.name === name);
}

type ValueFieldProps = {
  path: string;
  field: Field;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
};

function ValueField({ path, field, value, onChange }: ValueFieldProps) {
  const id = useId();
  const choices = field.type === 'boolean' ? ['true', 'false'] : field.values;
  const give = (text: string) => onChange(text === '' ? undefined : typed(field.type, text));
  const shared = {
    id,
    value: String(value ?? ''),
    className: 'h-7 w-auto min-w-32 flex-1 text-xs',
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Label htmlFor={id}>
        Rows that are there get as <code className="font-mono text-xs">{path}</code>
      </Label>
      {choices === undefined ? (
        <Input
          {...shared}
          type={inputOf(field.type)}
          step="any"
          maxLength={10_000}
          onChange={({ target }) => give(target.value)}
        />
      ) : (
        <Select {...shared} onChange={({ target }) => give(target.value)}>
          <option value="">Choose</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

function typed(type: Field['type'], text: string): Value {
  if (NUMBERS.has(type)) return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

function inputOf(type: Field['type']): string {
  if (NUMBERS.has(type)) return 'number';
  return type === 'date' || type === 'time' ? type : 'text';
}
