import { humanise } from '../lib/entity.ts';
import type { InputProps } from './input-props.ts';

/** Any of some values, as boxes to tick. */
export function ChoiceInput({ field, id, draft, onChange }: InputProps) {
  const chosen = Array.isArray(draft) ? draft.map(String) : [];
  const toggle = (value: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <div className="choices">
      {(field.values ?? []).map((value, at) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            id={at === 0 ? id : undefined}
            data-field={at === 0 ? field.name : undefined}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          {humanise(value)}
        </label>
      ))}
    </div>
  );
}

/** One of the numbers from 1; the arrow keys choose. */
export function RatingInput({ field, id, draft, onChange }: InputProps) {
  const most = field.max ?? 5;
  const numbers = Array.from({ length: most }, (_, at) => String(at + 1));
  const options = field.required ? numbers : ['', ...numbers];
  return (
    <div className="choices rating">
      {options.map((value, at) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={id}
            id={at === 0 ? id : undefined}
            data-field={at === 0 ? field.name : undefined}
            checked={draft === value}
            onChange={() => onChange(value)}
          />
          {value === '' ? 'None' : value}
        </label>
      ))}
    </div>
  );
}
