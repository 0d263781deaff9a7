import { describe } from 'vitest';
import { describeCounterProof, describeEscapes } from './escape.contract.ts';

describeEscapes('bubblewrap');
describeEscapes('namespaces');

// what a plain process may do depends on its user; the attempts are written against root
describe.runIf(process.getuid?.() === 0)('counter-proof', describeCounterProof);
