import { type KeyboardEvent, useState } from 'react';
import type { Match } from './use-matches.ts';

type Props = {
  id: string;
  listId: string;
  name: string;
  text: string;
  placeholder: string;
  /** Null while nothing was asked for, or nothing has come yet. */
  options: readonly Match[] | null;
  isRequired: boolean;
  describedBy: string | undefined;
  isInvalid: boolean;
  /** Matches are wanted. */
  onOpen(): void;
  onText(text: string): void;
  onChoose(option: Match | null): void;
  onLeave(): void;
};

/** A text with a list of matches below it, as the ARIA pattern "editable combobox with list autocomplete" has it. */
export function Combobox(props: Props) {
  const { id, listId, text, options, onText, onChoose } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = isOpen ? (options ?? []) : [];
  const optionId = (at: number) => `${listId}-${at}`;

  function open(): void {
    setOpen(true);
    setActive(0);
    props.onOpen();
  }

  function choose(option: Match | null): void {
    setOpen(false);
    onChoose(option);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) open();
      else if (shown.length > 0) setActive((active + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = shown[active];
      if (option) choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
      props.onLeave();
    }
  }

  return (
    <div className="combobox">
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid}
        aria-required={props.isRequired}
        data-field={props.name}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          open();
          onText(event.target.value);
        }}
        onClick={open}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          props.onLeave();
        }}
      />
      <div id={listId} role="listbox" aria-label="Matches" className="matches" hidden={!isOpen}>
        {shown.map((option, at) => (
          // The input keeps the focus, and with it the keys.
          // biome-ignore lint/a11y/useFocusableInteractive: an option is reached by aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input
          <div
            key={option.id}
            id={optionId(at)}
            role="option"
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.label}
          </div>
        ))}
      </div>
      {isOpen && options?.length === 0 && (
        <p className="matches no-match" role="status">
          Nothing matches.
        </p>
      )}
    </div>
  );
}
