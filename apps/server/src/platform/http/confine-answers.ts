import type { FastifyInstance } from 'fastify';

/**
 * Answers of this scope are data: a browser that is led to one neither runs anything in it nor shows it inside another
 * page, and pages of other origins cannot embed it. A route may set its own policy.
 */
export function confineAnswers(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    reply.header('cross-origin-resource-policy', 'same-origin');
  });
}
