'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { CopyButton } from '#components/copy-button.tsx';
import { Fact, FactList } from '#components/fact-list.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api.ts';
import { signingKeyQuery } from '#lib/queries/settings-queries.ts';
import { SigningKeysPanel } from './signing-keys-panel.tsx';

export function SigningKeySection() {
  return (
    <>
      <CurrentKeyPanel />
      <SigningKeysPanel />
    </>
  );
}

/** The public half of the key that signs capsules: what others need to verify them. */
function CurrentKeyPanel() {
  const { data, error, refetch } = useQuery(signingKeyQuery(api));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-72" />;
  const { keyId, algorithm, publicKeyPem } = data;
  return (
    <Panel>
      <PanelHeader title="Signing key">
        <Button asChild size="sm">
          <a
            href={`data:application/x-pem-file,${encodeURIComponent(publicKeyPem)}`}
            download="PUBLIC-KEY.pem"
          >
            <Download aria-hidden />
            Download
          </a>
        </Button>
      </PanelHeader>
      <FactList>
        <Fact name="Fingerprint">
          <CopyButton text={keyId} label="the fingerprint" className="break-all text-left text-ink">
            {keyId}
          </CopyButton>
        </Fact>
        <Fact name="Algorithm">{algorithm}</Fact>
        <Fact name="Public key">
          <div className="flex items-start gap-2">
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
              tabIndex={0}
              className="min-w-0 flex-1 overflow-x-auto rounded-md bg-sunken p-2.5 font-mono text-xs"
            >
              {publicKeyPem.trim()}
            </pre>
            <CopyButton
              text={publicKeyPem}
              label="the public key"
              isCommand
              className="size-7 justify-center"
            />
          </div>
        </Fact>
        <Fact name="Verify with it">
          <p className="text-muted">Offline, on any machine, with the file downloaded above:</p>
          <CopyButton
            text="npm run -s ql -- capsules verify FILE --key PUBLIC-KEY.pem"
            label="the command"
            className="mt-1 text-left text-ink"
          >
            npm run -s ql -- capsules verify FILE --key PUBLIC-KEY.pem
          </CopyButton>
        </Fact>
      </FactList>
    </Panel>
  );
}
