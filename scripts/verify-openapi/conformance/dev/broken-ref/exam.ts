import type { BrokenExam } from '../../examiner/exam.ts';

/** `PatientInput` is nowhere. */
export const broken: BrokenExam = { line: 23, about: /PatientInput/ };
