import type { ReactNode } from 'react';
import { Problem } from '../lib/api.ts';

/** Rows of the size that the content will have. */
export function Loading({ rows = 8 }: { rows?: number }) {
  return (
    <div className="loading" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={at} className="shimmer" />
      ))}
    </div>
  );
}

/** Where there is nothing: why, and what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** What went wrong, and how to go on. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  // What is not there is not there a second time either; the way back stands above it.
  if (error instanceof Problem && error.status === 404) return <Empty title={error.message} />;
  const instance = error instanceof Problem ? error.instance : undefined;
  return (
    <div className="failure" role="alert">
      <p className="empty-title">{error.message}</p>
      {instance && (
        <p className="faint">
          Request <code>{instance}</code>
        </p>
      )}
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
