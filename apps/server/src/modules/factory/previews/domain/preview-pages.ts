import type { PreviewRecord } from './preview.ts';

/** An answer of the proxy itself. */
export type Page = { status: number; title: string; text: string; retrySeconds?: number };

export const unknownPage: Page = {
  status: 404,
  title: 'No such preview',
  text: 'There is no preview at this address, or it has been given a new one. Ask whoever sent you here; on the machine of the factory: ql previews list.',
};

export const startingPage: Page = {
  status: 503,
  title: 'The preview is starting',
  text: 'The app is being started. This page tries again by itself.',
  retrySeconds: 2,
};

export const elsewherePage: Page = {
  status: 421,
  title: 'The preview runs in another process',
  text: 'Ask for its address again: ql previews list.',
};

export const silentPage: Page = {
  status: 502,
  title: 'The preview does not answer',
  text: 'The app took the request but gave no answer. Its log may say why: ql previews logs.',
};

export const tooLargePage: Page = {
  status: 413,
  title: 'The request is too large',
  text: 'A preview takes bodies of up to 50 MB.',
};

export const badRequestPage: Page = {
  status: 400,
  title: 'The request cannot be forwarded',
  text: 'Its target must be a path.',
};

/** Why a preview that is known does not run, and what to do. */
export function endedPage(preview: PreviewRecord): Page {
  const again = `Retry the preview stage of run ${preview.runId} to start it again.`;
  if (preview.status === 'failed') {
    const why = preview.reason ?? 'The app ended.';
    const text = `${why} Read its log with: ql previews logs ${preview.id}. ${again}`;
    return { status: 503, title: 'The preview has failed', text };
  }
  const title =
    preview.status === 'expired' ? 'The preview has expired' : 'The preview was stopped';
  return { status: 410, title, text: `${preview.reason ?? ''} ${again}`.trim() };
}

/** As HTML for browsers, as a problem document for everybody else. */
export function renderPage(page: Page, accept: string | undefined) {
  const retry = page.retrySeconds;
  const headers = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(retry !== undefined && { 'retry-after': String(retry) }),
  };
  if (!(accept ?? '').includes('text/html')) {
    const { status, title, text: detail } = page;
    const body = JSON.stringify({ type: 'about:blank', title, status, detail });
    return { headers: { ...headers, 'content-type': 'application/problem+json' }, body };
  }
  const refresh = retry === undefined ? '' : `<meta http-equiv="refresh" content="${retry}">`;
  const title = escapeHtml(page.title);
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}<title>${title}</title></head><body><h1>${title}</h1><p>${escapeHtml(page.text)}</p></body></html>\n`;
  const policy = { 'content-security-policy': "default-src 'none'" };
  return { headers: { ...headers, ...policy, 'content-type': 'text/html; charset=utf-8' }, body };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
