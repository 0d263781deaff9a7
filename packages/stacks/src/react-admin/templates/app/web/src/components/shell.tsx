import { Suspense, useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { about } from '../../../src/about.ts';
import { entities } from '../entities/entities.ts';
import { capital } from '../lib/entity.ts';
import { useReadable } from '../lib/rights.ts';
// @if people
import { AccountMenu } from '../people/account-menu.tsx';
// @end
import { Loading } from './states.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** What is around every page: the ways to the others. */
export function Shell() {
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Sidebar />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function Sidebar() {
  const menu = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  const shown = useReadable(entities);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu of a phone
  useEffect(() => {
    if (menu.current && window.matchMedia('(max-width: 760px)').matches) menu.current.open = false;
  }, [pathname]);
  return (
    <header className="sidebar">
      <Link to="/" className="app-title">
        {about.title}
      </Link>
      <details ref={menu} open={window.matchMedia('(min-width: 761px)').matches}>
        <summary>Menu</summary>
        <nav aria-label="Records">
          <NavLink className="way" to="/" end>
            Dashboard
          </NavLink>
          {shown.map(({ path, pluralTitle }) => (
            <NavLink key={path} className="way" to={`/${path}`}>
              {capital(pluralTitle)}
            </NavLink>
          ))}
        </nav>
        <div className="sidebar-end">
// @if people
          <AccountMenu />
// @end
          <ThemeSwitch />
        </div>
      </details>
    </header>
  );
}
