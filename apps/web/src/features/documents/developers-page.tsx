import { BookOpen, Braces, CircleHelp, FileJson2, History, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { CopyButton } from '#components/copy-button.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { DocumentCommands } from './document-commands.tsx';

type Entry = { slug: string; title: string };
type DevelopersPageProps = { guides: readonly Entry[]; reference: readonly Entry[] };

const DOORS = [
  {
    href: '/docs',
    icon: Braces,
    title: 'API reference',
    text: 'Every route, with examples; try it with your session or a key.',
  },
  {
    href: '/openapi.json',
    icon: FileJson2,
    title: 'OpenAPI document',
    text: 'For generators and gateways, version 3.1.',
  },
  {
    href: '/problems',
    icon: CircleHelp,
    title: 'Problems',
    text: 'Every error code: what it means, what to do.',
  },
  {
    href: '/developers/changelog',
    icon: History,
    title: 'Changelog',
    text: 'What is new, what changed, what was mended.',
  },
];

const COMMANDS = [
  { text: 'npm run generate -- "A todo list: a task has a title"', what: 'Build from a sentence' },
  { text: 'npm run ql -- runs list', what: 'See the runs' },
  { text: 'npm run ql -- doctor', what: 'See what this machine has and lacks' },
  { text: 'npm run ql -- --help', what: 'Every command' },
];

/** Where programs and their makers begin. */
export function DevelopersPage({ guides, reference }: DevelopersPageProps) {
  return (
    <>
      <PageHeader title="Developers" />
      <DocumentCommands
        documents={[...guides, ...reference]}
        doors={DOORS.map(({ href, title }) => ({ href, title }))}
      />
      <div className="mx-auto grid w-full max-w-5xl gap-6 px-4 py-4 md:px-6 md:py-6">
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          {DOORS.map((door) => (
            <Door key={door.href} {...door} />
          ))}
        </ul>
        <div className="grid items-start gap-4 md:grid-cols-2">
          <Documents title="Guides" entries={guides} />
          <Documents title="Reference" entries={reference} />
        </div>
        <Panel className="min-w-0">
          <PanelHeader title="Command line" />
          <ul className="divide-y divide-line">
            {COMMANDS.map(({ text, what }) => (
              <li key={text} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
                <CopyButton text={text} label="the command" className="text-left text-ink">
                  {text}
                </CopyButton>
                <span className="ml-auto text-muted text-xs">{what}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}

type DoorProps = { href: string; icon: LucideIcon; title: string; text: string };

/** Not a link of the app: the reference is a page of the server. */
function Door({ href, icon: Icon, title, text }: DoorProps) {
  return (
    <li>
      <a
        href={href}
        className="flex h-full gap-3 rounded-lg border border-line bg-surface p-4 hover:border-line-strong"
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <span>
          <span className="block font-medium">{title}</span>
          <span className="block text-muted">{text}</span>
        </span>
      </a>
    </li>
  );
}

function Documents({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Panel>
      <PanelHeader title={title} />
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.slug}>
            <Link
              href={`/developers/guides/${entry.slug}`}
              className="flex items-center gap-3 px-3 py-2 font-medium hover:bg-hover focus-visible:-outline-offset-2"
            >
              <BookOpen aria-hidden className="size-4 shrink-0 text-subtle" />
              {entry.title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
