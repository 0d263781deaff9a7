import type { BrokenExam } from '../../examiner/exam.ts';

/** No number is at least 100 and at most 10. */
export const broken: BrokenExam = {
  line: 24,
  orLines: [22, 23, 25],
  about: /seats|minimum|maximum/i,
};
