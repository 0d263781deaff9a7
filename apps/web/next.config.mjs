import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Sources of the workspace run without a build of their own.
  transpilePackages: ['@quantumlayer/contracts', '@quantumlayer/sdk'],
  // `npm run check` is the one place where types are judged.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  experimental: { optimizePackageImports: ['lucide-react', 'radix-ui'] },
};

export default config;
