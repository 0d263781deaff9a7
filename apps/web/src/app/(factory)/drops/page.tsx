import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DropsPage } from '#features/drops/drops-page.tsx';

export const metadata: Metadata = { title: 'Drops' };

export default function Page() {
  return (
    <Suspense>
      <DropsPage />
    </Suspense>
  );
}
