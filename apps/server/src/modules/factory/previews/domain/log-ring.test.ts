import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogRing } from './log-ring.ts';

const LONGEST = 64 * 1024;

describe('log ring', () => {
  it('keeps the end of everything that was written, in order', () => {
    const chunk = fc.stringMatching(/^[a-z\n]{0,40}$/).map((text) => text.repeat(300));
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 20 }), (chunks) => {
        const ring = createLogRing();
        for (const one of chunks) ring.append(Buffer.from(one));
        expect(ring.read()).toBe(chunks.join('').slice(-LONGEST));
      }),
      { numRuns: 50 },
    );
  });

  it('goes on after what an earlier life wrote', () => {
    const ring = createLogRing('before\n');
    ring.append(Buffer.from('after\n'));

    expect(ring.read()).toBe('before\nafter\n');
  });

  it('is bounded by bytes, not by characters', () => {
    const ring = createLogRing();
    ring.append(Buffer.from('é'.repeat(LONGEST)));

    expect(ring.read()).toHaveLength(LONGEST / 2);
  });

  it('holds a letter whose bytes came apart', () => {
    const ring = createLogRing();
    for (const byte of Buffer.from('漢')) ring.append(Buffer.from([byte]));

    expect(ring.read()).toBe('漢');
  });

  it('takes out what a terminal or the database would stumble over', () => {
    const ring = createLogRing();
    ring.append(Buffer.from('\u001b[31mred\u001b[0m\0!'));

    expect(ring.read()).toBe('red!');
  });
});
