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
      `The output of "${stage}" cannot be changed; the checkpoint "review" takes a changed blueprint, and "conflicts" takes resolutions.`,
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

/** What was asked for leaves the app as it is. */
export class NothingChanged extends PlatformError {
  readonly code = 'nothing-changed';
  readonly kind = 'invalid';
  readonly #notUnderstood: readonly string[];

  constructor(notUnderstood: readonly string[]) {
    super('Nothing of the app changes by this.');
    this.#notUnderstood = notUnderstood;
  }

  override details() {
    return {
      next: 'Say what to add, drop, rename or change, by the names that the app has.',
      notUnderstood: this.#notUnderstood,
    };
  }
}

/** Somebody changed by hand what only a migration may change. */
export class SchemaChanged extends PlatformError {
  readonly code = 'schema-changed';
  readonly kind = 'invalid';
  readonly #paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(
      'What the database is comes from the blueprint, so that each next migration knows where it starts. Take back the changes of these files and change the blueprint instead.',
    );
    this.#paths = paths.slice(0, 50);
  }

  override details() {
    return { paths: this.#paths };
  }
}

/** Code came back from a repository with another blueprint beside it, which would be lost without a word. */
export class BlueprintFileChanged extends PlatformError {
  readonly code = 'blueprint-file-changed';
  readonly kind = 'invalid';

  constructor() {
    super(
      'docs/blueprint.json says what the code was made from, and changes nothing by itself. Take back its change, and say what is to be different as a follow-up or with the changed blueprint.',
    );
  }
}

const NOT_CHANGEABLE = {
  words:
    'This app keeps to its OpenAPI document, which alone says what it does. Change the document and give it as the change, with this version as the base.',
  'other-document':
    'This app keeps to its OpenAPI document, and only a next version of that makes a next version of it. Start a run with the other document and without a base, or give an OpenAPI document.',
  document:
    'An OpenAPI document says all of an app, its tables included, so that an app which was made from something else does not become one that keeps to it. Start a run with the document and without a base, or say what is to be different in words.',
};

/** An app that keeps to an OpenAPI document changes with that document, and no other one comes to keep to one. */
export class ContractNotChangeable extends PlatformError {
  readonly code = 'contract-not-changeable';
  readonly kind = 'invalid';

  constructor(by: keyof typeof NOT_CHANGEABLE) {
    super(NOT_CHANGEABLE[by]);
  }
}

/** Hand edits and what is generated meet at places that nobody has decided on. */
export class ConflictsUnresolved extends PlatformError {
  readonly code = 'conflicts-unresolved';
  readonly kind = 'conflict';
  readonly #open: readonly { path: string; left: number }[];

  constructor(open: readonly { path: string; left: number }[]) {
    super('Each conflict needs a choice: mine, generated, both, or a text of your own.');
    this.#open = open;
  }

  override details() {
    return { conflicts: this.#open };
  }
}

/** What was handed in for conflicts does not fit them. */
export class ResolutionsInvalid extends PlatformError {
  readonly code = 'resolutions-invalid';
  readonly kind = 'invalid';
  readonly #problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('The resolutions do not fit the conflicts of this run.');
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
