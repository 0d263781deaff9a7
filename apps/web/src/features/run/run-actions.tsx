'use client';

import { WandSparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { hasEnded } from '#lib/statuses.ts';
import type { Run } from './use-run.ts';

/** A run has either. */
const LiveActions = dynamic(() => import('./live-actions.tsx').then((m) => m.LiveActions));
const RetryMenu = dynamic(() => import('./retry-menu.tsx').then((m) => m.RetryMenu));

/** Cancel, pause, resume, run again from a stage, change what it made: whatever this run allows now. */
export function RunActions({ run }: { run: Run }) {
  const { status, projectId, capsuleId } = run;
  if (!hasEnded(status)) return <LiveActions run={run} />;
  return (
    <>
      <RetryMenu run={run} />
      {capsuleId !== null && (
        <Button asChild>
          <Link href={`/projects/${projectId}/change?base=${capsuleId}`}>
            <WandSparkles aria-hidden />
            Change it
          </Link>
        </Button>
      )}
    </>
  );
}
