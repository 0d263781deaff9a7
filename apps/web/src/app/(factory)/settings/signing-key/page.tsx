import type { Metadata } from 'next';
import { SigningKeySection } from '#features/settings/signing-key-section.tsx';
import { signingKeyQuery, signingKeysQuery } from '#lib/queries/settings-queries.ts';
import { Prefetched } from '../../../prefetched.tsx';

export const metadata: Metadata = { title: 'Signing key' };

export default function Page() {
  return (
    <Prefetched
      read={(client, api) => [
        client.fetchQuery(signingKeyQuery(api)),
        client.fetchQuery(signingKeysQuery(api)),
      ]}
    >
      <SigningKeySection />
    </Prefetched>
  );
}
