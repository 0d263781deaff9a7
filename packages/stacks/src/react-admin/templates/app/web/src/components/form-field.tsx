import { FieldInput } from '../fields/field-input.tsx';
import type { Draft } from '../lib/drafts.ts';
import type { Field } from '../lib/entity.ts';

type Props = {
  field: Field;
  draft: Draft;
  error: string | undefined;
  onChange(draft: Draft): void;
};

/** Several inputs that are one field. */
const GROUPS: readonly Field['type'][] = ['multi-choice', 'rating', 'geo-point'];

/** An input under its name, with what there is to say about it. */
export function FormField({ field, draft, error, onChange }: Props) {
  const id = `field-${field.name}`;
  const notes = [...(field.hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])];
  const describedBy = notes.join(' ') || undefined;
  const input = (
    <FieldInput
      field={field}
      id={id}
      draft={draft}
      onChange={onChange}
      describedBy={describedBy}
      isInvalid={error !== undefined}
    />
  );
  const name = (
    <>
      {field.label}
      {!field.required && <span className="faint"> optional</span>}
    </>
  );
  const about = (
    <>
      {field.hint && (
        <p id={`${id}-hint`} className="hint">
          {field.hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </>
  );
  if (GROUPS.includes(field.type)) {
    return (
      <fieldset className="field" aria-describedby={describedBy}>
        <legend>{name}</legend>
        {input}
        {about}
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {input}
      {about}
    </div>
  );
}
