import type { Metadata } from 'next';
import { PasswordSection } from '#features/settings/password-section.tsx';

export const metadata: Metadata = { title: 'Password' };

export default function Page() {
  return <PasswordSection />;
}
