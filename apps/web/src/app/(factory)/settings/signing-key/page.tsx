import type { Metadata } from 'next';
import { SigningKeySection } from '#features/settings/signing-key-section.tsx';

export const metadata: Metadata = { title: 'Signing key' };

export default function Page() {
  return <SigningKeySection />;
}
