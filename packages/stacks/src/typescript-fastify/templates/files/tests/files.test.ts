import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileName } from '../src/files/file-name.ts';
import { mediaTypeOf } from '../src/files/media-type.ts';
import { examples } from './support/check-files.ts';

describe('files', () => {
  it('are of the type that their bytes tell', () => {
    for (const [type, content] of Object.entries(examples)) {
      assert.equal(mediaTypeOf(content), type);
    }
    assert.equal(mediaTypeOf(Buffer.from('<html><script>1</script>')), 'text/plain');
    assert.equal(mediaTypeOf(Buffer.from([0xc3, 0x28])), null);
    assert.equal(mediaTypeOf(Buffer.from('a\0b')), null);
  });

  it('have plain names that end as their type does', () => {
    const names = [
      ['../../etc/passwd', 'passwd.png'],
      ['C:\\temp\\me.PNG', 'me.png'],
      ['a"\r\nset-cookie: x=1;.html', 'aset-cookie x1.png'],
      ['\u202egnp.exe', 'gnp.png'],
      ['.htaccess', 'htaccess.png'],
      ['...', 'file.png'],
      ['Grüße (1).jpeg', 'Grüße (1).png'],
      ['x'.repeat(300), `${'x'.repeat(100)}.png`],
    ] as const;
    for (const [wanted, name] of names) assert.equal(fileName(wanted, 'image/png'), name);
  });
});
