import Link from 'next/link';
import type { ComponentProps } from 'react';
import Parser, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** A document of the repository; HTML inside it is shown as text. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4 text-base leading-relaxed">
      <Parser remarkPlugins={[remarkGfm]} components={components}>
        {children}
      </Parser>
    </div>
  );
}

const components: Components = {
  h2: ({ children }) => <h2 className="mt-4 font-medium text-lg">{children}</h2>,
  h3: ({ children }) => <h3 className="mt-2 font-medium">{children}</h3>,
  p: ({ children }) => <p className="wrap-anywhere">{children}</p>,
  ul: ({ children }) => <ul className="grid list-disc gap-1 pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="grid list-decimal gap-1 pl-5">{children}</ol>,
  blockquote: ({ children }) => (
    <blockquote className="border-line-strong border-l-2 pl-4 text-muted">{children}</blockquote>
  ),
  a: ({ href, children }) => <MarkdownLink href={href ?? ''}>{children}</MarkdownLink>,
  code: ({ children, className }) => (
    <code
      className={
        className ?? 'wrap-anywhere rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.85em]'
      }
    >
      {children}
    </code>
  ),
  pre: ({ children }) => (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface p-3 font-mono text-xs leading-5 [&_code]:bg-transparent [&_code]:p-0 [&_code]:text-xs"
    >
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line"
    >
      <table className="w-full text-left text-sm">{children}</table>
    </div>
  ),
  th: ({ children }) => (
    <th className="border-line border-b bg-surface px-3 py-1.5 font-medium text-muted">
      {children}
    </th>
  ),
  td: ({ children }) => (
    <td className="border-line border-t bg-surface px-3 py-1.5 align-top">{children}</td>
  ),
};

/** Links between documents lead to their pages; to files that are no page they are only text. */
function MarkdownLink({ href, children }: ComponentProps<'a'> & { href: string }) {
  const page = pageOf(href);
  if (page === null) return <span>{children}</span>;
  const className = 'font-medium text-accent underline-offset-2 hover:underline';
  if (page.startsWith('http')) {
    return (
      <a href={page} rel="noreferrer noopener" className={className}>
        {children}
      </a>
    );
  }
  return (
    <Link href={page} className={className}>
      {children}
    </Link>
  );
}

function pageOf(href: string): string | null {
  if (/^https?:\/\//.test(href) || href.startsWith('/') || href.startsWith('#')) return href;
  const [, folder, slug] =
    /^(?:\.\/|\.\.\/)?(?:(guides|problems)\/)?([a-z0-9-]+)\.md$/.exec(href) ?? [];
  if (slug === undefined) return null;
  return folder === 'problems' ? `/problems/${slug}` : `/developers/guides/${slug}`;
}
