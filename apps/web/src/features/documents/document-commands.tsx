'use client';

import { useCommands } from '#components/shell/commands.tsx';
import { useGo } from '#lib/use-go.ts';

type DocumentCommandsProps = {
  /** Pages of this app. */
  documents: readonly { slug: string; title: string }[];
  /** Pages of the server. */
  doors: readonly { href: string; title: string }[];
};

/** What the page leads to, in the command menu. */
export function DocumentCommands({ documents, doors }: DocumentCommandsProps) {
  const go = useGo();
  const group = 'Developers';
  useCommands('documents', [
    ...doors.map(({ href, title }) => ({
      id: `door ${href}`,
      name: `Open: ${title}`,
      group,
      run: () => window.location.assign(href),
    })),
    ...documents.map(({ slug, title }) => ({
      id: `document ${slug}`,
      name: `Read: ${title}`,
      group,
      run: () => go(`/developers/guides/${slug}`),
    })),
  ]);
  return null;
}
