import { readHostLabel } from './host-label.ts';

/** Under which names previews stand, and who can open them. */
export type PreviewSite = {
  /** Other machines can open them; else only browsers on the machine of the factory. */
  readonly isPublic: boolean;
  /** Scheme, name and port of the preview with a label that the process at `owner` runs. */
  originOf(label: string, owner: URL): string;
  /** The label in a Host header; null when the request is for the factory itself. */
  readLabel(host: string | undefined): string | null;
  /** Where the factory answers whose pages may show a preview in a frame, by the Host header of a request for it. */
  framersOf(host: string | undefined): string[];
};

type Options = {
  /** Scheme, domain and port below which every preview has a name; undefined for `.localhost`. */
  previewUrl?: string | undefined;
  publicUrl?: string | undefined;
};

/** Previews stand below `.localhost` on the factory's port, and below a domain of their own where there is one. */
export function createPreviewSite({ previewUrl, publicUrl }: Options = {}): PreviewSite {
  const domain = previewUrl === undefined ? null : new URL(previewUrl);
  const published = publicUrl === undefined ? [] : [new URL(publicUrl).origin];

  function readPublicLabel(host: string | undefined): string | null {
    if (domain === null) return null;
    const name = (host ?? '').toLowerCase().replace(/\.?(?::\d{1,5})?$/, '');
    const suffix = `.${domain.hostname}`;
    return name.endsWith(suffix) && name.length > suffix.length
      ? name.slice(0, -suffix.length)
      : null;
  }

  return {
    isPublic: domain !== null,
    originOf(label, owner) {
      if (domain !== null) return `${domain.protocol}//${label}.${domain.host}`;
      return `${owner.protocol}//${label}.localhost${owner.port === '' ? '' : `:${owner.port}`}`;
    },
    readLabel: (host) => readHostLabel(host) ?? readPublicLabel(host),
    framersOf: (host) => [...localFramersOf(host), ...published],
  };
}

function localFramersOf(host: string | undefined): string[] {
  const port = /:(\d+)$/.exec(host ?? '')?.[1];
  const suffix = port === undefined ? '' : `:${port}`;
  return [`http://localhost${suffix}`, `http://127.0.0.1${suffix}`];
}
