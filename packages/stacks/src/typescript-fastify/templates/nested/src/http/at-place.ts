/** What went wrong with one part of a request, such as `/lineItems/2`. */
export class FailedAt extends Error {
  readonly pointer: string;

  constructor(pointer: string, cause: unknown) {
    super(`${pointer} could not be served`, { cause });
    this.pointer = pointer;
  }
}

/** Does `work` for the part of the request at `pointer`, which problems then point into. */
export async function atPlace(pointer: string, work: () => PromiseLike<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new FailedAt(pointer, cause);
  }
}
