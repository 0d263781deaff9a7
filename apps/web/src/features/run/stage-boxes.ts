import type { Stage } from './use-run.ts';

export const STAGE_BOX = { width: 160, head: 60, now: 36, part: 20, foot: 6 };
/** So many parts are named; the others are counted. */
const MOST_PARTS = 6;

type Part = Stage['parts'][number];

export type StageBox = {
  stage: Stage;
  height: number;
  /** What is drawn of what the stage does at once. */
  parts: Part[];
  /** Those that are not drawn. */
  more: number;
};

/** How large each stage is drawn: what is under way or failed is shown before what is done. */
export function toStageBoxes(stages: readonly Stage[]): StageBox[] {
  return stages.map((stage) => {
    const parts = [...stage.parts].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, MOST_PARTS);
    const more = stage.parts.length - parts.length;
    const rows = parts.length + (more > 0 ? 1 : 0);
    const inner = rows > 0 ? rows * STAGE_BOX.part + STAGE_BOX.foot : STAGE_BOX.now;
    return { stage, parts, more, height: STAGE_BOX.head + inner };
  });
}

const WEIGHTS: Partial<Record<Part['status'], number>> = { failed: 0, retrying: 1, running: 2 };

function weightOf({ status }: Part): number {
  return WEIGHTS[status] ?? 3;
}

/** What a part is called: the title before the colon of its last line, else its number. */
export function nameOfPart({ key, message }: Part): string {
  const name = key.split('/').at(-1) ?? key;
  return message?.split(':')[0] ?? (Number.isNaN(Number(name)) ? name : `Part ${Number(name) + 1}`);
}

/** The pairs of stages between which a line is drawn. */
export function toStageLinks(stages: readonly Stage[]): { from: string; to: string }[] {
  return stages.flatMap(({ key, after }) => after.map((from) => ({ from, to: key })));
}
