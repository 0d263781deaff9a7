import { ApiProblem } from '@quantumlayer/sdk';
import { describe, expect, it } from 'vitest';
import { endWith } from './end-with.ts';
import type { Terminal } from './terminal/terminal.ts';

function end(json: boolean) {
  const notes: string[] = [];
  const answers: string[] = [];
  const terminal = {
    note: (text: string) => notes.push(text),
    answer: (text: string) => answers.push(text),
  } as unknown as Terminal; // nothing else of a terminal is used at the end
  const problem = {
    type: '/problems/document-invalid',
    title: 'Document invalid',
    status: 422,
    detail: '";" is not expected here.',
    next: 'Mend it.',
    line: 3,
    column: 14,
  };
  const code = endWith(new ApiProblem(422, problem), terminal, json);
  return { code, notes: notes.join('\n'), answers };
}

describe('the end of a command that the server refused', () => {
  it('leads a person to the place in the document', () => {
    const { code, notes } = end(false);
    expect(code).toBe(4);
    expect(notes).toContain('line 3, column 14: ";" is not expected here.');
    expect(notes).toContain('Mend it.');
  });

  it('gives a script the line and the column', () => {
    expect(JSON.parse(end(true).answers[0] ?? '')).toEqual({
      error: {
        code: 'document-invalid',
        message: '";" is not expected here.',
        next: 'Mend it.',
        line: 3,
        column: 14,
      },
    });
  });
});
