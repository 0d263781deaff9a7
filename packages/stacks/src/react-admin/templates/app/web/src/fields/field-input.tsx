import type { ReactNode } from 'react';
import { ReferencePicker } from '../components/reference-picker.tsx';
import type { Draft, Place } from '../lib/drafts.ts';
import { type Field, humanise } from '../lib/entity.ts';
import { ChoiceInput, RatingInput } from './choice-inputs.tsx';
import { ColourInput } from './colour-input.tsx';
// @if countries
import { CountryInput } from './country-input.tsx';
// @end
import type { InputProps } from './input-props.ts';
import { PlaceInput } from './place-input.tsx';
import { Select } from './select.tsx';

type TextInput = {
  type?: string;
  inputMode?: 'decimal' | 'numeric';
  autoComplete?: string;
};

const TEXT_INPUTS: Partial<Record<Field['type'], TextInput>> = {
  email: { type: 'email', autoComplete: 'off' },
  phone: { type: 'tel' },
  url: { type: 'url' },
  integer: { inputMode: 'numeric' },
  decimal: { inputMode: 'decimal' },
  money: { inputMode: 'decimal' },
  percentage: { inputMode: 'decimal' },
  date: { type: 'date' },
  time: { type: 'time' },
  datetime: { type: 'datetime-local' },
  password: { type: 'password', autoComplete: 'new-password' },
};

/** The input that fits the type of a field. */
export function FieldInput(props: InputProps): ReactNode {
  const { field, draft, onChange, id, describedBy, isInvalid } = props;
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid,
    'aria-required': field.required === true,
    'data-field': field.name,
  };
  const text = typeof draft === 'string' ? draft : '';
  switch (field.type) {
    case 'text':
    case 'json':
      return (
        <textarea
          {...common}
          rows={field.type === 'json' ? 6 : 4}
          className={field.type === 'json' ? 'json' : undefined}
          spellCheck={field.type === 'text'}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'enum':
      return (
        <Select
          {...common}
          value={text}
          onChange={onChange}
          isOptional={!field.required || text === ''}
        >
          {(field.values ?? []).map((value) => (
            <option key={value} value={value}>
              {humanise(value)}
            </option>
          ))}
        </Select>
      );
    case 'boolean':
      return (
        <Select {...common} value={text} onChange={onChange} isOptional={!field.required}>
          <option value="true">Yes</option>
          <option value="false">No</option>
        </Select>
      );
// @if countries
    case 'country':
      return <CountryInput {...props} />;
// @end
    case 'multi-choice':
      return <ChoiceInput {...props} />;
    case 'rating':
      return <RatingInput {...props} />;
    case 'geo-point':
      return (
        <PlaceInput {...props} draft={isPlace(draft) ? draft : { latitude: '', longitude: '' }} />
      );
    case 'colour':
      return <ColourInput {...props} />;
    case 'reference':
      return <ReferencePicker {...props} path={field.target ?? ''} />;
    default:
      return (
        <input
          {...common}
          {...TEXT_INPUTS[field.type]}
          {...(field.type === 'duration' && { placeholder: '1 h 30 min' })}
          {...(field.type === 'locale' && { placeholder: 'en-GB' })}
          {...(field.type === 'ip-address' && { placeholder: '192.0.2.1' })}
          {...(['time', 'datetime'].includes(field.type) && { step: 'any' })}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function isPlace(draft: Draft): draft is Place {
  return typeof draft === 'object' && 'latitude' in draft;
}
