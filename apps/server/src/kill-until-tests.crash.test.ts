import { describeKills } from './testing/kill-matrix.ts';

describeKills(['parse', 'design', 'code', 'tests']);
