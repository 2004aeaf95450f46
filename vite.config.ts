import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  // The development server would look for the browser's dependencies in whatever a route imports; what the server needs is not among them.
  optimizeDeps: {
    entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/ui/**/*.tsx'],
    include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', '@remix-run/react', '@conform-to/react', 'lucide-react', 'chart.js'],
    exclude: ['@node-rs/argon2', '@remix-run/node', '@conform-to/zod', 'kysely', 'zod'],
  },
  build: { assetsInlineLimit: 0, target: 'es2022' },
});
