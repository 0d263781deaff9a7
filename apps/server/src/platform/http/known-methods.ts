import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods that some route knows for a path; none for a path that nothing answers. */
    methodsOf(path: string): string[];
  }
}

/** Notes the routes that are registered after it, so that a wrong method is told from a wrong path. */
export function rememberMethods(app: FastifyInstance): void {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = [];
  app.decorate('methodsOf', (path) => [
    ...new Set(
      routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods),
    ),
  ]);
  app.addHook('onRoute', ({ url, method }) => {
    // What answers every path knows none of them.
    if (url.endsWith('*')) return;
    routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
}

function patternOf(url: string): RegExp {
  const segments = url.split('/').map((segment) => {
    return segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[^\w-]/g, '\\$&');
  });
  return new RegExp(`^${segments.join('/')}$`);
}
