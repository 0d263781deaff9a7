import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const read = (text: string) => readDocument({ name: 'model.jdl', text });

describe('what JDL documents say in their own way', () => {
  it('is taken where an option stands for something', async () => {
    const { outOfScope } = await read('entity A\nskipServer for A\nskipClient all except A');
    expect(outOfScope.map(({ what }) => what)).toEqual([
      'option skipServer A',
      'option skipClient all except A',
    ]);
  });

  it('is taken line by line from a block, without its comments', async () => {
    const { outOfScope } = await read(`application {
  config {
    baseName shop, // the name
    /* several
       lines */ jhiPrefix "http://x//y",
  }
}
entity A { name String }`);
    expect(outOfScope.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '5 application: jhiPrefix "http://x//y"',
    ]);
  });

  it('is described by every comment, wherever it stands', async () => {
    const { blueprint, outOfScope } = await read(`entity A {
  /** above */
  name String, /** behind */
  size Integer
}
entity B { n Integer }
relationship OneToMany {
  /** one side */
  A{b} to
  /** the other side */
  B
}
entity C { n Integer }
/** the end */`);
    expect(blueprint.entities[0]?.fields[0]?.description).toBe('above\nbehind');
    expect(blueprint.entities[2]?.description).toBeUndefined();
    expect(outOfScope.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '9 description of the relationship of A and B: one side the other side',
      '14 comment: the end',
    ]);
  });
});
