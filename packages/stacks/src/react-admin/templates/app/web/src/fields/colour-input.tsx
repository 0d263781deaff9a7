import type { InputProps } from './input-props.ts';

/** A colour as text, and the chooser of the browser beside it. */
export function ColourInput({ field, id, draft, onChange, describedBy, isInvalid }: InputProps) {
  const text = typeof draft === 'string' ? draft : '';
  const isColour = /^#[0-9a-f]{6}$/i.test(text);
  return (
    <div className="beside">
      <input
        id={id}
        data-field={field.name}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        aria-required={field.required === true}
        placeholder="#1e90ff"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        type="color"
        aria-label={`Choose ${field.label.toLowerCase()}`}
        value={isColour ? text.toLowerCase() : '#888888'}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
