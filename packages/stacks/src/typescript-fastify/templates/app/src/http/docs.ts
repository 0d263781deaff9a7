import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { about } from '../about.ts';
// @if people
import { describeAccess, peopleExtension } from '../people/describe-access.ts';
// @end

/** The page loads nothing from elsewhere and speaks to this app alone. */
const staticCSP = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
};

/** Of the bar at the top only the switch between light and dark is of use here. */
const style = `
.swagger-ui .topbar { padding: 4px 0; }
.swagger-ui .topbar .link, .swagger-ui .topbar .download-url-wrapper { display: none; }
.swagger-ui .topbar .topbar-wrapper { justify-content: flex-end; }
.swagger-ui .info { margin: 16px 0; }
`;

/** `/openapi.json` and, for people, `/docs`; both come from the schemas of the routes. */
// @if !people
export async function registerDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: about },
    transform: jsonSchemaTransform,
// @end
// @if people
export async function registerDocs(app: FastifyInstance, cookieName: string): Promise<void> {
  const session = { type: 'apiKey', in: 'cookie', name: cookieName } as const;
  const openapi = {
    openapi: '3.1.0',
    info: about,
    components: { securitySchemes: { session } },
    'x-people': peopleExtension,
  };
  await app.register(swagger, {
    openapi,
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input);
      return { schema: { ...schema, ...describeAccess(input.route.config ?? {}) }, url };
    },
// @end
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP,
    theme: { title: 'API reference', css: [{ filename: 'theme.css', content: style }] },
    uiConfig: { url: '/openapi.json', displayRequestDuration: true },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
// @if !web
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs'));
// @end
}
