import { describeKills } from './testing/kill-matrix.ts';

describeKills(['before', 'inside']);
