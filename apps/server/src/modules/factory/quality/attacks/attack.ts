import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { AttackField } from './attack-field.ts';

/** One request and what the app made of it; null when no answer came. */
export type Exchange = { readonly request: AppRequest; readonly response: AppResponse | null };

/** What an attack got that it should not have got. */
export type AttackFinding = Exchange & { readonly message: string };

/** A way in that is tried on a running app. */
export type Attack = {
  /** kebab-case, stable: evidence refers to it. */
  readonly id: string;
  /** What is tried, in a few words. */
  readonly title: string;
  /** Number in the Common Weakness Enumeration. */
  readonly cwe: number;
  /** Ends with the reason when the app has nothing of this kind to attack. */
  run(field: AttackField): Promise<string | undefined>;
};

/** Looks at every exchange of every attack. */
export type Watch = {
  readonly id: string;
  readonly title: string;
  readonly cwe: number;
  /** What is wrong with the exchange; null when nothing is. */
  look(exchange: Exchange): string | null;
};

/** What the whole suite found out; the output of the check. */
export type AttackReport = {
  readonly attacks: readonly {
    readonly id: string;
    readonly title: string;
    readonly cwe: number;
    readonly status: 'withstood' | 'failed' | 'not-applicable' | 'not-run';
    readonly requests: number;
    readonly durationMs: number;
    /** Why it was not applied or not run; null otherwise. */
    readonly reason: string | null;
    readonly findings: readonly AttackFinding[];
  }[];
  /** Attacks that were carried out. */
  readonly run: number;
  /** Attacks that found something. */
  readonly failed: number;
  readonly requests: number;
};
