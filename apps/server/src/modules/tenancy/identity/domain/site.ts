/** Under which names the factory is reached, and what follows from them. */
export type Site = {
  /** Other machines can reach it. */
  readonly isExposed: boolean;
  /** Where people open it, when that was configured: scheme, name and port. */
  readonly publicOrigin: string | null;
  /** Whether a Host header names this factory. Else a foreign name was pointed at its address (DNS rebinding). */
  isOwnHost(host: string | undefined): boolean;
  /** Scheme, name and port under which a browser sent a request. */
  originOf(request: { protocol: string; host: string | undefined }): string;
};

const WILDCARDS = ['0.0.0.0', '::'];
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** `listenHost` is an address or a name to listen on, `publicUrl` where people open the factory. */
export function createSite(listenHost: string, publicUrl: string | undefined): Site {
  const published = publicUrl === undefined ? null : new URL(publicUrl);
  const names = [listenHost, ...(published ? [published.hostname] : [])].map(plainName);
  return {
    isExposed: !names.every(isLoopback),
    publicOrigin: published?.origin ?? null,

    isOwnHost(host) {
      const name = nameOf(host);
      if (name === null || WILDCARDS.includes(name)) return false;
      if (isLoopback(name) || names.includes(name)) return true;
      // Whoever listens everywhere is opened by address, and an address cannot be pointed elsewhere as a name can.
      return WILDCARDS.includes(plainName(listenHost)) && isAddress(name);
    },

    originOf({ protocol, host }) {
      const isPublic = host !== undefined && published?.host === host.toLowerCase();
      return isPublic ? published.origin : `${protocol}://${host?.toLowerCase() ?? ''}`;
    },
  };
}

/** The name or address in a Host header, null when there is none. */
function nameOf(host: string | undefined): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:/?#@\\[\]]+)(?::\d{1,5})?$/i.exec(host ?? '');
  return match?.[1] === undefined ? null : plainName(match[1]);
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (IPV4.test(name) && name.startsWith('127.'));
}

function isAddress(name: string): boolean {
  return IPV4.test(name) || name.includes(':');
}
