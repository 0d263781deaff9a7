import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

type Notify = (text: string) => void;

const SHOWN_MS = 6_000;

const Notices = createContext<Notify>(() => undefined);

/** Says what was done, to eyes and to screen readers; the next notice takes the place of the last one. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<{ text: string; count: number }>();
  const notify = useCallback<Notify>(
    (text) => setNotice((before) => ({ text, count: (before?.count ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => setNotice(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <Notices value={notify}>
      {children}
      <div className="notices" role="status">
        {notice && (
          <p key={notice.count} className="notice">
            {notice.text}
          </p>
        )}
      </div>
    </Notices>
  );
}

export const useNotify = (): Notify => useContext(Notices);
