import type { ReactNode } from 'react';

type SelectProps = {
  value: string;
  isOptional: boolean;
  onChange(value: string): void;
  children: ReactNode;
};

/** A native select, with an empty choice where there may be none. */
export function Select({ onChange, isOptional, children, ...rest }: SelectProps & { id: string }) {
  return (
    <select {...rest} onChange={(event) => onChange(event.target.value)}>
      {isOptional && <option value="">–</option>}
      {children}
    </select>
  );
}
