import type { Metadata } from 'next';
import { AboutSection } from '#features/settings/about-section.tsx';

export const metadata: Metadata = { title: 'About' };

export default function Page() {
  return <AboutSection />;
}
