import type { Lines } from '../lines.ts';
import type { Ddl } from './ddl.ts';
import type { Statement } from './split-statements.ts';

/** What a parser of one dialect makes of a statement; throws `DocumentInvalid` at the place of an error. */
export type StatementParser = (statement: Statement, lines: Lines) => Ddl[];
