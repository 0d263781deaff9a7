declare module 'randexp' {
  /** Makes text that a regular expression matches. */
  class RandExp {
    constructor(pattern: string | RegExp);
    /** The most repetitions of what may be repeated without end. */
    max: number;
    randInt: (from: number, to: number) => number;
    gen(): string;
  }
  export = RandExp;
}
