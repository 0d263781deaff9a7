import { useId, useState } from 'react';
import { entityAt } from '../entities/entities.ts';
import type { InputProps } from '../fields/input-props.ts';
import { withArticle } from '../lib/entity.ts';
import { useRecord } from '../lib/records.ts';
import { labelOf } from '../lib/text-of.ts';
import { Combobox } from './combobox.tsx';
import { useMatches } from './use-matches.ts';

type Props = Pick<
  InputProps,
  'field' | 'id' | 'draft' | 'onChange' | 'describedBy' | 'isInvalid'
> & {
  path: string;
};

/** Chooses a record of another kind: shows matches as somebody types. */
export function ReferencePicker({
  path,
  field,
  id,
  draft,
  onChange,
  describedBy,
  isInvalid,
}: Props) {
  const entity = entityAt(path);
  const chosen = typeof draft === 'string' && draft !== '' ? draft : undefined;
  const { data, isError } = useRecord(entity, chosen);
  /** What is being typed; null as long as nothing is. */
  const [text, setText] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const matches = useMatches(entity, isOpen ? (text ?? '') : null);
  const label = data ? labelOf(entity, data) : isError ? 'Not visible' : '…';
  const shown = text ?? (chosen === undefined ? '' : label);

  function leave(): void {
    if (text === '') onChange('');
    setText(null);
    setOpen(false);
  }

  return (
    <Combobox
      id={id}
      listId={useId()}
      name={field.name}
      text={shown}
      placeholder={`Find ${withArticle(entity.title)}`}
      options={matches}
      isRequired={field.required === true}
      describedBy={describedBy}
      isInvalid={isInvalid}
      onOpen={() => setOpen(true)}
      onText={setText}
      onChoose={(option) => {
        onChange(option?.id ?? '');
        setText(null);
      }}
      onLeave={leave}
    />
  );
}
