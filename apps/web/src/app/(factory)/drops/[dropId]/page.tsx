import type { Metadata } from 'next';
import { DropPage } from '#features/drop/drop-page.tsx';
import { dropQuery } from '#lib/queries/drop-queries.ts';
import { serverApi } from '#lib/server-api.ts';
import { nameOfStage } from '#lib/stages.ts';
import { Prefetched } from '../../../prefetched.tsx';

type DropPageProps = { params: Promise<{ dropId: string }> };

/** The page itself says what is wrong when the drop cannot be read. */
export async function generateMetadata({ params }: DropPageProps): Promise<Metadata> {
  const { dropId } = await params;
  const drop = await (await serverApi()).getDrop(dropId).catch(() => null);
  return { title: drop === null ? 'Drop' : `${nameOfStage(drop.stage)} ${drop.version}` };
}

export default async function Page({ params }: DropPageProps) {
  const { dropId } = await params;
  return (
    <Prefetched read={(client, api) => [client.fetchQuery(dropQuery(api, dropId))]}>
      <DropPage dropId={dropId} />
    </Prefetched>
  );
}
