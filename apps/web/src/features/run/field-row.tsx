'use client';

import { FIELD_NAME, fieldLegality, fieldTypes } from '@quantumlayer/contracts/field-types';
import { withType, withValues } from '@quantumlayer/contracts/retype-field';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import type { Field } from '#lib/blueprint.ts';
import { cn } from '#lib/cn.ts';
import { describeComputed } from '#lib/describe-rules.ts';
import { FieldDetails } from './field-details.tsx';

type FieldRowProps = {
  field: Field;
  onRename: (name: string) => void;
  onChange: (field: Field) => void;
  children: ReactNode;
};

export function FieldRow({ field, onRename, onChange, children }: FieldRowProps) {
  const [name, setName] = useState(field.name);
  const [isOpen, setIsOpen] = useState(false);
  const computed = describeComputed(field);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        aria-label={`Name of ${field.name}`}
        value={name}
        aria-invalid={!FIELD_NAME.test(name)}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => (FIELD_NAME.test(name) ? onRename(name) : setName(field.name))}
        className="h-7 w-auto min-w-24 flex-1 font-mono text-xs"
      />
      <Select
        aria-label={`Type of ${field.name}`}
        value={field.type}
        onChange={(event) => onChange(withType(field, event.target.value))}
        className="h-7 w-26 text-xs"
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
      <span className="ml-auto flex">
        {computed === null && (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Details of ${field.name}`}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronRight className={cn('transition-transform', isOpen && 'rotate-90')} />
          </Button>
        )}
        {children}
      </span>
      {field.values !== undefined && (
        <Input
          aria-label={`Values of ${field.name}, separated by commas`}
          defaultValue={field.values.join(', ')}
          onBlur={(event) => onChange(withValues(field, event.target.value))}
          className="h-7 text-xs"
        />
      )}
      {isOpen && <FieldDetails field={field} onChange={onChange} />}
    </div>
  );
}

/** What somebody gives may be required and unique; what is worked out is neither. */
function Flags({ field, onChange }: Pick<FieldRowProps, 'field' | 'onChange'>) {
  const { canBeRequired, canBeUnique } = fieldLegality[field.type];
  return (
    <>
      <Flag
        label="required"
        isOn={field.required}
        isDisabled={!canBeRequired}
        onChange={(required) => onChange({ ...field, required })}
      />
      <Flag
        label="unique"
        isOn={field.unique}
        isDisabled={!canBeUnique}
        onChange={(unique) => onChange({ ...field, unique })}
      />
    </>
  );
}

type FlagProps = {
  label: string;
  isOn: boolean;
  isDisabled: boolean;
  onChange: (isOn: boolean) => void;
};

/** A short name with a box to tick. */
export function Flag({ label, isOn, isDisabled, onChange }: FlagProps) {
  return (
    <label className="flex cursor-pointer items-center gap-1 text-muted text-xs">
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
        className="size-3.5 accent-accent"
      />
      {label}
    </label>
  );
}
