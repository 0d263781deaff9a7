import { createHash } from 'node:crypto';
import {
  type GeneratedFile,
  generatedFileSchema,
  type Page,
  type RunFile,
} from '@quantumlayer/contracts';
import { z } from 'zod';
import { type PathPageQuery, pageByPath } from '#platform/http/path-page.ts';
import { RunFileNotFound } from './domain/run-errors.ts';
import type { DropIndex } from './ports.ts';

type Dependencies = {
  drops: DropIndex;
  /** Throws `RunNotFound`. */
  requireRun: (organisationId: string, id: string) => Promise<unknown>;
};

type StoredFile = GeneratedFile & { stage: RunFile['stage'] };

const part = z.looseObject({ files: z.array(generatedFileSchema) });
const outputSchema = z.union([part.transform((one) => [one]), z.array(part)]);

/** The files that a run generated, out of the newest drops of the stages that generate them. */
export function createRunFiles({ drops, requireRun }: Dependencies) {
  async function filesOf(organisationId: string, runId: string): Promise<StoredFile[]> {
    await requireRun(organisationId, runId);
    const ids = await drops.idsByStage(organisationId, runId);
    const of = async (stage: string): Promise<GeneratedFile[]> => {
      const dropId = ids.get(stage);
      if (dropId === undefined) return [];
      const { content } = await drops.content(organisationId, dropId);
      return outputSchema.parse(JSON.parse(content.toString('utf8'))).flatMap(({ files }) => files);
    };
    const tests = await of('tests');
    const isTest = new Set(tests.map(({ path }) => path));
    // What people and the generator made together stands in place of what was generated.
    const files = ids.has('merge') ? await of('merge') : [...(await of('code')), ...tests];
    return files.map((file) => ({ ...file, stage: isTest.has(file.path) ? 'tests' : 'code' }));
  }

  return {
    async listFiles(
      organisationId: string,
      runId: string,
      query: PathPageQuery,
    ): Promise<Page<RunFile>> {
      const { items, nextCursor } = pageByPath(await filesOf(organisationId, runId), query);
      return { items: items.map(presentFile), nextCursor };
    },

    /** Throws `RunNotFound`, and `RunFileNotFound` for every path that the list does not name exactly so. */
    async fileContent(organisationId: string, runId: string, path: string) {
      const files = await filesOf(organisationId, runId);
      const file = files.find((one) => one.path === path);
      if (file === undefined) throw new RunFileNotFound(runId, path);
      return { ...presentFile(file), content: Buffer.from(file.content) };
    },
  };
}

function presentFile({ path, content, stage, executable = false }: StoredFile): RunFile {
  const bytes = Buffer.from(content);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return { path, size: bytes.length, stage, digest, executable };
}
