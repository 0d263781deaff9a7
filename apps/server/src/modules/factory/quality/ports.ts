import type { AppRequest, AppResponse } from './domain/finding.ts';
import type { Schema } from './domain/json-schema.ts';

/** Speaks HTTP to the app under test. Rejects when no whole answer came in time. */
export interface AppClient {
  send(request: AppRequest): Promise<AppResponse>;
  close(): void;
}

/** Judges values by the schemas of one OpenAPI document; `$ref` points into that document. */
export interface SchemaChecker {
  /** What is wrong with the value, a line each; empty when it matches. */
  check(schema: Schema, value: unknown): string[];
}
