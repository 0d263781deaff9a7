import { describe, expect, it } from 'vitest';
import type { PreviewRecord } from './preview.ts';
import { endedPage, renderPage, startingPage, unknownPage } from './preview-pages.ts';

const now = new Date('2026-01-01T12:00:00Z');
const ended = (given: Partial<PreviewRecord>) =>
  endedPage({
    id: 'prv_1',
    organisationId: 'org_1',
    projectId: 'prj_1',
    runId: 'run_1',
    capsuleId: 'cap_1',
    stackId: 'notes',
    label: 'abc',
    status: 'stopped',
    createdAt: now,
    expiresAt: now,
    reason: null,
    log: 'a log',
    ...given,
  });

describe('endedPage', () => {
  it.each([
    ['expired', 410, 'The preview has expired'],
    ['stopped', 410, 'The preview was stopped'],
    ['failed', 503, 'The preview has failed'],
  ] as const)('says that a preview is %s and how it comes back', (status, code, title) => {
    expect(ended({ status })).toMatchObject({
      status: code,
      title,
      text: expect.stringContaining('Retry the preview stage of run run_1'),
    });
  });

  it('gives the reason of a failure and the way to the log, not the log', () => {
    const { text } = ended({ status: 'failed', reason: 'Exit code 3.' });

    expect(text).toMatch(/^Exit code 3\. .*ql previews logs prv_1/);
    expect(text).not.toContain('a log');
  });
});

describe('renderPage', () => {
  it('is a problem document for programs', () => {
    const { headers, body } = renderPage(unknownPage, 'application/json');

    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 404, title: 'No such preview' });
  });

  it('is a page for browsers, in which nothing may run', () => {
    const { headers, body } = renderPage(unknownPage, 'text/html,*/*;q=0.8');

    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    expect(body).toContain('<h1>No such preview</h1>');
  });

  it('shows what an app wrote as text', () => {
    const reason = '<script>alert("1")</script>&amp;';
    const { body } = renderPage(ended({ status: 'failed', reason }), 'text/html');

    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;amp;');
  });

  it.each([undefined, 'text/html'])('comes again only while the app starts: %s', (accept) => {
    expect(renderPage(startingPage, accept).headers).toMatchObject({ 'retry-after': '2' });
    expect(renderPage(unknownPage, accept).headers).not.toHaveProperty('retry-after');
    expect(renderPage(unknownPage, 'text/html').body).not.toContain('http-equiv');
    expect(renderPage(startingPage, 'text/html').body).toContain('http-equiv="refresh"');
  });

  it('is never kept', () => {
    expect(renderPage(startingPage, undefined).headers['cache-control']).toBe('no-store');
  });
});
