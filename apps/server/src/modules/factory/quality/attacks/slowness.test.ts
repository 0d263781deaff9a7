import { describe, expect, it } from 'vitest';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AttackField } from './attack-field.ts';
import { reportSlow } from './slowness.ts';

const request: AppRequest = { method: 'GET', path: '/notes?q=slow' };
const harmless: AppRequest = { method: 'GET', path: '/notes?q=a' };

/** Suspects a request whose turns take so long, and one that is harmless. */
async function suspect(turns: number[], harmlessMs: number) {
  const sent: AppRequest[] = [];
  const findings: [string, AppRequest][] = [];
  const field: Pick<AttackField, 'time' | 'report'> = {
    async time(one) {
      sent.push(one);
      const durationMs = one === harmless ? harmlessMs : (turns.shift() ?? 0);
      const response: AppResponse = { status: sent.length, contentType: '', headers: {}, body: '' };
      return { response, durationMs };
    },
    report: (message, exchange) => void findings.push([message, exchange.request]),
  };
  const first = await reportSlow(field as AttackField, { request, harmless, limitMs: 1_000 });
  return { sent, findings, first };
}

describe('reportSlow', () => {
  it('asks once where the answer comes soon', async () => {
    const { sent, findings, first } = await suspect([999], 1);

    expect([sent, findings]).toEqual([[request], []]);
    expect(first?.status).toBe(1);
  });

  it('reports what is slow each time, with both times', async () => {
    const { sent, findings, first } = await suspect([1_000, 1_100, 1_300, 1_200.4], 20.6);

    expect(sent).toEqual([request, harmless, request, harmless, request, harmless, request]);
    expect(findings).toEqual([
      ['the answer took 1200 ms, that to a harmless request 21 ms', request],
    ]);
    expect(first?.status).toBe(1);
  });

  it.each<[string, number[], number]>([
    ['was slow once', [5_000, 40], 20],
    ['was slow now and then', [5_000, 5_000, 40], 20],
    ['is slow because everything is', [2_000, 2_000], 600],
  ])('reports nothing that %s', async (_what, turns, harmlessMs) => {
    expect((await suspect(turns, harmlessMs)).findings).toEqual([]);
  });

  it('reports what is four times as slow on a slow machine', async () => {
    expect((await suspect([2_400, 2_400, 2_400, 2_400], 600)).findings).toHaveLength(1);
  });
});
