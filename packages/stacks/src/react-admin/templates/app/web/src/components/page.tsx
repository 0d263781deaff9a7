import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { about } from '../../../src/about.ts';

type Props = { title: string; above?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page under its heading, which gets the focus when somebody comes here, so that the keys go on from there. */
export function Page({ title, above, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${about.title}`;
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <header className="page-header">
        {above && <div className="above">{above}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
