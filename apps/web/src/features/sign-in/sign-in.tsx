'use client';

import { LoaderCircle } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Mark } from '#components/shell/mark.tsx';
import { api } from '#lib/api.ts';
import { PasswordForm } from './password-form.tsx';
import { SetPasswordForm } from './set-password-form.tsx';

type Step = 'opening' | 'password' | 'set-password';

/** The way in: by a one-time link, whose token stands behind the `#`, or by the owner's password. */
export function SignIn() {
  const [step, setStep] = useState<Step>('opening');
  const [error, setError] = useState<unknown>(null);
  const hasStarted = useRef(false);

  const follow = useCallback((needsPassword: boolean) => {
    if (needsPassword) setStep('set-password');
    else window.location.replace('/');
  }, []);

  useEffect(() => {
    // React runs effects twice in development, and a link works once.
    if (hasStarted.current) return;
    hasStarted.current = true;
    const token = window.location.hash.slice(1);
    window.history.replaceState(null, '', window.location.pathname);
    open(token)
      .then((session) => (session === null ? setStep('password') : follow(session.needsPassword)))
      .catch((reason: unknown) => {
        setError(reason);
        setStep('password');
      });
  }, [follow]);

  return (
    <div className="w-[min(24rem,100%)] rounded-lg border border-line bg-surface p-6 shadow-raised">
      <div className="mb-4 flex items-center gap-2">
        <Mark />
        <h1 className="font-medium text-base">
          {step === 'set-password' ? 'Set a password' : 'Sign in to QuantumLayer'}
        </h1>
      </div>
      {error !== null && (
        <div className="mb-4">
          <ProblemNotice error={error} />
        </div>
      )}
      {step === 'opening' && (
        <p className="flex items-center gap-2 text-muted" role="status">
          <LoaderCircle aria-hidden className="spin size-4" />
          Signing you in
        </p>
      )}
      {step === 'password' && <PasswordForm onSignedIn={follow} />}
      {step === 'set-password' && <SetPasswordForm onDone={() => follow(false)} />}
    </div>
  );
}

/** The session of this link, or the one there is already; null when there is neither. */
async function open(token: string) {
  if (token !== '') return api.signIn({ token });
  return api.getSession().catch(() => null);
}
