import { ApiProblem, ServerUnreachable } from '@quantumlayer/sdk';
import { TriangleAlert } from 'lucide-react';
import { Button } from './ui/button.tsx';

/** What the SDK calls a problem that names no page of its own. */
const NO_CODE = 'about-blank';

type ProblemNoticeProps = { error: unknown; onRetry?: () => void; title?: string };

/** What went wrong, what to do about it, and the id under which the server's log has the rest. */
export function ProblemNotice({ error, onRetry, title }: ProblemNoticeProps) {
  const { heading, detail, instance, code } = describeProblem(error);
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-lg border border-line bg-failed-soft p-3"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">{title ?? heading}</p>
        <p className="mt-0.5 break-words text-muted">{detail}</p>
        {(code !== null || instance !== null) && (
          <p className="mt-1 flex flex-wrap gap-x-3 font-mono text-muted text-xs">
            {code !== null && (
              <a href={`/problems/${code}`} className="underline underline-offset-2 hover:text-ink">
                {code}
              </a>
            )}
            {instance !== null && <span className="break-all">{instance}</span>}
          </p>
        )}
      </div>
      {onRetry !== undefined && (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

type Described = { heading: string; detail: string; instance: string | null; code: string | null };

/** An error in words for a person; never a stack. */
export function describeProblem(error: unknown): Described {
  if (error instanceof ApiProblem) {
    const { title, instance } = error.problem;
    return {
      heading: typeof title === 'string' ? title : `The server answered ${error.status}`,
      detail: error.message,
      instance: typeof instance === 'string' ? instance : null,
      code: error.code === NO_CODE ? null : error.code,
    };
  }
  if (error instanceof ServerUnreachable) {
    return {
      heading: 'The factory does not answer',
      detail: 'It may be restarting. Runs lose nothing meanwhile; this page catches up by itself.',
      instance: null,
      code: null,
    };
  }
  return {
    heading: 'Something is wrong on this page',
    detail: error instanceof Error ? error.message : String(error),
    instance: null,
    code: null,
  };
}
