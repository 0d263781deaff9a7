import type { Metadata } from 'next';
import { SignIn } from '#features/sign-in/sign-in.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default function SignInPage() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <SignIn />
    </main>
  );
}
