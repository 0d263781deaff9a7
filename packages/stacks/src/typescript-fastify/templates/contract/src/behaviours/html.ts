import type { Answer } from '../contract/answer.ts';
import type { Row } from '../records/resource.ts';

/** A page with what a row holds, or a list of rows; everything in it is text. */
export function htmlPage(
  status: number,
  title: string,
  content: Row | readonly Row[],
  links?: Links,
): Answer {
  const body = Array.isArray(content) ? listOf(content, links) : describe(content as Row); // one of the two
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`;
  return {
    status,
    headers: {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
    body: { type: 'text/html; charset=utf-8', content: html },
  };
}

/** Rows lead to pages of their own below this one, which ends with `below`; their addresses end with `after`. */
type Links = { below: string; by: string; after?: string };

function listOf(rows: readonly Row[], links: Links | undefined): string {
  const linkTo = (row: Row) => {
    if (links === undefined) return '';
    const key = String(row[links.by]);
    const href = `./${links.below}/${encodeURIComponent(key)}${links.after ?? ''}`;
    return `<a href="${escapeHtml(href)}">${escapeHtml(String(row.title ?? row.name ?? key))}</a>`;
  };
  return `<ul>\n${rows.map((row) => `<li>${linkTo(row)}${describe(row)}</li>`).join('\n')}\n</ul>`;
}

/** Names and values; what has rows of its own shows them within. */
function describe(row: Row): string {
  const shown = Object.entries(row).filter(
    ([name, value]) =>
      !name.startsWith('$') && !name.includes('.') && value !== null && value !== undefined,
  );
  return `<dl>${shown.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${textOf(value)}</dd>`).join('')}</dl>`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value))
    return `<ul>${value.map((each) => `<li>${textOf(each)}</li>`).join('')}</ul>`;
  return typeof value === 'object' && value !== null
    ? describe({ ...value })
    : escapeHtml(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
