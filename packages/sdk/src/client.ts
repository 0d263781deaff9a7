import { ApiProblem, parseProblem, ServerUnreachable } from './api-problem.ts';
import type { paths } from './generated/api.ts';
import { type Api as ApiOf, createApi } from './request.ts';
import { type RunEventsOptions, streamRunEvents } from './run-events.ts';

export type ClientOptions = {
  /** Scheme, name and port of the server; `''` in a page that the server itself delivers. */
  url: string;
  /** Without one the cookie of the browser's session goes along. */
  apiKey?: string;
  fetch?: typeof fetch;
};
export type PageQuery = { cursor?: string; limit?: number };
export type RunQuery = NonNullable<
  paths['/api/v1/projects/{projectId}/runs']['get']['parameters']['query']
>;
export type DropQuery = NonNullable<paths['/api/v1/drops']['get']['parameters']['query']>;
export type CheckId =
  paths['/api/v1/runs/{runId}/checks/{checkId}/output']['get']['parameters']['path']['checkId'];
export type RunRequest =
  paths['/api/v1/projects/{projectId}/runs']['post']['requestBody']['content']['application/json'];
export type ChangeRequest =
  paths['/api/v1/projects/{projectId}/changes']['post']['requestBody']['content']['application/json'];
/** What rows that are there get, where the version requires more than the newest one. */
export type RestoreVersion = NonNullable<
  paths['/api/v1/projects/{projectId}/versions/{capsuleId}/restore']['post']['requestBody']
>['content']['application/json'];
/** What people made of the code of a version. */
export type HandEdits = { bytes: Uint8Array<ArrayBuffer>; title?: string; preview?: boolean };
export type ReadRequest =
  paths['/api/v1/blueprints/read']['post']['requestBody']['content']['application/json'];
export type FollowUpRequest =
  paths['/api/v1/blueprints/read-follow-up']['post']['requestBody']['content']['application/json'];
export type Credentials =
  paths['/api/v1/session']['post']['requestBody']['content']['application/json'];
export type NewPassword =
  paths['/api/v1/session/password']['put']['requestBody']['content']['application/json'];
export type RunSignal =
  paths['/api/v1/runs/{runId}/signal']['post']['requestBody']['content']['application/json'];

export type NewApiKey =
  paths['/api/v1/api-keys']['post']['requestBody']['content']['application/json'];

export type Client = ReturnType<typeof createClient>;

/** A typed client of the API. Every method throws `ApiProblem` when refused and `ServerUnreachable` when unheard. */
export function createClient({ url, apiKey, fetch: send = fetch }: ClientOptions) {
  const headers: Record<string, string> =
    apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  const reach: typeof fetch = async (...request) => {
    try {
      return await send(...request);
    } catch (error) {
      if (error instanceof TypeError) throw new ServerUnreachable(url, error);
      throw error;
    }
  };
  const api = createApi<paths>({ url, headers, fetch: reach });
  return {
    url,
    ...sessionMethods(api),
    ...keyMethods(api),
    ...projectMethods(api),
    ...runMethods(api),
    ...changeMethods(api),
    ...dropMethods(api),
    ...capsuleMethods(api),
    ...previewMethods(api),

    /** The events of a run as they come; see `streamRunEvents`. */
    runEvents: (runId: string, options?: RunEventsOptions) =>
      streamRunEvents(
        { url: `${url}/api/v1/runs/${encodeURIComponent(runId)}/events`, headers, fetch: send },
        options,
      ),
  };
}

type Api = ApiOf<paths>;

function sessionMethods(api: Api) {
  return {
    /** The session of this browser; `unauthenticated` when there is none. */
    getSession: () => body(api.GET('/api/v1/session')),
    /** With the token of a link, the part behind `#`, or with the password. The browser keeps the cookie. */
    signIn: (credentials: Credentials) => body(api.POST('/api/v1/session', { body: credentials })),
    signOut: () => done(api.DELETE('/api/v1/session')),
    /** Ends every other session. `current` is needed unless the session came from a link. */
    setPassword: (password: NewPassword) =>
      body(api.PUT('/api/v1/session/password', { body: password })),
    /** Needs an API key. */
    createSignInLink: () => body(api.POST('/api/v1/sign-in-links')),
  };
}

function keyMethods(api: Api) {
  return {
    listApiKeys: () => body(api.GET('/api/v1/api-keys')),
    /** The answer holds the secret, which is shown this once. */
    createApiKey: (key: NewApiKey) => body(api.POST('/api/v1/api-keys', { body: key })),
    revokeApiKey: (keyId: string) =>
      done(api.DELETE('/api/v1/api-keys/{keyId}', { params: { path: { keyId } } })),
  };
}

function projectMethods(api: Api) {
  return {
    listProjects: ({ archived, ...query }: PageQuery & { archived?: boolean; q?: string } = {}) =>
      body(
        api.GET('/api/v1/projects', {
          params: { query: { ...query, ...(archived && { archived: 'true' }) } },
        }),
      ),
    getProject: (projectId: string) =>
      body(api.GET('/api/v1/projects/{projectId}', { params: { path: { projectId } } })),
    createProject: (project: { name: string; description?: string }) =>
      body(api.POST('/api/v1/projects', { body: project })),
    changeProject: (projectId: string, change: { name?: string; description?: string }) =>
      body(
        api.PATCH('/api/v1/projects/{projectId}', {
          params: { path: { projectId } },
          body: change,
        }),
      ),
    archiveProject: (projectId: string) =>
      body(api.POST('/api/v1/projects/{projectId}/archive', { params: { path: { projectId } } })),
    restoreProject: (projectId: string) =>
      body(api.POST('/api/v1/projects/{projectId}/restore', { params: { path: { projectId } } })),
    /** What this installation runs on and lacks. */
    getSystem: () => body(api.GET('/api/v1/system')),
    /** Reads a prompt, a document or both without building anything. */
    readBlueprint: (request: ReadRequest) =>
      body(api.POST('/api/v1/blueprints/read', { body: request })),
    /** Reads what is to be changed in a blueprint, without building anything. */
    readFollowUp: (request: FollowUpRequest) =>
      body(api.POST('/api/v1/blueprints/read-follow-up', { body: request })),
  };
}

const BUNDLE = new TextEncoder().encode('# v2 git bundle\n');

function isBundle(bytes: Uint8Array): boolean {
  return BUNDLE.every((byte, at) => bytes[at] === byte);
}

/** The next version of an app, by whatever it comes about. */
function changeMethods(api: Api) {
  return {
    /** What a change of a version would do to its blueprint, schema and code; starts nothing. */
    showChanges: (projectId: string, request: ChangeRequest) =>
      body(
        api.POST('/api/v1/projects/{projectId}/changes', {
          params: { path: { projectId } },
          body: request,
        }),
      ),
    /** Starts a run that brings an older version back, with its code and the way back for the data. */
    restoreVersion: (
      projectId: string,
      capsuleId: string,
      asked: RestoreVersion,
      idempotencyKey: string,
    ) =>
      body(
        api.POST('/api/v1/projects/{projectId}/versions/{capsuleId}/restore', {
          params: { path: { projectId, capsuleId } },
          headers: { 'idempotency-key': idempotencyKey },
          body: asked,
        }),
      ),
    /** Starts a run that makes a version of code that was changed by hand: a zip, or a git bundle. */
    pushEdits: (
      projectId: string,
      capsuleId: string,
      { bytes, title, preview = true }: HandEdits,
      idempotencyKey: string,
    ) =>
      body(
        api.POST('/api/v1/projects/{projectId}/versions/{capsuleId}/edits', {
          params: {
            path: { projectId, capsuleId },
            query: { preview: preview ? 'true' : 'false', ...(title !== undefined && { title }) },
          },
          body: bytes,
          headers: {
            'idempotency-key': idempotencyKey,
            'content-type': isBundle(bytes) ? 'application/x-git-bundle' : 'application/zip',
          },
        }),
      ),
  };
}

function runMethods(api: Api) {
  const at = (runId: string) => ({ path: { runId } });
  return {
    /** `idempotencyKey`: the same key twice starts one run. */
    startRun: (projectId: string, request: RunRequest, idempotencyKey: string) =>
      body(
        api.POST('/api/v1/projects/{projectId}/runs', {
          params: { path: { projectId } },
          body: request,
          headers: { 'idempotency-key': idempotencyKey },
        }),
      ),
    listRuns: (projectId: string, query: RunQuery = {}) =>
      body(
        api.GET('/api/v1/projects/{projectId}/runs', { params: { path: { projectId }, query } }),
      ),
    /** The runs of all projects. */
    listAllRuns: (query: RunQuery & { projectId?: string } = {}) =>
      body(api.GET('/api/v1/runs', { params: { query } })),
    /** The figures of a dashboard, over the last days in UTC. */
    getStatistics: (query: { days?: number; projectId?: string } = {}) =>
      body(api.GET('/api/v1/statistics', { params: { query } })),
    getRun: (runId: string) => body(api.GET('/api/v1/runs/{runId}', { params: at(runId) })),
    /** The prompt and the document that a run was asked with. */
    getRunRequest: (runId: string) =>
      body(api.GET('/api/v1/runs/{runId}/request', { params: at(runId) })),
    /** Every attempt at every stage, oldest first, with the checks that it executed. */
    listStageAttempts: (runId: string, query: PageQuery = {}) =>
      body(
        api.GET('/api/v1/runs/{runId}/attempts', {
          params: { ...at(runId), query },
        }),
      ),
    /** The whole output of a check, passed or failed, of the attempt that the run shows when none is named. */
    getCheckOutput: (runId: string, checkId: CheckId, attempt?: number) =>
      text(
        api.GET('/api/v1/runs/{runId}/checks/{checkId}/output', {
          params: {
            path: { runId, checkId },
            query: attempt === undefined ? {} : { attempt },
          },
          parseAs: 'text',
        }),
      ),
    /** The files that a run generated, by path. */
    listRunFiles: (runId: string, query: PageQuery = {}) =>
      body(api.GET('/api/v1/runs/{runId}/files', { params: { ...at(runId), query } })),
    getRunFile: (runId: string, path: string) =>
      body(
        api.GET('/api/v1/runs/{runId}/files/content', {
          params: { ...at(runId), query: { path } },
          parseAs: 'text',
        }),
      ),
    cancelRun: (runId: string) =>
      body(api.POST('/api/v1/runs/{runId}/cancel', { params: at(runId) })),
    /** Runs `stage` and everything after it again. */
    retryRun: (runId: string, stage: string) =>
      body(api.POST('/api/v1/runs/{runId}/retry', { params: at(runId), body: { stage } })),
    /** Answers a checkpoint, or pauses and resumes. */
    signalRun: (runId: string, signal: RunSignal) =>
      body(api.POST('/api/v1/runs/{runId}/signal', { params: at(runId), body: signal })),
  };
}

function dropMethods(api: Api) {
  const at = (dropId: string) => ({ path: { dropId } });
  return {
    listDrops: (projectId: string, query: PageQuery & { run?: string; stage?: string } = {}) =>
      body(
        api.GET('/api/v1/projects/{projectId}/drops', { params: { path: { projectId }, query } }),
      ),
    /** The drops of all projects. */
    listAllDrops: (query: DropQuery = {}) => body(api.GET('/api/v1/drops', { params: { query } })),
    pinDrop: (dropId: string, pin: { name: string; note?: string }) =>
      body(api.PUT('/api/v1/drops/{dropId}/pin', { params: at(dropId), body: pin })),
    unpinDrop: (dropId: string) =>
      body(api.DELETE('/api/v1/drops/{dropId}/pin', { params: at(dropId) })),
    getDrop: (dropId: string) => body(api.GET('/api/v1/drops/{dropId}', { params: at(dropId) })),
    getDropContent: (dropId: string) =>
      text(api.GET('/api/v1/drops/{dropId}/content', { params: at(dropId), parseAs: 'text' })),
    diffDrops: (dropId: string, against: string) =>
      body(
        api.GET('/api/v1/drops/{dropId}/diff', {
          params: { ...at(dropId), query: { against } },
        }),
      ),
  };
}

function capsuleMethods(api: Api) {
  const at = (capsuleId: string) => ({ path: { capsuleId } });
  return {
    listCapsules: (projectId: string, query: PageQuery = {}) =>
      body(
        api.GET('/api/v1/projects/{projectId}/capsules', {
          params: { path: { projectId }, query },
        }),
      ),
    getCapsule: (capsuleId: string) =>
      body(api.GET('/api/v1/capsules/{capsuleId}', { params: at(capsuleId) })),
    /** The capsule itself, or its code as a zip or a git bundle. */
    downloadCapsule: (capsuleId: string, format: 'tar.gz' | 'zip' | 'git' = 'tar.gz') =>
      body(
        api.GET('/api/v1/capsules/{capsuleId}/download', {
          params: { ...at(capsuleId), query: { format } },
          parseAs: 'arrayBuffer',
        }),
      ),
    /** The capsules of a project as numbered versions of its software, newest first. */
    listVersions: (projectId: string, query: PageQuery = {}) =>
      body(
        api.GET('/api/v1/projects/{projectId}/versions', {
          params: { path: { projectId }, query },
        }),
      ),
    diffCapsules: (capsuleId: string, against: string) =>
      body(
        api.GET('/api/v1/capsules/{capsuleId}/diff', {
          params: { ...at(capsuleId), query: { against } },
        }),
      ),
    /** The files of a capsule, by path. */
    listCapsuleParts: (capsuleId: string, query: PageQuery = {}) =>
      body(
        api.GET('/api/v1/capsules/{capsuleId}/contents', { params: { ...at(capsuleId), query } }),
      ),
    getCapsulePart: (capsuleId: string, path: string) =>
      body(
        api.GET('/api/v1/capsules/{capsuleId}/contents/file', {
          params: { ...at(capsuleId), query: { path } },
          parseAs: 'text',
        }),
      ),
    /** The public half of the key that signs capsules. */
    getSigningKey: () => body(api.GET('/api/v1/signing-key')),
    /** All keys there ever were, oldest first; a capsule names the one that signed it. */
    listSigningKeys: (query: PageQuery = {}) =>
      body(api.GET('/api/v1/signing-keys', { params: { query } })),
    /** Signs with a new key from now on. */
    rotateSigningKey: () => body(api.POST('/api/v1/signing-key/rotate')),
    verifyCapsule: (capsuleId: string) =>
      body(api.POST('/api/v1/capsules/{capsuleId}/verify', { params: at(capsuleId) })),
  };
}

function previewMethods(api: Api) {
  const at = (previewId: string) => ({ path: { previewId } });
  return {
    listPreviews: (projectId: string, query: PageQuery = {}) =>
      body(
        api.GET('/api/v1/projects/{projectId}/previews', {
          params: { path: { projectId }, query },
        }),
      ),
    getPreview: (previewId: string) =>
      body(api.GET('/api/v1/previews/{previewId}', { params: at(previewId) })),
    stopPreview: (previewId: string) =>
      body(api.POST('/api/v1/previews/{previewId}/stop', { params: at(previewId) })),
    /** Links to the address before stop working. */
    renewPreviewAddress: (previewId: string) =>
      body(api.POST('/api/v1/previews/{previewId}/renew-address', { params: at(previewId) })),
    extendPreview: (previewId: string, minutes: number) =>
      body(
        api.POST('/api/v1/previews/{previewId}/extend', {
          params: at(previewId),
          body: { minutes },
        }),
      ),
    getPreviewLogs: (previewId: string) =>
      text(
        api.GET('/api/v1/previews/{previewId}/logs', { params: at(previewId), parseAs: 'text' }),
      ),
  };
}

type Answer<Body> = { data?: Body; error?: unknown; response: Response };

/** Everything that is no success is thrown. */
async function accepted<Body>(answer: Promise<Answer<Body>>): Promise<Answer<Body>> {
  const found = await answer;
  const { error, response } = found;
  if (!response.ok) throw new ApiProblem(response.status, parseProblem(error, response.status));
  return found;
}

/** For answers without a body. */
async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  await accepted(answer);
}

/** A body of text, which may well be empty. */
async function text(answer: Promise<Answer<string>>): Promise<string> {
  return (await accepted(answer)).data ?? '';
}

async function body<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { data, response } = await accepted(answer);
  if (data === undefined) throw new ApiProblem(response.status, { status: response.status });
  return data;
}
