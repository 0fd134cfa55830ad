import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mockMiddleware } from './mock/middleware.ts';

/** `vite build web/page` makes dist/; `vite web/page` serves the page against the mock server's fixture. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    react(),
    { name: 'duban-mock', apply: 'serve', configureServer: (server) => void server.middlewares.use(mockMiddleware()) },
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1600,
    reportCompressedSize: false,
  },
});
