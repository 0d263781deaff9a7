import type { CapsuleVerification } from '@quantumlayer/contracts';

type Statement = CapsuleVerification['statements'][number];

/** Why a statement does not hold; the message is shown to the person who verifies. */
export class StatementFailed extends Error {}

/**
 * Collects one statement per claim. A step that throws is a "no" with its reason; a step whose input never came to be
 * is a "no" too, never left out.
 */
export function createSteps() {
  const statements: Statement[] = [];

  /** `check` answers the detail of a "yes" and the value that later steps need. */
  async function step<T>(
    name: string,
    check: () => Promise<{ detail: string; value: T }> | { detail: string; value: T },
  ): Promise<T | null> {
    try {
      const { detail, value } = await check();
      statements.push({ name, ok: true, detail });
      return value;
    } catch (error) {
      statements.push({ name, ok: false, detail: reasonOf(error) });
      return null;
    }
  }

  return { statements, step };
}

/** For a step that stands on an earlier one. */
export function need<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined)
    throw new StatementFailed(`Not checked: no usable ${what}.`);
  return value;
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > 300 ? `${message.slice(0, 300)}…` : message;
}
