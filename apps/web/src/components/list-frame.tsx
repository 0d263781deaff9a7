'use client';

import { type LucideIcon, SearchX } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { cn } from '#lib/cn.ts';
import { EmptyState } from './empty-state.tsx';
import { LoadingRows } from './loading-rows.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { RowList } from './row-list.tsx';
import { Button } from './ui/button.tsx';
import { Panel } from './ui/panel.tsx';

type Listing<Item> = {
  query: {
    error: Error | null;
    isPending: boolean;
    isPlaceholderData: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  rows: readonly Item[];
};

type ListFrameProps<Item> = {
  /** Names the list: `Runs`. */
  label: string;
  listing: Listing<Item>;
  empty: { icon: LucideIcon; title: string; text: string; action?: ReactNode };
  /** What is said when a filter leaves nothing; null while nothing is filtered. */
  filtered?: { title: string; text: string; onShowAll: () => void } | null;
  /** A list on a page, or in a box between other things. */
  surface?: 'page' | 'panel';
  children: (item: Item, index: number) => ReactNode;
};

/** A list in each of its states: on its way, failed, empty, filtered to nothing, shown, going on. */
export function ListFrame<Item extends { id: string }>({
  label,
  listing: { query, rows },
  empty,
  filtered = null,
  surface = 'page',
  children,
}: ListFrameProps<Item>) {
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const goOn = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const isPage = surface === 'page';
  if (query.isPending) {
    return <LoadingRows label={label.toLowerCase()} {...(!isPage && { className: 'p-0' })} />;
  }
  const notice = query.error !== null && (
    <div className={cn(isPage && 'p-4')}>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
    </div>
  );
  if (rows.length === 0) {
    if (notice) return notice;
    const nothing = filtered === null ? <Empty {...empty} /> : <Filtered {...filtered} />;
    return isPage ? nothing : <Panel>{nothing}</Panel>;
  }
  const list = (
    <RowList
      label={label}
      rows={rows}
      goesOn={hasNextPage}
      onNearEnd={isFetchNextPageError || isFetchingNextPage ? stay : goOn}
    >
      {children}
    </RowList>
  );
  return (
    <div
      aria-busy={query.isPlaceholderData}
      className={cn(query.isPlaceholderData && 'opacity-60')}
    >
      {notice}
      {isPage ? list : <Panel className="overflow-hidden">{list}</Panel>}
      {hasNextPage && (
        <div className="flex justify-center p-4">
          <Button disabled={isFetchingNextPage} onClick={goOn}>
            {isFetchingNextPage ? 'Loading' : 'Show more'}
          </Button>
        </div>
      )}
    </div>
  );
}

function stay() {}

function Empty({ icon, title, text, action }: ListFrameProps<never>['empty']) {
  return (
    <EmptyState icon={icon} title={title} text={text}>
      {action}
    </EmptyState>
  );
}

function Filtered({ title, text, onShowAll }: NonNullable<ListFrameProps<never>['filtered']>) {
  return (
    <EmptyState icon={SearchX} title={title} text={text}>
      <Button onClick={onShowAll}>Show all</Button>
    </EmptyState>
  );
}
