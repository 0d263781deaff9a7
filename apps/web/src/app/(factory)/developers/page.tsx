import type { Metadata } from 'next';
import { DevelopersPage } from '#features/documents/developers-page.tsx';
import { listDocuments } from '#lib/documents.ts';

export const metadata: Metadata = { title: 'Developers' };

export default async function Page() {
  const [guides, reference] = await Promise.all([
    listDocuments('guides'),
    listDocuments('reference'),
  ]);
  return <DevelopersPage guides={guides} reference={reference} />;
}
