import { describeKills } from './testing/kill-matrix.ts';

describeKills(['quality', 'capsule', 'preview']);
