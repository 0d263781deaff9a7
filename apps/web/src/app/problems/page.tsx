import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ProblemList } from '#features/documents/problem-list.tsx';
import { listDocuments } from '#lib/documents.ts';

export const metadata: Metadata = { title: 'Problems' };

export default async function Page() {
  return (
    <>
      <h1 className="mb-1 font-medium text-2xl tracking-tight">Problems</h1>
      <p className="mb-4 text-muted">
        The API answers what it refuses with one of these codes, as the <code>type</code> of the
        answer.
      </p>
      <Suspense>
        <ProblemList problems={await listDocuments('problems')} />
      </Suspense>
    </>
  );
}
