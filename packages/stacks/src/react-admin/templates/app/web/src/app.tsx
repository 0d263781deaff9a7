// @if signUpTeams
import { lazy, Suspense } from 'react';
// @end
// @if !signUpTeams
import { Suspense } from 'react';
// @end
import { Route, Routes } from 'react-router';
import { NoticeProvider } from './components/notices.tsx';
import { Shell } from './components/shell.tsx';
import { Loading } from './components/states.tsx';
import { pages } from './entities/pages.ts';
// @if people
import { AccountPage } from './people/account-page.tsx';
import { accountPages } from './people/accounts.tsx';
import { ResetPage } from './people/reset-page.tsx';
import { SignInPage } from './people/sign-in-page.tsx';
// @end
// @if signUpAlone
import { SignUpPage } from './people/sign-up-page.tsx';
// @end
// @if people
import { SignedInOnly } from './people/signed-in-only.tsx';
// @end
import { Dashboard } from './screens/dashboard.tsx';
import { NotFound } from './screens/not-found.tsx';
import { recordRoutes } from './screens/record-routes.tsx';

// @if signUpTeams
/** Its form asks for a team with all that one has. */
const SignUpPage = lazy(async () => ({
  default: (await import('./people/sign-up-page.tsx')).SignUpPage,
}));

// @end
/** Made once: a form that is made anew forgets what was entered. */
// @if people
const routes = [...pages, accountPages].map(recordRoutes);
// @end
// @if !people
const routes = pages.map(recordRoutes);
// @end

/** Every page by its address. */
export function App() {
  return (
    <NoticeProvider>
      <Suspense fallback={<Loading />}>
        <Routes>
// @if people
          <Route path="sign-in" element={<SignInPage />} />
// @end
// @if signUp
          <Route path="sign-up" element={<SignUpPage />} />
// @end
// @if people
          <Route path="reset-password" element={<ResetPage />} />
          <Route
            element={
              <SignedInOnly>
                <Shell />
              </SignedInOnly>
            }
          >
            <Route path="account" element={<AccountPage />} />
// @end
// @if !people
          <Route element={<Shell />}>
// @end
            <Route index element={<Dashboard />} />
            {routes}
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </Suspense>
    </NoticeProvider>
  );
}
