import type { IncomingMessage, ServerResponse } from 'node:http';

/** The pages inside another server. Written by hand, so that whoever serves them sees nothing of Next's global types. */
export type Pages = {
  /** The folder of what is under `/_next/static/`: scripts, styles and fonts, whose names hold their digests. */
  staticFolder: string;
  /** Answers a request; the response is ended by it. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Where the server side of the pages finds the API. */
  setApiUrl(url: string): void;
  close(): Promise<void>;
};

/** Whether the pages were built: `npm run build`. */
export function hasBuild(): boolean;

/** Loads the pages into this process, which takes about 100 MB. */
export function openPages(options?: {
  /** The domain of previews, when they have one. */
  previewUrl?: string | undefined;
}): Promise<Pages>;
