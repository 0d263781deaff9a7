import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Page, renderPage } from '../domain/preview-pages.ts';

/** Answers with a page of the proxy itself; a no-op on an answer that has begun, which is cut off instead. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { headers, body } = renderPage(page, request.headers.accept);
  response.writeHead(page.status, { ...headers, connection: 'close' });
  response.end(request.method === 'HEAD' ? undefined : body);
}
