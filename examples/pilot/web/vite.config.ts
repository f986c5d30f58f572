// Built into dist/, which the host serves at its root (WEB_DIR). The host's policy is
// `default-src 'self'`: nothing is inlined, no data: address is made. `npm run dev` serves the
// sources and passes the host's routes on to a pilot at its usual port.
import { defineConfig } from "vite";

const HOST = "http://127.0.0.1:8001";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 3000,
    proxy: { "/api": { target: HOST, ws: true }, "/socket.io": { target: HOST, ws: true } },
  },
});
