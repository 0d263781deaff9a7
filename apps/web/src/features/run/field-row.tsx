'use client';

import { FIELD_NAME, fieldTypes } from '@quantumlayer/contracts/field-types';
import { type ReactNode, useState } from 'react';
import { Input, Select } from '#components/ui/input.tsx';
import type { Field } from '#lib/blueprint.ts';
import { describeComputed } from '#lib/describe-rules.ts';

type FieldRowProps = {
  field: Field;
  onRename: (name: string) => void;
  onChange: (field: Field) => void;
  children: ReactNode;
};

export function FieldRow({ field, onRename, onChange, children }: FieldRowProps) {
  const [name, setName] = useState(field.name);
  const computed = describeComputed(field);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        aria-label={`Name of ${field.name}`}
        value={name}
        aria-invalid={!FIELD_NAME.test(name)}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => (FIELD_NAME.test(name) ? onRename(name) : setName(field.name))}
        className="h-7 w-36 font-mono text-xs"
      />
      <Select
        aria-label={`Type of ${field.name}`}
        value={field.type}
        onChange={(event) => onChange(withType(field, event.target.value))}
        className="h-7 w-28 text-xs"
      >
        {fieldTypes.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </Select>
      {computed === null ? (
        <Flags field={field} onChange={onChange} />
      ) : (
        <span className="text-muted text-xs">= {computed}</span>
      )}
      <span className="ml-auto">{children}</span>
      {field.values !== undefined && (
        <Input
          aria-label={`Values of ${field.name}, separated by commas`}
          defaultValue={field.values.join(', ')}
          onBlur={(event) => onChange(withValues(field, event.target.value))}
          className="h-7 text-xs"
        />
      )}
    </div>
  );
}

/** What somebody gives may be required and unique; what is worked out is neither. */
function Flags({ field, onChange }: Pick<FieldRowProps, 'field' | 'onChange'>) {
  return (
    <>
      <Flag
        label="required"
        isOn={field.required}
        onChange={(required) => onChange({ ...field, required })}
      />
      <Flag
        label="unique"
        isOn={field.unique}
        onChange={(unique) => onChange({ ...field, unique })}
      />
    </>
  );
}

type FlagProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

function Flag({ label, isOn, onChange }: FlagProps) {
  return (
    <label className="flex cursor-pointer items-center gap-1 text-muted text-xs">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-3.5 accent-accent"
      />
      {label}
    </label>
  );
}

/** Another type makes the rules of the old one void; what is chosen from values begins with some. */
function withType(field: Field, chosen: string): Field {
  const { name, required, unique, description, computed } = field;
  const type = fieldTypes.find((one) => one === chosen) ?? 'string';
  return {
    name,
    type,
    required: required && !isFile(type),
    unique: unique && !isFile(type) && type !== 'password' && type !== 'geo-point',
    ...(description !== undefined && { description }),
    ...(computed !== undefined && { computed }),
    ...(type === 'enum' && { values: ['first'] }),
    ...(type === 'multi-choice' && { values: ['first', 'second'] }),
  };
}

/** It is put after its record was made. */
const isFile = (type: Field['type']) => type === 'file' || type === 'image';

function withValues(field: Field, text: string): Field {
  const values = [...new Set(text.split(',').map((value) => value.trim()))].filter(Boolean);
  if (values.length === 0) return field;
  const { default: chosen, ...rest } = field;
  return {
    ...rest,
    values,
    ...(typeof chosen === 'string' && values.includes(chosen) && { default: chosen }),
  };
}
