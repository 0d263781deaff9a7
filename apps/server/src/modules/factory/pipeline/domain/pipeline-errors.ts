import type { Refusal } from '@quantumlayer/blueprint';
import { PlatformError } from '#kernel/errors.ts';

export class StackUnknown extends PlatformError {
  readonly code = 'stack-unknown';
  readonly kind = 'invalid';
  readonly #known: readonly string[];

  constructor(id: string, known: readonly string[]) {
    super(`There is no stack "${id}". Known stacks: ${known.join(', ')}.`);
    this.#known = known;
  }

  override details() {
    return { known: this.#known };
  }
}

export class StageNotModifiable extends PlatformError {
  readonly code = 'stage-not-modifiable';
  readonly kind = 'conflict';

  constructor(stage: string) {
    super(
      `The output of "${stage}" cannot be changed; only the checkpoint "review" takes a changed blueprint.`,
    );
  }
}

export class BlueprintInvalid extends PlatformError {
  readonly code = 'blueprint-invalid';
  readonly kind = 'invalid';
  readonly #problems: readonly { path: string; message: string }[];

  constructor(problems: readonly { path: string; message: string }[]) {
    super(
      'The changed blueprint cannot be built; each problem names its place. Mend them and send it again.',
    );
    this.#problems = problems.slice(0, 50);
  }

  override details() {
    return { problems: this.#problems };
  }
}

/** The prompt or the document is not one that the offline compiler can build from. */
export class PromptRefused extends PlatformError {
  readonly code: string;
  readonly kind = 'invalid';
  readonly #refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.code = refusal.code;
    this.#refusal = refusal;
  }

  override details() {
    const { next, notUnderstood, position } = this.#refusal;
    return { next, notUnderstood, ...position };
  }
}
