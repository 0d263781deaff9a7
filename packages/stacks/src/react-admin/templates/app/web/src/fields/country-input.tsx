import { country } from '../../../src/fields/country.ts';
import { formatCountry } from '../lib/format.ts';
import type { InputProps } from './input-props.ts';
import { Select } from './select.tsx';

const names = country()
  .options.map((code) => ({ code, name: formatCountry(code) }))
  .sort((left, right) => left.name.localeCompare(right.name));

/** A country by its name. */
export function CountryInput({ field, id, draft, onChange, describedBy, isInvalid }: InputProps) {
  return (
    <Select
      id={id}
      data-field={field.name}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={field.required === true}
      value={typeof draft === 'string' ? draft : ''}
      onChange={onChange}
      isOptional={!field.required || draft === ''}
    >
      {names.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
