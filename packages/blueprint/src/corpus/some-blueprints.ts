import type { Blueprint } from '@quantumlayer/contracts';
import { readPrompt } from '../read-prompt.ts';
import { corpus } from './corpus.ts';

const FROM_EACH = 3;

/** Blueprints of prompts of every kind that are not held out, for tests of what holds for all of them. */
export function someBlueprints(): Blueprint[] {
  return corpus
    .filter(({ heldOut }) => heldOut !== true)
    .flatMap(({ entries }) => entries.slice(0, FROM_EACH))
    .flatMap(({ prompt }) => {
      const outcome = readPrompt(prompt);
      return outcome.ok ? [outcome.reading.blueprint] : [];
    });
}
