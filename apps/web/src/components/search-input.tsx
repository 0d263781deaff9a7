import { Input } from './ui/input.tsx';

type SearchInputProps = {
  /** What it finds, said to a screen reader and, unless `placeholder` is given, in the field. */
  label: string;
  placeholder?: string;
  value: string;
  onType: (words: string) => void;
  className?: string;
};

/** Words that narrow what is shown as they are typed. */
export function SearchInput({ label, onType, ...props }: SearchInputProps) {
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      onChange={(event) => onType(event.target.value)}
      {...props}
    />
  );
}
