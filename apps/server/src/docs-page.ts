/**
 * Without what the viewer would offer on its maker's servers, and without fonts from elsewhere. It takes the first
 * scheme of a route, the session of whoever is signed in; with a key preferred it would send an empty one.
 */
const configuration = {
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
  authentication: { preferredSecurityScheme: null },
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
};

/** The viewer's greys and hues are too pale for small text; these stand out at 4.5:1 and more on all its grounds. */
const css = `
body { --scalar-font: ui-sans-serif, system-ui, sans-serif; }
body.light-mode {
  --scalar-color-2: #55585f; --scalar-color-3: #5f626a; --scalar-color-accent: #3350c8;
  --scalar-color-green: #0a6b48; --scalar-color-red: #b4232c; --scalar-color-orange: #9a4a00;
  --scalar-color-blue: #1f5fb4; --scalar-color-purple: #5b3cc4; --scalar-color-yellow: #7a5b00;
}
body.dark-mode {
  --scalar-color-2: #b3b6bd; --scalar-color-3: #a2a5ad; --scalar-color-accent: #9db2ff;
  --scalar-color-green: #5fd3a0; --scalar-color-red: #ff8f8f; --scalar-color-orange: #ffb27a;
  --scalar-color-blue: #8cc0ff; --scalar-color-purple: #c5b3ff; --scalar-color-yellow: #e6c65c;
}
.back { position: fixed; z-index: 20; right: 1rem; bottom: 1rem; padding: .4rem .75rem; border-radius: 6px;
  font: 500 13px/1.4 ui-sans-serif, system-ui, sans-serif; text-decoration: none; color: var(--scalar-color-1);
  background: var(--scalar-background-1); border: 1px solid var(--scalar-border-color); }
.back:hover { background: var(--scalar-background-2); }
`;

/** The document around the viewer, which finds its configuration in the attributes of its own script. */
export function renderDocsPage(script: string): string {
  const settings = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · QuantumLayer</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${css}</style>
</head>
<body>
<nav aria-label="Back"><a class="back" href="/developers">Developers</a></nav>
<noscript>This page needs JavaScript. The document it shows is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script id="api-reference" data-url="/openapi.json" data-configuration="${settings}"></script>
<script src="${script}"></script>
</body>
</html>
`;
}
