import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { applyTheme } from '#lib/apply-theme.ts';
import './globals.css';
import { EarlyScript } from './early-script.tsx';
import { Providers } from './providers.tsx';

export const metadata: Metadata = {
  title: { default: 'QuantumLayer', template: '%s · QuantumLayer' },
  description: 'A self-hosted AI software factory that proves what it claims.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f8fa' },
    { media: '(prefers-color-scheme: dark)', color: '#121317' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <EarlyScript nonce={nonce} />
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which has to run before the first paint.
          dangerouslySetInnerHTML={{ __html: `(${applyTheme})()` }}
        />
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
