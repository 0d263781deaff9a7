import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Of this installation, not of the machine: whoever can write there can change the sources as well. */
const FOLDER = join(import.meta.dirname, '../../../node_modules/.cache/compiled');

/**
 * Keeps what Node makes of the sources for the next start of a program: the types are taken out and the code compiled
 * once. Call it before what shall be kept is imported; where the folder cannot be written nothing is kept.
 */
export function keepCompiled(): void {
  enableCompileCache(FOLDER);
}
