import { describeKills } from './testing/kill-matrix.ts';

describeKills(['returned', 'recording']);
