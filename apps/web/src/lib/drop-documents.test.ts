import { describe, expect, it } from 'vitest';
import { toDocuments } from './drop-documents.ts';

describe('toDocuments', () => {
  it('gives each file that a stage wrote, by path', () => {
    const content = JSON.stringify([
      { files: [{ path: 'src/b.ts', content: 'b' }] },
      { files: [{ path: 'src/a.ts', content: 'a' }] },
    ]);

    expect(toDocuments(content, 'code')).toEqual([
      { path: 'src/a.ts', text: 'a' },
      { path: 'src/b.ts', text: 'b' },
    ]);
  });

  it('gives JSON without files as one file that people can read', () => {
    expect(toDocuments('{"previewId":"prv_1"}', 'preview')).toEqual([
      { path: 'preview.json', text: '{\n  "previewId": "prv_1"\n}' },
    ]);
  });

  it('gives what is not JSON as it is', () => {
    expect(toDocuments('plain <b>words</b>', 'note')).toEqual([
      { path: 'note.txt', text: 'plain <b>words</b>' },
    ]);
  });
});
