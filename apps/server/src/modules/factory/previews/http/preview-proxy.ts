import {
  Agent,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import {
  badRequestPage,
  elsewherePage,
  endedPage,
  type Page,
  renderPage,
  silentPage,
  startingPage,
  tooLargePage,
  unknownPage,
} from '../domain/preview-pages.ts';
import { createPreviewSite, type PreviewSite } from '../domain/preview-site.ts';
import { requestHeadersFor, responseHeadersFor } from '../domain/proxy-headers.ts';
import type { FindTarget, PreviewTarget } from '../find-target.ts';
import { sendPage } from './send-page.ts';
import { forwardUpgrade } from './upgrade-tunnel.ts';
import { type Way, wayTo } from './way-to.ts';

const MAX_BODY_BYTES = 50 * 1024 * 1024;
/** Streams of events may be silent for long. */
const SILENCE_MS = 10 * 60_000;
const SOCKETS_PER_APP = 64;

type Dependencies = {
  previews: { findTarget: FindTarget };
  logger: Logger;
  /** Below `.localhost` when it is not given. */
  site?: PreviewSite;
};

export type PreviewProxy = ReturnType<typeof createPreviewProxy>;

/** Passes requests for `<label>.localhost` on to the app of that preview, as they come, without buffering. */
export function createPreviewProxy(dependencies: Dependencies) {
  const { previews, logger, site = createPreviewSite() } = dependencies;
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_PER_APP, timeout: SILENCE_MS });

  async function route(request: IncomingMessage, response: ServerResponse, label: string) {
    const target = await previews.findTarget(label);
    if (target.kind !== 'app' && target.kind !== 'elsewhere')
      return sendPage(request, response, pageFor(target));
    if (!request.url?.startsWith('/')) return sendPage(request, response, badRequestPage);
    if (target.kind === 'elsewhere' && !site.isPublic) {
      const headers = { location: `${target.origin}${request.url}`, 'cache-control': 'no-store' };
      response.writeHead(307, headers).end();
      return;
    }
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > MAX_BODY_BYTES) return sendPage(request, response, tooLargePage);
    const way = wayTo(target, request);
    if (way === null) return sendPage(request, response, elsewherePage);
    forward(request, response, way);
  }

  function forward(request: IncomingMessage, response: ServerResponse, way: Way): void {
    const outgoing = sendRequest({
      agent,
      ...way.options,
      method: request.method,
      path: request.url,
      headers: [...requestHeadersFor(request.rawHeaders), ...framingOf(request), ...way.headers],
      setHost: false,
      setDefaultHeaders: false,
    });
    const framers = site.framersOf(request.headers.host);
    outgoing.on('response', (incoming) => answer(incoming, response, framers));
    outgoing.on('error', (error) => {
      logger.debug({ err: error }, 'a preview gave no answer');
      sendPage(request, response, silentPage);
    });
    outgoing.setTimeout(SILENCE_MS, () => outgoing.destroy(new Error('no answer in time')));
    response.on('close', () => outgoing.destroy());
    request.on('error', () => outgoing.destroy());
    limitBody(request, () => {
      sendPage(request, response, tooLargePage);
      outgoing.destroy();
    });
    request.pipe(outgoing);
  }

  return {
    readLabel: site.readLabel,

    /** True when the request is for a preview and is being answered; false when it is for the factory. */
    handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
      const label = site.readLabel(request.headers.host);
      if (label === null) return false;
      route(request, response, label).catch((error: unknown) => {
        logger.error({ err: error }, 'a preview request failed');
        response.destroy();
      });
      return true;
    },

    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
      const label = site.readLabel(request.headers.host);
      if (label === null) return false;
      socket.on('error', () => socket.destroy());
      previews.findTarget(label).then(
        (target) => {
          const to = upgradeTo(target, request, site);
          if ('title' in to) refuseUpgrade(socket, to);
          else forwardUpgrade({ request, socket, head, way: to });
        },
        () => socket.destroy(),
      );
      return true;
    },

    close: () => agent.destroy(),
  };
}

/** A body without a length goes on in chunks of its own; unframed, the app would take it for a next request. */
function framingOf({ headers }: IncomingMessage): string[] {
  return headers['transfer-encoding'] === undefined ? [] : ['Transfer-Encoding', 'chunked'];
}

function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  framers: readonly string[],
): void {
  const headers = responseHeadersFor(incoming.rawHeaders, framers);
  response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, headers);
  response.flushHeaders();
  incoming.on('error', () => response.destroy());
  incoming.on('aborted', () => response.destroy());
  incoming.pipe(response);
}

/** Bodies without a length are counted as they pass. */
function limitBody(request: IncomingMessage, onTooLarge: () => void): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) return;
    request.unpipe();
    request.pause();
    onTooLarge();
  });
}

function pageFor(target: Exclude<PreviewTarget, { kind: 'app' | 'elsewhere' }>): Page {
  if (target.kind === 'starting') return startingPage;
  return target.kind === 'ended' ? endedPage(target.preview) : unknownPage;
}

/** A page says why there is no way: an upgrade cannot be redirected. */
function upgradeTo(target: PreviewTarget, request: IncomingMessage, site: PreviewSite): Way | Page {
  if (target.kind !== 'app' && target.kind !== 'elsewhere') return pageFor(target);
  if (target.kind === 'elsewhere' && !site.isPublic) return elsewherePage;
  return wayTo(target, request) ?? elsewherePage;
}

function refuseUpgrade(socket: Duplex, page: Page): void {
  const { body } = renderPage(page, undefined);
  const lines = [
    `HTTP/1.1 ${page.status} ${page.title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
