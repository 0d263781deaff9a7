'use client';

import type { components } from '@quantumlayer/sdk';
import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { useAction } from '#components/use-action.ts';
import { api } from '#lib/api.ts';
import { newKey } from '#lib/new-key.ts';

type PushBackProps = { version: components['schemas']['SoftwareVersion'] };

/** Its code with what people changed in it: tested and signed, it becomes a version of its own. */
export function PushBack({ version: { id, number, projectId } }: PushBackProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending } = useAction([['runs'], ['project', projectId]]);
  const choose = () => input.current?.click();
  useCommands(`push ${id}`, [
    {
      id: `push ${id}`,
      name: `Push hand edits of version ${number} back`,
      group: 'Versions',
      run: choose,
    },
  ]);

  function push(file: File | undefined) {
    if (file === undefined) return;
    mutate(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const run = await api.pushEdits(projectId, id, { bytes, title: file.name }, newKey());
      router.push(`/runs/${run.id}`);
    });
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".zip,.bundle,application/zip,application/x-git-bundle"
        aria-label={`Edited code of version ${number}`}
        onChange={({ target }) => {
          push(target.files?.[0]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      <Button
        size="sm"
        disabled={isPending}
        title="A zip or a git bundle of the code as you changed it"
        onClick={choose}
      >
        <Upload aria-hidden />
        Push back<span className="sr-only"> hand edits of version {number}</span>
      </Button>
    </>
  );
}
