import { v7 } from 'uuid';

/** Makes an id such as `run_0198…`: a prefix that names the noun and a time-ordered UUIDv7 body. */
export type NewId = (prefix: string) => string;

export const newId: NewId = (prefix) => `${prefix}_${v7().replaceAll('-', '')}`;
