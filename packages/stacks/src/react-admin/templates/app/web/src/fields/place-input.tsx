import type { Place } from '../lib/drafts.ts';
import type { InputProps } from './input-props.ts';

/** Latitude and longitude in degrees. */
export function PlaceInput({
  field,
  id,
  draft,
  onChange,
  describedBy,
  isInvalid,
}: Omit<InputProps, 'draft'> & { draft: Place }) {
  return (
    <div className="beside">
      {(['latitude', 'longitude'] as const).map((part, at) => (
        <label key={part} className="part">
          {part === 'latitude' ? 'Latitude' : 'Longitude'}
          <input
            id={at === 0 ? id : undefined}
            data-field={at === 0 ? field.name : undefined}
            aria-describedby={describedBy}
            aria-invalid={isInvalid}
            inputMode="decimal"
            value={draft[part]}
            onChange={(event) => onChange({ ...draft, [part]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
