import { describe, expect, it } from 'vitest';
import { countLines, toPatchLines } from './patch-lines.ts';

const patch = `--- a/src/app.ts
+++ b/src/app.ts
@@ -1,3 +1,3 @@
 const a = 1;
--- counted down
+++ counted up
\\ No newline at end of file
`;

describe('a unified diff', () => {
  it('is read line by line, also where lines begin like its header', () => {
    expect(toPatchLines(patch)).toEqual([
      { kind: 'place', text: '@@ -1,3 +1,3 @@' },
      { kind: 'same', text: 'const a = 1;' },
      { kind: 'removed', text: '-- counted down' },
      { kind: 'added', text: '++ counted up' },
      { kind: 'same', text: '\\ No newline at end of file' },
    ]);
  });

  it('has as many lines that come as lines that go', () =>
    expect(countLines(toPatchLines(patch))).toEqual({ added: 1, removed: 1 }));
});
