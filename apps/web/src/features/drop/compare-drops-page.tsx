'use client';

import { ApiProblem } from '@quantumlayer/sdk';
import { ArrowLeftRight } from 'lucide-react';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CompareFiles, type FileChange, type Side } from '#components/compare-files.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { DropDocument } from '#lib/drop-documents.ts';
import { shortId } from '#lib/format.ts';
import { nameOfStage } from '#lib/stages.ts';
import { useGo } from '#lib/use-go.ts';
import { type Drop, useDocuments, useDrop } from './use-drop.ts';

type CompareDropsPageProps = { from: string; to: string };

/** Two drops, file by file. */
export function CompareDropsPage({ from, to }: CompareDropsPageProps) {
  const before = useDrop(from);
  const after = useDrop(to);
  const old = useDocuments(before.data);
  const now = useDocuments(after.data);
  const error = before.error ?? after.error ?? old.error ?? now.error;
  const go = useGo();
  const swapUrl = `/drops/compare?from=${to}&to=${from}`;
  useCommands('compare-drops', [
    { id: 'compare.swap', name: 'Swap the two', group: 'Compare', run: () => go(swapUrl) },
  ]);
  if (error instanceof ApiProblem && error.status === 404) notFound();
  return (
    <>
      <PageHeader
        title={
          before.data === undefined || after.data === undefined
            ? 'Compare'
            : `${nameOf(before.data)} → ${nameOf(after.data)}`
        }
        crumbs={[{ name: 'Drops', href: '/drops' }]}
      >
        <Button asChild>
          <Link href={swapUrl}>
            <ArrowLeftRight aria-hidden />
            Swap
          </Link>
        </Button>
      </PageHeader>
      <div className="px-4 py-4 md:px-6">
        {error !== null && <ProblemNotice error={error} />}
        {error === null && (old.data === undefined || now.data === undefined) && (
          <Skeleton className="h-96" />
        )}
        {old.data !== undefined && now.data !== undefined && (
          <CompareDocuments key={`${from} ${to}`} from={old.data} to={now.data} ids={[from, to]} />
        )}
      </div>
    </>
  );
}

function nameOf({ stage, version, runId }: Drop): string {
  return `${nameOfStage(stage)} ${version} (${shortId(runId)})`;
}

type Documents = readonly DropDocument[];

function CompareDocuments({ from, to, ids }: { from: Documents; to: Documents; ids: string[] }) {
  const read = async (path: string, side: Side) =>
    (side === 'from' ? from : to).find((one) => one.path === path)?.text ?? '';
  return <CompareFiles changes={changesOf(from, to)} queryKey={['compare', ids]} read={read} />;
}

function changesOf(from: Documents, to: Documents): FileChange[] {
  const before = new Map(from.map(({ path, text }) => [path, text]));
  const after = new Map(to.map(({ path, text }) => [path, text]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path): FileChange[] => {
    if (!before.has(path)) return [{ path, kind: 'added' }];
    if (!after.has(path)) return [{ path, kind: 'removed' }];
    return before.get(path) === after.get(path) ? [] : [{ path, kind: 'changed' }];
  });
}
