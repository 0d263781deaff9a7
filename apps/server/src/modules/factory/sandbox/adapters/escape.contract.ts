import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DriverName } from './create-sandbox.ts';
import { bombCases } from './escape/bomb-cases.contract.ts';
import { crossingCases } from './escape/crossing-cases.contract.ts';
import type { EscapeCase, Surroundings } from './escape/escape-case.contract.ts';
import { kernelCases } from './escape/kernel-cases.contract.ts';
import { fileCases, networkCases, processCases } from './escape/machine-cases.contract.ts';
import { openSurroundings } from './escape/surroundings.contract.ts';
import { type Harness, openHarness } from './sandbox-harness.contract.ts';

const escapeCases: Record<string, readonly EscapeCase[]> = {
  'the kernel': kernelCases,
  'files and devices': fileCases,
  processes: processCases,
  'the network': networkCases,
  limits: bombCases,
  'the border': crossingCases,
};

/** No program gets out of a sandbox by any of these attempts. */
export function describeEscapes(driver: DriverName): void {
  describe(`a program inside ${driver} never`, () => {
    const around = useSurroundings(driver);
    for (const [area, cases] of Object.entries(escapeCases)) {
      describe(area, () => {
        it.for(cases)('$name', async (attempt, context) => {
          const { weakness } = attempt;
          const { weaknesses } = around().harness.sandbox.describe();
          context.skip(weaknesses.some((one) => weakness !== undefined && one.includes(weakness)));
          expect(await attempt.escapes(around())).toBe(false);
        });
      });
    }
  });
}

/** The same attempts succeed in a plain process: they are real, and it is the sandbox that stops them. */
export function describeCounterProof(): void {
  describe('a plain process of root', () => {
    const around = useSurroundings('unsafe-process');
    const real = Object.values(escapeCases)
      .flat()
      .filter(({ worksUnboxed }) => worksUnboxed);

    it.each(real)('$name', async (attempt) => {
      expect(await attempt.escapes(around())).toBe(true);
    });

    it('succeeds at most of the attempts', () => {
      expect(real.length).toBeGreaterThanOrEqual(40);
    });
  });
}

function useSurroundings(driver: DriverName): () => Surroundings {
  let harness: Harness;
  let opened: Awaited<ReturnType<typeof openSurroundings>>;

  beforeAll(async () => {
    harness = await openHarness(driver);
    opened = await openSurroundings(harness);
  });
  afterAll(async () => {
    await opened.close();
    harness.close();
  });
  return () => opened.surroundings;
}
