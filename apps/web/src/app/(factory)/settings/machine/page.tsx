import type { Metadata } from 'next';
import { MachineSection } from '#features/settings/machine-section.tsx';
import { systemQuery } from '#lib/queries/settings-queries.ts';
import { Prefetched } from '../../../prefetched.tsx';

export const metadata: Metadata = { title: 'This machine' };

export default function Page() {
  return (
    <Prefetched read={(client, api) => [client.fetchQuery(systemQuery(api))]}>
      <MachineSection />
    </Prefetched>
  );
}
