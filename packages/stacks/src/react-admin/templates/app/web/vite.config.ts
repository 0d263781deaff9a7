import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` serves the API. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    // Whatever is inline would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': API, '/docs': API, '/openapi.json': API } },
});
