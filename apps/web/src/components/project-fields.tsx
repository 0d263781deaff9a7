import { useId } from 'react';
import { Input, Label, Textarea } from './ui/input.tsx';

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 2_000;

type Described = { name: string; description: string };
type ProjectFieldsProps = { value: Described; onChange: (value: Described) => void };

/** What a person says of a project. */
export function ProjectFields({ value, onChange }: ProjectFieldsProps) {
  const id = useId();
  return (
    <>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-name`}>Name</Label>
        <Input
          id={`${id}-name`}
          required
          maxLength={LONGEST_NAME}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-description`}>What is it?</Label>
        <Textarea
          id={`${id}-description`}
          rows={3}
          maxLength={LONGEST_DESCRIPTION}
          value={value.description}
          onChange={(event) => onChange({ ...value, description: event.target.value })}
        />
      </div>
    </>
  );
}
