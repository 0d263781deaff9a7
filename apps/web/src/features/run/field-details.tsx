'use client';

import {
  FILE_BYTES,
  fieldLegality,
  imageTypes,
  MOST_FILE_BYTES,
  mediaTypes,
  RATING_MAX,
} from '@quantumlayer/contracts/field-types';
import {
  withDefault,
  withDescription,
  withMediaType,
  withNumber,
} from '@quantumlayer/contracts/retype-field';
import type { ReactNode } from 'react';
import { Input, Select } from '#components/ui/input.tsx';
import type { Field } from '#lib/blueprint.ts';

type FieldDetailsProps = { field: Field; onChange: (field: Field) => void };
type Bound = Parameters<typeof withNumber>[1];

const BOUNDS: Readonly<
  Record<'numbers' | 'lengths' | 'scale' | 'bytes', readonly { property: Bound; label: string }[]>
> = {
  numbers: [
    { property: 'min', label: 'At least' },
    { property: 'max', label: 'At most' },
  ],
  lengths: [
    { property: 'minLength', label: 'Characters at least' },
    { property: 'maxLength', label: 'Characters at most' },
  ],
  scale: [{ property: 'max', label: 'Stars' }],
  bytes: [{ property: 'maxBytes', label: 'Bytes at most' }],
};
const UNSAID: Partial<Record<Bound, number>> = { max: RATING_MAX, maxBytes: FILE_BYTES };

/** What a type allows besides its values: bounds, a default, kinds of files, and what the field is for. */
export function FieldDetails({ field, onChange }: FieldDetailsProps) {
  const { bounds, defaultOf } = fieldLegality[field.type];
  return (
    <div className="grid w-full grid-cols-2 gap-2 rounded-md bg-sunken p-2">
      {bounds !== null &&
        BOUNDS[bounds].map(({ property, label }) => (
          <Detail key={property} label={label} of={field.name}>
            <Input
              type="number"
              defaultValue={field[property]}
              placeholder={bounds === 'scale' || bounds === 'bytes' ? `${UNSAID[property]}` : 'any'}
              max={bounds === 'bytes' ? MOST_FILE_BYTES : undefined}
              onBlur={(event) => onChange(withNumber(field, property, event.target.value))}
              className="h-7 text-xs"
            />
          </Detail>
        ))}
      {defaultOf !== null && (
        <Detail label="Unless given" of={field.name}>
          <DefaultInput field={field} onChange={onChange} />
        </Detail>
      )}
      {bounds === 'bytes' && <MediaTypes field={field} onChange={onChange} />}
      <Detail label="What it is" of={field.name} isWide>
        <Input
          defaultValue={field.description}
          maxLength={500}
          onBlur={(event) => onChange(withDescription(field, event.target.value))}
          className="h-7 text-xs"
        />
      </Detail>
    </div>
  );
}

function DefaultInput({ field, onChange }: FieldDetailsProps) {
  const { defaultOf } = fieldLegality[field.type];
  const choices = defaultOf === 'boolean' ? ['true', 'false'] : field.values;
  const shown = field.default === undefined ? '' : String(field.default);
  if (choices === undefined)
    return (
      <Input
        type={defaultOf === 'number' || defaultOf === 'integer' ? 'number' : 'text'}
        defaultValue={shown}
        placeholder="nothing"
        onBlur={(event) => onChange(withDefault(field, event.target.value))}
        className="h-7 text-xs"
      />
    );
  return (
    <Select
      value={shown}
      onChange={(event) => onChange(withDefault(field, event.target.value))}
      className="h-7 text-xs"
    >
      <option value="">nothing</option>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </Select>
  );
}

function MediaTypes({ field, onChange }: FieldDetailsProps) {
  const all = field.type === 'image' ? imageTypes : mediaTypes;
  const allowed: readonly string[] = field.mediaTypes ?? all;
  return (
    <fieldset className="col-span-2 flex flex-wrap gap-x-3 gap-y-1">
      <legend className="pb-1 text-muted text-xs">Kinds of {field.name}</legend>
      {all.map((type) => (
        <label key={type} className="flex cursor-pointer items-center gap-1 text-xs">
          <input
            type="checkbox"
            checked={allowed.includes(type)}
            onChange={(event) => onChange(withMediaType(field, all, type, event.target.checked))}
            className="size-3.5 accent-accent"
          />
          {type.replace(/^.*\//, '')}
        </label>
      ))}
    </fieldset>
  );
}

type DetailProps = { label: string; of: string; isWide?: boolean; children: ReactNode };

function Detail({ label, of, isWide = false, children }: DetailProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is passed as its child.
    <label className={`grid gap-1 text-muted text-xs ${isWide ? 'col-span-2' : ''}`}>
      <span>
        {label} <span className="sr-only">of {of}</span>
      </span>
      {children}
    </label>
  );
}
