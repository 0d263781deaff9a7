import { describeSandbox } from './sandbox.contract.ts';

// Linux alone has what these need; a machine without bubblewrap is told the command by the first failing test
describeSandbox('bubblewrap');
describeSandbox('namespaces');
describeSandbox('unsafe-process');
