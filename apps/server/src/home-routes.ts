import type { FastifyInstance } from 'fastify';
import { version } from './version.ts';

const style = `
  :root { color-scheme: light dark; --line: light-dark(#e4e4e7, #27272a); --quiet: light-dark(#52525b, #a1a1aa); }
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 4rem 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .25rem; }
  p { margin: 0 0 1rem; } .quiet { color: var(--quiet); }
  pre { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; font: 14px/1.5 ui-monospace, monospace; }
  ul { padding-left: 1.2rem; } a { color: inherit; }
`;

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>QuantumLayer</title>
<style>${style}</style>
<main>
<h1>QuantumLayer</h1>
<p class="quiet">Version ${version} is running here: a software factory that proves what it claims.</p>
<p>Describe what you need, in the folder of the factory:</p>
<pre>npm run generate -- "A todo list: a task has a title and a due date"</pre>
<p>Seven stages follow, each with its evidence; at the end there is a signed capsule and a running preview.</p>
<ul>
<li><a href="/docs">API reference</a> and the <a href="/openapi.json">OpenAPI document</a></li>
<li><a href="/readyz">State of each part</a></li>
<li>Every command: <code>npm run ql -- --help</code></li>
</ul>
</main>
</html>
`;

const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Where the web UI is not served, `/` says what runs here. */
export async function homeRoutes(app: FastifyInstance): Promise<void> {
  app.get('/', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page),
  );
}
