import type { Metadata } from 'next';
import { KeysSection } from '#features/settings/keys-section.tsx';
import { apiKeysQuery } from '#lib/queries/settings-queries.ts';
import { Prefetched } from '../../../prefetched.tsx';

export const metadata: Metadata = { title: 'API keys' };

export default function Page() {
  return (
    <Prefetched read={(client, api) => [client.fetchQuery(apiKeysQuery(api))]}>
      <KeysSection />
    </Prefetched>
  );
}
