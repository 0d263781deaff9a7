import type { Metadata } from 'next';
import { AboutSection } from '#features/settings/about-section.tsx';
import { systemQuery } from '#lib/queries/settings-queries.ts';
import { Prefetched } from '../../../prefetched.tsx';

export const metadata: Metadata = { title: 'About' };

export default function Page() {
  return (
    <Prefetched read={(client, api) => [client.fetchQuery(systemQuery(api))]}>
      <AboutSection />
    </Prefetched>
  );
}
