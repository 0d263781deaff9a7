import type { useListState } from '../lib/list-state.ts';

type Props = { list: ReturnType<typeof useListState>; nextCursor: string | null };

/** The ways to the other pages; nothing where there is only one. */
export function Pager({ list, nextCursor }: Props) {
  if (list.isFirstPage && nextCursor === null) return null;
  return (
    <nav className="pager" aria-label="Pages">
      <button type="button" disabled={list.isFirstPage} onClick={list.goFirst}>
        First
      </button>
      <button type="button" disabled={!list.hasPrevious} onClick={list.goPrevious}>
        Previous
      </button>
      <button
        type="button"
        disabled={nextCursor === null}
        onClick={() => nextCursor && list.goNext(nextCursor)}
      >
        Next
      </button>
    </nav>
  );
}
