'use client';

import { ProblemNotice } from '#components/problem-notice.tsx';

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <div className="mx-auto max-w-2xl p-6">
      <h1 className="mb-3 font-medium text-base">This page cannot be shown</h1>
      <ProblemNotice error={error} onRetry={reset} />
    </div>
  );
}
