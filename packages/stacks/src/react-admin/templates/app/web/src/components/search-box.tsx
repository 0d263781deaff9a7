import { useEffect, useId, useState } from 'react';
import type { Entity } from '../lib/entity.ts';
import type { useListState } from '../lib/list-state.ts';

const PAUSE_MS = 250;

/** Searches while somebody types, a moment after the last key. */
export function SearchBox({
  entity,
  list,
}: {
  entity: Entity;
  list: ReturnType<typeof useListState>;
}) {
  const id = useId();
  const { set } = list;
  const searched = list.parameters.get('q') ?? '';
  const [text, setText] = useState(searched);
  const [before, setBefore] = useState(searched);
  if (before !== searched) {
    setBefore(searched);
    setText(searched);
  }
  useEffect(() => {
    if (text.trim() === searched) return;
    const timer = setTimeout(() => set({ q: text.trim() }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, searched, set]);
  return (
    <search className="search">
      <label htmlFor={id} className="hidden">
        Search {entity.pluralTitle}
      </label>
      <input
        id={id}
        type="search"
        maxLength={200}
        placeholder={`Search ${entity.pluralTitle}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </search>
  );
}
