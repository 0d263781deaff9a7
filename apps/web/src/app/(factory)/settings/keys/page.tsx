import type { Metadata } from 'next';
import { KeysSection } from '#features/settings/keys-section.tsx';

export const metadata: Metadata = { title: 'API keys' };

export default function Page() {
  return <KeysSection />;
}
