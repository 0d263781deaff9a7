// Generated from apps/server/openapi.json by `npm run sdk`.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can serve, and the state of each part */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the session of this browser */
        get: operations["getSession"];
        put?: never;
        /** Sign in with the token of a link or with the password; answers a cookie */
        post: operations["signIn"];
        /** End the session of this browser and clear its cookie */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the password of the owner; ends every other session
         * @description `current` is needed when one is set and the session did not come from a link.
         */
        put: operations["setPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link that signs the owner in once, within 15 minutes */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys that were not revoked, oldest first */
        get: operations["listApiKeys"];
        put?: never;
        /** Create an API key; its secret is shown this once */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key; it is refused from the next request on */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List projects, oldest first */
        get: operations["listProjects"];
        put?: never;
        /** Create a project */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a project */
        get: operations["getProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a project or describe it anew */
        patch: operations["changeProject"];
        trace?: never;
    };
    "/api/v1/projects/{projectId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a project: it keeps what it has and takes nothing new */
        post: operations["archiveProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a project out of the archive */
        post: operations["restoreProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blueprints/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a prompt, a document or both into a blueprint without building it */
        post: operations["readPrompt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/blueprints/read-follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read what is to be changed in a blueprint, without building it */
        post: operations["readFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a change of a version would do to its blueprint, schema and code */
        post: operations["showChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of a project, newest first */
        get: operations["listRuns"];
        put?: never;
        /** Start a run: a prompt becomes tested, signed, running software */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the runs of all projects, newest first */
        get: operations["listAllRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a run with its stages, reading and evidence */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the prompt and the document that a run was asked with */
        get: operations["getRunRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every attempt at every stage of a run, oldest first */
        get: operations["listStageAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/checks/{checkId}/output": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the whole output of a check that was executed, passed or failed */
        get: operations["getCheckOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/versions/{capsuleId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a run that builds an older version anew; newer ones stay as they are */
        post: operations["restoreVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/versions/{capsuleId}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run that makes a version of code that was changed by hand
         * @description The body is the code of the app as a zip, or a git bundle with its whole history; at most 16 MB.
         */
        post: operations["pushEdits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files that a run generated, by path */
        get: operations["listRunFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/files/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the content of a generated file */
        get: operations["getRunFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a run; its sandboxes are stopped */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a stage of an ended run, and all behind it, again */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/signal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a checkpoint (approve, reject, modify), pause or resume */
        post: operations["signalRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{runId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a run; resume with Last-Event-ID */
        get: operations["streamRunEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what this installation runs on and lacks, each lack with what mends it */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the figures of a dashboard, each computed from stored rows */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/drops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the drops of a project, newest first */
        get: operations["listDrops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the drops of all projects, newest first */
        get: operations["listAllDrops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drops/{dropId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a drop */
        get: operations["getDrop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drops/{dropId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a drop holds, in its own media type */
        get: operations["getDropContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drops/{dropId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what changed from one drop to another */
        get: operations["diffDrop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drops/{dropId}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a drop as a snippet, or give the snippet another name or note */
        put: operations["pinDrop"];
        post?: never;
        /** Keep a drop as a snippet no longer; the drop stays */
        delete: operations["unpinDrop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/capsules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the capsules of a project, newest first */
        get: operations["listCapsules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{capsuleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a capsule */
        get: operations["getCapsule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{capsuleId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the stored archive of a capsule, claim by claim */
        post: operations["verifyCapsule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the software of a project, newest first */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{capsuleId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what changed in the code from one capsule to another */
        get: operations["diffCapsule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the public key of the capsules that are made now */
        get: operations["getSigningKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the public keys of all capsules, oldest first; a capsule names its own */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signing-key/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with a new key from now on; older capsules stay verifiable with theirs */
        post: operations["rotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{capsuleId}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the archive of a capsule, or its code alone */
        get: operations["downloadCapsule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{capsuleId}/contents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files of a capsule, by path */
        get: operations["listCapsuleParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capsules/{capsuleId}/contents/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one file of a capsule: its documents as JSON, everything else as text */
        get: operations["getCapsulePart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{projectId}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the previews of a project, newest first */
        get: operations["listPreviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews/{previewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a preview */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews/{previewId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the last 64 KiB that the app of a preview wrote */
        get: operations["getPreviewLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews/{previewId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a preview and delete its data; safe to repeat */
        post: operations["stopPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews/{previewId}/renew-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a preview a new address; links to the one before stop working */
        post: operations["renewPreviewAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews/{previewId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a preview live longer, up to a day from now */
        post: operations["extendPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ContractShapeInput: {
            /** @constant */
            is: "member";
            name: string;
        } | {
            /** @constant */
            is: "row";
            view: string;
        } | {
            /** @constant */
            is: "rows";
            view: string;
        } | {
            /** @constant */
            is: "object";
            properties: {
                name: string;
                value: components["schemas"]["ContractShapeInput"];
            }[];
        } | {
            /** @constant */
            is: "list";
            of: string;
        } | {
            /** @constant */
            is: "constant";
            value: unknown;
        } | {
            /** @constant */
            is: "account";
            name: string;
        } | {
            /** @constant */
            is: "tally";
            name: string;
        } | {
            /** @constant */
            is: "computed";
            name: string;
        } | {
            /** @constant */
            is: "figure";
            /** @enum {string} */
            of: "token" | "total" | "count" | "page" | "size" | "pages" | "offset" | "next" | "more" | "links" | "next-link" | "previous-link" | "result" | "result-text" | "now" | "expires" | "exists" | "absent";
        };
        ContractViewInput: {
            name: string;
            resource: string;
            properties: {
                name: string;
                from: string;
                keepNull: boolean;
                view?: string;
                address?: {
                    path: string;
                    isWhole: boolean;
                };
            }[];
        };
        ContractAnswerInput: {
            status: number;
            media: string | null;
            body: {
                /** @constant */
                as: "nothing";
            } | {
                /** @constant */
                as: "json";
                shape: components["schemas"]["ContractShapeInput"];
            } | {
                /** @constant */
                as: "text";
                shape: components["schemas"]["ContractShapeInput"];
            } | {
                /** @constant */
                as: "csv";
                columns: {
                    name: string;
                    of: string;
                }[];
            } | {
                /** @constant */
                as: "lines";
                of: string;
            } | {
                /** @constant */
                as: "page";
                title: string;
                /** @enum {string} */
                shows: "row" | "rows";
                links?: {
                    below: string;
                    by: string;
                    after?: string;
                };
            } | {
                /** @constant */
                as: "file";
                member: string;
                /** @constant */
                attached?: true;
            } | {
                /** @constant */
                as: "redirect";
                member: string;
            };
            location?: string;
            /** @enum {string} */
            cookie?: "set" | "clear";
            allow?: string;
            /** @constant */
            tagged?: true;
            headers?: {
                name: string;
                /** @enum {string} */
                of: "token" | "total" | "count" | "page" | "size" | "pages" | "offset" | "next" | "more" | "links" | "next-link" | "previous-link" | "result" | "result-text" | "now" | "expires" | "exists" | "absent";
            }[];
        };
        ContractSourceInput: {
            /** @enum {string} */
            in: "path" | "query" | "header" | "cookie" | "body";
            name: string;
        } | {
            /** @constant */
            in: "whole-body";
        } | {
            /** @constant */
            in: "account";
            name: string;
        } | {
            /** @constant */
            in: "parent";
            name: string;
        } | {
            /** @constant */
            in: "constant";
            value: unknown;
        } | {
            /** @constant */
            in: "now";
        };
        ContractConditionInput: {
            member: string;
            source: components["schemas"]["ContractSourceInput"];
        };
        ContractFilterInput: {
            parameter: string;
            member: string;
            /** @enum {string} */
            match: "equals" | "contains" | "starts-with" | "one-of" | "at-least" | "at-most" | "before" | "after" | "on-day" | "any-left" | "switched" | "all-of" | "has-room";
            of?: string;
            room?: {
                resource: string;
                by: string;
                when: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                }[];
            };
        };
        ContractParentInput: {
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            opens?: components["schemas"]["ContractConditionInput"];
            joined?: {
                resource: string;
                by: string;
            };
            /** @enum {string} */
            others?: "forbidden" | "conflict" | "invalid";
            /** @constant */
            referred?: true;
        };
        ContractGuardInput: {
            of?: string;
            member: string;
            value: unknown;
            /** @constant */
            not?: true;
            /** @constant */
            empty?: true;
            /** @enum {string} */
            refusal: "conflict" | "forbidden" | "invalid" | "inapplicable" | "gone" | "not-found";
            says: string;
        };
        ContractAmongInput: {
            of: string;
            list: string;
            source: components["schemas"]["ContractSourceInput"];
            says: string;
        };
        ContractCountsInput: {
            member: string;
            by: 1 | -1;
            most?: string;
            stamps?: string;
        };
        ContractMovesInput: {
            resource: string;
            member: string;
            amount: components["schemas"]["ContractSourceInput"];
            to: components["schemas"]["ContractConditionInput"];
        };
        ContractLimitInput: {
            of: string;
            by: string;
            most: number | string;
            when: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
            }[];
            /** @enum {string} */
            refusal: "conflict" | "forbidden" | "invalid" | "inapplicable" | "gone" | "not-found";
            says: string;
        };
        ContractWithinInput: {
            of: string;
            amount: string;
            takes: 1 | -1;
            most: string;
            leaves?: string;
            settles?: {
                member: string;
                value: unknown;
            };
            /** @enum {string} */
            refusal: "conflict" | "forbidden" | "invalid" | "inapplicable" | "gone" | "not-found";
            says: string;
        };
        ContractExpectedVersionInput: {
            member: string;
            source: components["schemas"]["ContractSourceInput"];
            /** @enum {string} */
            refusal: "conflict" | "outdated";
        };
        ContractMadeWithInput: {
            property: string;
            resource: string;
            by: string;
            set: {
                member: string;
                property: string;
            }[];
        };
        ContractComputedInput: {
            name: string;
            /** @enum {string} */
            function: "upper" | "lower" | "capitals" | "reverse" | "trim" | "slug" | "rot13" | "echo" | "base64-encode" | "base64-decode" | "hex-encode" | "hex-decode" | "url-encode" | "url-decode" | "hash" | "characters" | "words" | "lines" | "unit" | "formula" | "arithmetic" | "words-said" | "distinct-words" | "top-words" | "sentences" | "vowels" | "letters" | "characters-without-spaces" | "palindrome" | "slug-or-nothing" | "roman-number" | "roman-numeral" | "modes" | "mode" | "sorted" | "unique" | "distinct" | "range" | "product" | "variance" | "deviation" | "sample-variance" | "sample-deviation" | "sum" | "mean" | "median" | "least" | "most" | "how-many" | "root" | "factorial";
            from: components["schemas"]["ContractSourceInput"][];
            formula?: string;
            names?: string[];
            round?: number;
        };
        ContractSortInput: {
            parameter: string | null;
            direction: string | null;
            by: {
                value: string;
                member: string;
                descending?: boolean;
            }[];
            initial: {
                member: string;
                descending: boolean;
            } | null;
        };
        ContractPagingInput: {
            /** @enum {string} */
            by: "offset" | "page" | "cursor";
            at: string | null;
            size: string | null;
            first: number;
            initial: number;
            most: number;
        };
        ContractSearchInput: {
            parameter: string;
            members: string[];
            /** @constant */
            in?: "body";
        };
        ContractMemberInput: {
            name: string;
            column: string;
            /** @enum {string} */
            kind: "text" | "integer" | "number" | "boolean" | "json" | "file" | "password";
            nullable: boolean;
            default?: unknown;
            /** @enum {string} */
            made?: "created" | "changed" | "token" | "owner" | "changer" | "version" | "number";
            numberedBy?: string;
            /** @enum {string} */
            otherwise?: "now" | "today" | "token";
            /** @constant */
            keeps?: true;
            refers?: string;
            /** @constant */
            unique?: true;
            /** @constant */
            caseless?: true;
            /** @constant */
            hashed?: true;
            shows?: string[];
            lasts?: {
                of: string;
                seconds: number;
            };
            slugOf?: string;
            startsAs?: string;
            file?: {
                of: string;
                /** @enum {string} */
                fact: "name" | "type" | "size" | "present";
            };
            mediaTypes?: string[];
            maxBytes?: number;
        };
        ContractResourceInput: {
            name: string;
            title: string;
            table: string;
            key: {
                member: string;
                /** @enum {string} */
                made: "number" | "uuid" | "token" | "client" | "either" | "fixed";
            };
            members: components["schemas"]["ContractMemberInput"][];
            owner: string | null;
            party?: {
                member: string;
                by: string;
            };
            hidden?: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
                /** @enum {string} */
                to: "owner" | "signed-in";
                /** @enum {string} */
                refusal: "not-found" | "forbidden";
            };
            tree: string | null;
            treeWithin?: string[];
            uniqueTogether: string[][];
            gathered: {
                name: string;
                resource: string;
                by: string;
                /** @enum {string} */
                take: "count" | "average" | "sum" | "rows" | "latest";
                member?: string;
                shows?: {
                    value: unknown;
                    as: unknown;
                }[];
                none?: unknown;
                or?: string;
                scale?: number;
                when?: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                }[];
                order?: {
                    member: string;
                    descending: boolean;
                };
            }[];
            derived?: ({
                name: string;
                /** @constant */
                take: "lookup";
                by: string;
                resource: string;
                member: string;
                /** @enum {string} */
                kind: "text" | "integer" | "number" | "boolean" | "json" | "file" | "password";
            } | {
                name: string;
                /** @constant */
                take: "product";
                of: string[];
            } | {
                name: string;
                /** @constant */
                take: "percent";
                of: string;
                percent: number | string;
                round?: number;
            } | {
                name: string;
                /** @enum {string} */
                take: "terms" | "balance";
                terms: {
                    of: string;
                    minus: boolean;
                }[];
            } | {
                name: string;
                /** @constant */
                take: "present";
                of: string;
            } | {
                name: string;
                /** @constant */
                take: "edited";
                of: string;
            } | {
                name: string;
                /** @constant */
                take: "fresh";
                of: string;
                seconds: number;
                fresh: string;
                stale: string;
            })[];
            expires?: string;
            spent?: string;
            apart?: {
                by: string[];
                from: string;
                to: string;
                unless?: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                };
            };
            ordered?: {
                earlier: string;
                later: string;
                strict: boolean;
            }[];
        };
        ContractSummaryFigureInput: {
            name: string;
            within?: string;
            /** @enum {string} */
            take: "count" | "sum" | "average" | "least" | "most" | "given";
            member?: string;
            when?: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
            }[];
            round?: number;
            none?: 0 | null;
            source?: components["schemas"]["ContractSourceInput"];
        };
        ContractSummaryInput: {
            by: {
                name: string;
                member: string;
                /** @enum {string} */
                part?: "day" | "month" | "year";
            }[];
            figures: components["schemas"]["ContractSummaryFigureInput"][];
            atLeast: {
                figure: string;
                parameter: string;
            }[];
            order: {
                name: string;
                descending: boolean;
            }[];
            limit: {
                parameter: string | null;
                initial: number;
                most: number;
            } | null;
        };
        ContractBehaviourInput: {
            /** @constant */
            kind: "list";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswerInput"];
            filters: components["schemas"]["ContractFilterInput"][];
            search: components["schemas"]["ContractSearchInput"] | null;
            sort: components["schemas"]["ContractSortInput"] | null;
            paging: components["schemas"]["ContractPagingInput"] | null;
            ranges?: {
                from: string;
                to: string;
            }[];
            through?: {
                resource: string;
                by: string;
            };
            except?: {
                member: string;
                value: unknown;
            }[];
        } | {
            /** @constant */
            kind: "create";
            resource: string;
            parents: components["schemas"]["ContractParentInput"][];
            set: components["schemas"]["ContractConditionInput"][];
            answer: components["schemas"]["ContractAnswerInput"];
            guards?: components["schemas"]["ContractGuardInput"][];
            limit?: components["schemas"]["ContractLimitInput"];
            among?: components["schemas"]["ContractAmongInput"];
            shows: string | null;
            adds?: {
                member: string;
                most: number | null;
            };
            joins?: {
                resource: string;
                by: string;
            };
            with?: components["schemas"]["ContractMadeWithInput"][];
            moves?: components["schemas"]["ContractMovesInput"];
            within?: components["schemas"]["ContractWithinInput"];
            again?: {
                where: components["schemas"]["ContractConditionInput"][];
                answer: components["schemas"]["ContractAnswerInput"];
            };
            suggests?: {
                member: string;
                source: components["schemas"]["ContractSourceInput"];
                pattern?: string;
                most?: number;
            };
            where: components["schemas"]["ContractConditionInput"][];
            opens?: components["schemas"]["ContractConditionInput"] | null;
            registers: boolean;
            signIn: boolean;
            replaces: boolean;
            /** @constant */
            renews?: true;
            many: boolean;
            lines?: string;
            csv?: {
                /** @constant */
                method: "post";
                path: string;
                part?: string;
            };
        } | {
            /** @constant */
            kind: "read";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswerInput"];
            opens: components["schemas"]["ContractConditionInput"] | null;
            guards?: components["schemas"]["ContractGuardInput"][];
            makes: boolean;
            /** @constant */
            random?: true;
            filters?: components["schemas"]["ContractFilterInput"][];
            of?: {
                resource: string;
                by: string;
            };
            readings?: components["schemas"]["ContractCountsInput"];
        } | {
            /** @constant */
            kind: "change";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            set: components["schemas"]["ContractConditionInput"][];
            answer: components["schemas"]["ContractAnswerInput"];
            opens: components["schemas"]["ContractConditionInput"] | null;
            ifMatch: ("required" | "optional") | null;
            guards?: components["schemas"]["ContractGuardInput"][];
            orOwnerOf?: string;
            limit?: components["schemas"]["ContractLimitInput"];
            expects?: components["schemas"]["ContractExpectedVersionInput"];
            whole: boolean;
            makes: boolean;
            made?: components["schemas"]["ContractAnswerInput"];
            shows?: string;
            /** @constant */
            merges?: true;
            numbers?: string;
            appends?: string;
            logs?: {
                resource: string;
                by: string;
                set: components["schemas"]["ContractConditionInput"][];
            };
        } | {
            /** @constant */
            kind: "remove";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswerInput"];
            opens: components["schemas"]["ContractConditionInput"] | null;
            ifMatch: ("required" | "optional") | null;
            guards?: components["schemas"]["ContractGuardInput"][];
            orOwnerOf?: string;
            shows?: string;
            filters?: components["schemas"]["ContractFilterInput"][];
            among?: components["schemas"]["ContractConditionInput"];
            every: boolean;
        } | {
            /** @constant */
            kind: "increment";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswerInput"];
            guards?: components["schemas"]["ContractGuardInput"][];
            opens?: components["schemas"]["ContractConditionInput"] | null;
            member: string;
            by: number;
            amount?: components["schemas"]["ContractSourceInput"];
            stamps?: string;
            makes: boolean;
            logs?: {
                resource: string;
                by: string;
            };
        } | {
            /** @constant */
            kind: "toggle";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswerInput"];
            member: string;
        } | {
            /** @constant */
            kind: "login";
            answer: components["schemas"]["ContractAnswerInput"];
            login: {
                member: string;
                property: string;
            }[];
            password: string;
        } | {
            /** @constant */
            kind: "logout";
            answer: components["schemas"]["ContractAnswerInput"];
        } | {
            /** @constant */
            kind: "calculate";
            answer: components["schemas"]["ContractAnswerInput"];
            expression: components["schemas"]["ContractSourceInput"] | null;
            operands: components["schemas"]["ContractSourceInput"][];
            operator: ("add" | "subtract" | "multiply" | "divide" | "power" | "modulo") | null;
            operators?: string;
            logs?: {
                resource: string;
                set: components["schemas"]["ContractConditionInput"][];
                result: string | null;
            };
        } | {
            /** @constant */
            kind: "constant";
            answer: components["schemas"]["ContractAnswerInput"];
        } | {
            /** @constant */
            kind: "compute";
            answer: components["schemas"]["ContractAnswerInput"];
            values: components["schemas"]["ContractComputedInput"][];
        } | {
            /** @constant */
            kind: "exists";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            answer: components["schemas"]["ContractAnswerInput"];
            parents: components["schemas"]["ContractParentInput"][];
            during?: {
                from: components["schemas"]["ContractSourceInput"];
                to: components["schemas"]["ContractSourceInput"];
            };
        } | {
            /** @constant */
            kind: "groups";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            member: string;
            answer: components["schemas"]["ContractAnswerInput"];
            value: string;
            count: string;
        } | {
            /** @constant */
            kind: "summary";
            resource: string;
            where: components["schemas"]["ContractConditionInput"][];
            parents: components["schemas"]["ContractParentInput"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            status: number;
            filters: components["schemas"]["ContractFilterInput"][];
            states: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
            }[];
            many: boolean;
            within: string | null;
            summary: components["schemas"]["ContractSummaryInput"];
        } | {
            /** @constant */
            kind: "tally";
            answer: components["schemas"]["ContractAnswerInput"];
            counts: {
                name: string;
                resource: string;
                own: boolean;
                when?: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                }[];
            }[];
        } | {
            /** @constant */
            kind: "undetermined";
            question: string;
        };
        ContractAccessInput: {
            /** @constant */
            for: "everybody";
        } | {
            /** @constant */
            for: "session";
            role: string | null;
            optional: boolean;
            orKey: boolean;
        } | {
            /** @constant */
            for: "key";
        };
        ContractOperationInput: {
            id: string;
            /** @enum {string} */
            method: "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
            path: string;
            group: string;
            summary: string;
            access: components["schemas"]["ContractAccessInput"];
            behaviour: components["schemas"]["ContractBehaviourInput"];
        };
        ApiContractInput: {
            source: {
                name: string;
                text: string;
            };
            document: string;
            resources: components["schemas"]["ContractResourceInput"][];
            views: components["schemas"]["ContractViewInput"][];
            accounts: {
                resource: string;
                logins: string[];
                password: string;
                role: string | null;
            } | null;
            carriers: {
                session: ({
                    /** @constant */
                    kind: "bearer";
                } | {
                    /** @constant */
                    kind: "basic";
                } | {
                    /** @enum {string} */
                    kind: "cookie" | "header" | "query" | "body";
                    name: string;
                })[];
                key: ({
                    /** @constant */
                    kind: "bearer";
                } | {
                    /** @constant */
                    kind: "basic";
                } | {
                    /** @enum {string} */
                    kind: "cookie" | "header" | "query" | "body";
                    name: string;
                })[];
            };
            basePath: string;
            operations: components["schemas"]["ContractOperationInput"][];
        };
        DocumentInput: {
            name?: string;
            text: string;
            /** @enum {string} */
            format?: "jdl" | "postgresql" | "mysql" | "sqlite" | "prisma" | "csv" | "json" | "openapi";
        };
        DocumentAccountInput: {
            name: string | null;
            /** @enum {string} */
            format: "jdl" | "postgresql" | "mysql" | "sqlite" | "prisma" | "csv" | "json" | "openapi";
            became: {
                text: string;
                line: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            outOfScope: {
                what: string;
                line: number;
                why: string;
            }[];
        };
        BlueprintInput: {
            /** @constant */
            version: 1;
            name: string;
            title: string;
            description: string;
            entities: {
                name: string;
                plural: string;
                description?: string;
                fields: {
                    name: string;
                    /** @enum {string} */
                    type: "string" | "text" | "slug" | "email" | "phone" | "url" | "integer" | "decimal" | "money" | "percentage" | "boolean" | "date" | "time" | "datetime" | "duration" | "uuid" | "enum" | "json" | "rating" | "colour" | "country" | "locale" | "ip-address" | "multi-choice" | "geo-point" | "password" | "file" | "image";
                    required: boolean;
                    unique: boolean;
                    description?: string;
                    values?: string[];
                    default?: string | number | boolean;
                    min?: number;
                    max?: number;
                    minLength?: number;
                    maxLength?: number;
                    computed?: {
                        /** @constant */
                        kind: "product";
                        of: string[];
                    } | {
                        /** @constant */
                        kind: "sum";
                        of: string[];
                    } | {
                        /** @constant */
                        kind: "difference";
                        of: string[];
                    } | {
                        /** @constant */
                        kind: "total";
                        of: string;
                        field: string;
                    } | {
                        /** @constant */
                        kind: "count";
                        of: string;
                    };
                    maxBytes?: number;
                    mediaTypes?: ("image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "application/zip" | "text/plain")[];
                }[];
                relations: {
                    /** @enum {string} */
                    kind: "belongs-to" | "has-many" | "has-one" | "many-to-many";
                    target: string;
                    name: string;
                    inverse: string;
                    required: boolean;
                    /** @enum {string} */
                    onDelete?: "restrict" | "cascade" | "set-null";
                    nested?: boolean;
                }[];
                access?: {
                    /** @enum {string} */
                    rows: "shared" | "own" | "team";
                    seesAll: string[];
                    readsAll?: string[];
                    create: "everyone" | string[];
                    read: "everyone" | string[];
                    update: "everyone" | string[];
                    delete: "everyone" | string[];
                };
                uniqueTogether?: string[][];
                lifecycle?: {
                    field: string;
                    initial: string;
                    transitions: {
                        name: string;
                        from: string[];
                        to: string;
                        roles?: "everyone" | string[];
                    }[];
                };
                rules?: ({
                    field: string;
                    values: (string | boolean)[];
                    /** @constant */
                    kind: "delete-blocked";
                } | {
                    field: string;
                    values: (string | boolean)[];
                    /** @constant */
                    kind: "change-blocked";
                } | {
                    /** @constant */
                    kind: "delete-blocked-by";
                    relation: string;
                } | {
                    /** @constant */
                    kind: "at-most";
                    per: string;
                    most: number;
                    where?: {
                        field: string;
                        values: (string | boolean)[];
                    };
                } | {
                    /** @constant */
                    kind: "no-overlap";
                    start: string;
                    end: string;
                    per: string[];
                } | {
                    /** @constant */
                    kind: "order";
                    first: string;
                    second: string;
                    strictly?: boolean;
                })[];
                /** @constant */
                optimisticLocking?: true;
                /** @constant */
                softDelete?: true;
                /** @constant */
                audited?: true;
            }[];
            people?: {
                roles: {
                    name: string;
                    description?: string;
                }[];
                /** @enum {string} */
                signUp: "open" | "closed";
                memberOf?: string;
            };
            contract?: components["schemas"]["ApiContractInput"];
        };
        AnswerInput: {
            label: string;
            sentence: string;
            example?: string;
        };
        RemarkInput: {
            path: string;
            text: string;
            /** @default [] */
            answers: components["schemas"]["AnswerInput"][];
        };
        ReadingInput: {
            blueprint: components["schemas"]["BlueprintInput"];
            phrases: {
                text: string;
                start: number;
                end: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            notUnderstood: string[];
            assumptions: components["schemas"]["RemarkInput"][];
            questions: components["schemas"]["RemarkInput"][];
            document?: components["schemas"]["DocumentAccountInput"];
        };
        BlueprintChangeInput: {
            path: string;
            /** @enum {string} */
            kind: "added" | "removed" | "renamed" | "changed";
            text: string;
            before: string | null;
            after: string | null;
            phrase: {
                text: string;
                start: number;
                end: number;
            } | null;
        };
        FollowUpInput: {
            base: string;
            changes: components["schemas"]["BlueprintChangeInput"][];
            renames: {
                [key: string]: string;
            };
            values: {
                [key: string]: string | number | boolean;
            };
        };
        RunReadingInput: {
            blueprint: components["schemas"]["BlueprintInput"];
            phrases: {
                text: string;
                start: number;
                end: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            notUnderstood: string[];
            assumptions: components["schemas"]["RemarkInput"][];
            questions: components["schemas"]["RemarkInput"][];
            document?: components["schemas"]["DocumentAccountInput"];
            followUp?: components["schemas"]["FollowUpInput"];
        };
        EvidenceInput: {
            /** @constant */
            version: 1;
            isolation: {
                /** @enum {string} */
                driver: "bubblewrap" | "namespaces" | "unsafe-process";
                sandboxed: boolean;
                /** @enum {string} */
                limits: "cgroup-v1" | "cgroup-v2" | "rlimits" | "none";
                weaknesses: string[];
            };
            checks: {
                /** @enum {string} */
                id: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
                title: string;
                /** @enum {string} */
                status: "passed" | "failed" | "skipped";
                command: string[];
                exitCode: number | null;
                durationMs: number;
                outputDigest: string;
                reason: string | null;
                figures: {
                    [key: string]: number | string | boolean;
                };
            }[];
            /** @enum {string} */
            typecheck: "passed" | "failed";
            /** @enum {string} */
            lint: "passed" | "failed";
            tests: {
                passed: number;
                failed: number;
                coverageLines: number;
            };
            operations: {
                exercised: number;
                failed: number;
            };
            attacks?: {
                run: number;
                failed: number;
            };
            secrets: {
                findings: number;
            };
            licences: {
                name: string;
                version: string;
                licence: string;
                integrity: string;
            }[];
        };
        RunRequestInput: {
            prompt: string | null;
            document: components["schemas"]["DocumentInput"] | null;
            change: {
                base: string;
                /** @enum {string} */
                kind: "prompt" | "document" | "form" | "hand-edit" | "restore";
            } | null;
        };
        StageInput: {
            key: string;
            title: string;
            /** @enum {string} */
            status: "pending" | "running" | "waiting" | "retrying" | "succeeded" | "failed" | "cancelled" | "skipped";
            attempts: number;
            startedAt: string | null;
            finishedAt: string | null;
            durationMs: number | null;
            dropId: string | null;
            message: string | null;
            after: string[];
            parts: {
                key: string;
                /** @enum {string} */
                status: "pending" | "running" | "waiting" | "retrying" | "succeeded" | "failed" | "cancelled" | "skipped";
                attempts: number;
                startedAt: string | null;
                finishedAt: string | null;
                durationMs: number | null;
                message: string | null;
            }[];
        };
        RunInput: {
            id: string;
            projectId: string;
            projectName: string;
            prompt: string;
            title: string | null;
            options: {
                /** @default typescript-fastify */
                stack: string;
                /** @default false */
                review: boolean;
                /** @default true */
                preview: boolean;
            };
            /** @enum {string} */
            status: "queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            durationMs: number | null;
            workedMs: number;
            workingSince: string | null;
            stages: components["schemas"]["StageInput"][];
            failure: {
                stage: string | null;
                code: string;
                message: string;
                next: string | null;
                details?: {
                    [key: string]: unknown;
                };
            } | null;
            reading: components["schemas"]["RunReadingInput"] | null;
            answers: {
                question: string;
                answer: string;
            }[];
            evidence: components["schemas"]["EvidenceInput"] | null;
            failedCheck: {
                /** @enum {string} */
                id: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
                title: string;
                /** @enum {string} */
                status: "passed" | "failed" | "skipped";
                command: string[];
                exitCode: number | null;
                durationMs: number;
                outputDigest: string;
                reason: string | null;
                figures: {
                    [key: string]: number | string | boolean;
                };
            } | null;
            capsuleId: string | null;
            previewId: string | null;
        };
        RunSummaryInput: {
            id: string;
            projectId: string;
            projectName: string;
            prompt: string;
            title: string | null;
            options: {
                /** @default typescript-fastify */
                stack: string;
                /** @default false */
                review: boolean;
                /** @default true */
                preview: boolean;
            };
            /** @enum {string} */
            status: "queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            durationMs: number | null;
            workedMs: number;
            workingSince: string | null;
            failure: {
                stage: string | null;
                code: string;
                message: string;
                next: string | null;
                details?: {
                    [key: string]: unknown;
                };
            } | null;
            capsuleId: string | null;
            previewId: string | null;
            stage: {
                key: string;
                message: string | null;
            } | null;
            tests: {
                passed: number;
                failed: number;
            } | null;
        };
        StageAttemptInput: {
            stage: string;
            attempt: number;
            /** @enum {string} */
            kind: "work" | "checkpoint";
            /** @enum {string} */
            status: "running" | "waiting" | "succeeded" | "failed" | "cancelled" | "interrupted";
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            durationMs: number | null;
            failure: string | null;
            checks: {
                /** @enum {string} */
                id: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
                title: string;
                /** @enum {string} */
                status: "passed" | "failed" | "skipped";
                command: string[];
                exitCode: number | null;
                durationMs: number;
                outputDigest: string;
                reason: string | null;
                figures: {
                    [key: string]: number | string | boolean;
                };
            }[] | null;
        };
        RunFileInput: {
            path: string;
            size: number;
            /** @enum {string} */
            stage: "code" | "tests";
            digest: string;
            executable: boolean;
        };
        RunEventInput: {
            id: number;
            runId: string;
            type: string;
            stage: string | null;
            /** Format: date-time */
            at: string;
            data: {
                [key: string]: unknown;
            };
        };
        ApiKeyInput: {
            id: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
        };
        CreatedApiKeyInput: {
            id: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            secret: string;
        };
        DesignInput: {
            stack: {
                id: string;
                version: string;
                title: string;
            };
            modules: {
                name: string;
                purpose: string;
                files: number;
            }[];
            tables: {
                name: string;
                columns: {
                    name: string;
                    type: string;
                    nullable: boolean;
                    unique: boolean;
                    references: string | null;
                }[];
            }[];
            diagram: string;
            endpoints: {
                method: string;
                path: string;
                operationId: string;
                summary: string;
            }[];
            decisions: {
                title: string;
                decision: string;
                reason: string;
            }[];
        };
        ProjectInput: {
            id: string;
            name: string;
            description: string;
            /** Format: date-time */
            createdAt: string;
            archivedAt: string | null;
            runs: {
                count: number;
                last: {
                    id: string;
                    /** @enum {string} */
                    status: "queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled";
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                } | null;
            };
        };
        DropInput: {
            id: string;
            projectId: string;
            runId: string;
            stage: string;
            version: number;
            mediaType: string;
            digest: string;
            size: number;
            /** Format: date-time */
            createdAt: string;
            pin: {
                name: string;
                note: string;
                /** Format: date-time */
                pinnedAt: string;
            } | null;
        };
        CapsuleInput: {
            id: string;
            projectId: string;
            runId: string;
            name: string;
            digest: string;
            codeDigest: string;
            keyId: string;
            size: number;
            /** Format: date-time */
            createdAt: string;
        };
        PreviewInput: {
            id: string;
            projectId: string;
            runId: string;
            capsuleId: string;
            /** @enum {string} */
            status: "starting" | "running" | "stopped" | "expired" | "failed";
            url: string;
            /** @enum {string} */
            reach: "machine" | "network";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            reason: string | null;
        };
        DropDiffInput: {
            from: components["schemas"]["DropInput"];
            to: components["schemas"]["DropInput"];
            identical: boolean;
            changes: {
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                before: string | null;
                after: string | null;
            }[];
            files: {
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                patch: string | null;
            }[];
            truncated: boolean;
        };
        MergeConflictInput: {
            path: string;
            /** @enum {string} */
            kind: "changed" | "deleted" | "renamed";
            chunks: ({
                /** @constant */
                kind: "agreed";
                lines: string[];
            } | {
                /** @constant */
                kind: "conflict";
                base: string[];
                mine: string[];
                theirs: string[];
            })[];
        };
        AppChangesInput: {
            blueprint: {
                changes: components["schemas"]["BlueprintChangeInput"][];
            };
            schema: {
                migration: {
                    path: string;
                    sql: string;
                } | null;
                losses: string[];
                unfilled: string[];
            };
            code: {
                files: {
                    path: string;
                    /** @enum {string} */
                    kind: "added" | "removed" | "changed";
                    patch: string | null;
                }[];
                truncated: boolean;
            };
            conflicts: components["schemas"]["MergeConflictInput"][];
            kept: string[];
        };
        CapsuleOriginInput: {
            /** @constant */
            schema: "https://quantumlayer.dev/schemas/capsule-origin/v1";
            blueprint: components["schemas"]["BlueprintInput"];
            byHand: {
                added: string[];
                generated: {
                    path: string;
                    content: string;
                    executable?: boolean;
                }[];
            };
            base: {
                digest: string;
                renames: {
                    [key: string]: string;
                };
            } | null;
        };
        ShownChangesInput: {
            base: string;
            reading: components["schemas"]["RunReadingInput"];
            changes: components["schemas"]["AppChangesInput"];
        };
        CapsuleManifestInput: {
            /** @constant */
            schema: "https://quantumlayer.dev/schemas/capsule-manifest/v1";
            name: string;
            runId: string;
            stack: {
                id: string;
                version: string;
            };
            codeDigest: string;
            files: {
                path: string;
                digest: string;
                size: number;
                mode: number;
            }[];
            /** Format: date-time */
            createdAt: string;
        };
        CapsuleVerificationInput: {
            verified: boolean;
            digest: string | null;
            keyId: string | null;
            statements: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
        };
        CapsulePartInput: {
            path: string;
            /** @enum {string} */
            kind: "code" | "log" | "manifest" | "evidence" | "origin" | "sbom" | "provenance" | "bundle";
            size: number;
            digest: string;
            executable: boolean;
        };
        SoftwareVersionInput: {
            id: string;
            projectId: string;
            runId: string;
            name: string;
            digest: string;
            codeDigest: string;
            keyId: string;
            size: number;
            /** Format: date-time */
            createdAt: string;
            number: number;
            change: {
                /** @enum {string} */
                kind: "prompt" | "document" | "form" | "hand-edit" | "restore";
                text: string;
                base: string | null;
            } | null;
        };
        CapsuleDiffInput: {
            from: components["schemas"]["CapsuleInput"];
            to: components["schemas"]["CapsuleInput"];
            identical: boolean;
            files: {
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                patch: string | null;
            }[];
            truncated: boolean;
        };
        FollowUpReadingInput: {
            blueprint: components["schemas"]["BlueprintInput"];
            changes: components["schemas"]["BlueprintChangeInput"][];
            renames: {
                [key: string]: string;
            };
            values: {
                [key: string]: string | number | boolean;
            };
            phrases: {
                text: string;
                start: number;
                end: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            notUnderstood: string[];
            assumptions: components["schemas"]["RemarkInput"][];
            questions: components["schemas"]["RemarkInput"][];
        };
        SessionInput: {
            id: string;
            organisationId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            needsPassword: boolean;
        };
        SignInLinkInput: {
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SigningKeyInput: {
            keyId: string;
            /** @constant */
            algorithm: "ecdsa-p256-sha256";
            publicKeyPem: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            retiredAt: string | null;
        };
        StatisticsInput: {
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
            projectId: string | null;
            runs: {
                count: number;
                byStatus: {
                    [key: string]: number;
                };
                successRate: number | null;
            };
            days: {
                /** Format: date */
                day: string;
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                until: string;
                runs: {
                    [key: string]: number;
                };
                tests: {
                    passed: number;
                    failed: number;
                };
            }[];
            timeToCapsule: {
                count: number;
                medianMs: number | null;
                p90Ms: number | null;
            };
            now: {
                running: {
                    count: number;
                    runIds: string[];
                };
                queued: {
                    count: number;
                    runIds: string[];
                };
                waiting: {
                    count: number;
                    runIds: string[];
                };
                paused: {
                    count: number;
                    runIds: string[];
                };
            };
            stages: {
                stage: string;
                count: number;
                medianMs: number | null;
                p90Ms: number | null;
                slowestRunId: string | null;
            }[];
            failures: {
                code: string;
                count: number;
                latestRunId: string;
            }[];
            sandbox: {
                minutes: number;
                attempts: number;
            };
        };
        SystemInput: {
            version: string;
            node: string;
            /** Format: date-time */
            startedAt: string;
            database: {
                /** @enum {string} */
                kind: "embedded" | "postgres";
            };
            sandbox: {
                /** @enum {string} */
                driver: "bubblewrap" | "namespaces" | "unsafe-process";
                sandboxed: boolean;
                /** @enum {string} */
                limits: "cgroup-v1" | "cgroup-v2" | "rlimits" | "none";
                weaknesses: string[];
            } | null;
            dataFolder: {
                path: string;
                bytes: number;
                parts: {
                    name: string;
                    bytes: number;
                    files: number;
                }[];
                isComplete: boolean;
                /** Format: date-time */
                measuredAt: string;
            };
            disk: {
                totalBytes: number;
                freeBytes: number;
            };
            ready: boolean;
            parts: {
                name: string;
                /** @enum {string} */
                state: "ok" | "failed";
                latencyMs: number;
                detail: string | null;
            }[];
            findings: {
                name: string;
                /** @enum {string} */
                status: "ok" | "limited" | "failed";
                detail: string;
                fix: string | null;
            }[];
            /** Format: date-time */
            foundAt: string;
        };
        WorkflowDefinitionInput: {
            /** @constant */
            version: 1;
            name: string;
            /** @default 1 */
            revision: number;
            nodes: ({
                /** @constant */
                kind: "step";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                handler: string;
                /** @default {} */
                inputs: {
                    [key: string]: string | {
                        from: string;
                        /** @constant */
                        optional: true;
                    } | {
                        value: components["schemas"]["__shared"];
                    };
                };
                retry?: {
                    attempts: number;
                    initialMs: number;
                    factor: number;
                    maxMs: number;
                    jitter: number;
                };
                timeoutMs?: number;
                idempotencyKey?: string;
            } | {
                /** @constant */
                kind: "parallel";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                steps: {
                    id: string;
                    handler: string;
                    /** @default {} */
                    inputs: {
                        [key: string]: string | {
                            from: string;
                            /** @constant */
                            optional: true;
                        } | {
                            value: components["schemas"]["__shared"];
                        };
                    };
                    retry?: {
                        attempts: number;
                        initialMs: number;
                        factor: number;
                        maxMs: number;
                        jitter: number;
                    };
                    timeoutMs?: number;
                    idempotencyKey?: string;
                }[];
                concurrency?: number;
            } | {
                /** @constant */
                kind: "map";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                over: string;
                step: {
                    handler: string;
                    /** @default {} */
                    inputs: {
                        [key: string]: string | {
                            from: string;
                            /** @constant */
                            optional: true;
                        } | {
                            value: components["schemas"]["__shared"];
                        };
                    };
                    retry?: {
                        attempts: number;
                        initialMs: number;
                        factor: number;
                        maxMs: number;
                        jitter: number;
                    };
                    timeoutMs?: number;
                    idempotencyKey?: string;
                };
                concurrency?: number;
            } | {
                /** @constant */
                kind: "branch";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                on: string;
                cases: {
                    equals: string | number | boolean | null;
                    exit: string;
                }[];
                otherwise?: string;
            } | {
                /** @constant */
                kind: "checkpoint";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                of: string;
            } | {
                /** @constant */
                kind: "timer";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                ms: number;
            })[];
        };
        ProblemInput: {
            /** @description Path of the page that explains this problem */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Id of the request, to be found in the log */
            instance?: string;
        } & {
            [key: string]: unknown;
        };
        LivenessInput: {
            /** @constant */
            status: "ok";
        };
        ReadinessInput: {
            /** @enum {string} */
            status: "ready" | "not-ready" | "stopping";
            parts: {
                name: string;
                /** @enum {string} */
                state: "ok" | "failed";
                latencyMs: number;
                detail: string | null;
            }[];
        };
        __shared: {
            $defs: {
                schema0: string | number | boolean | null | components["schemas"]["__shared"][] | {
                    [key: string]: components["schemas"]["__shared"];
                };
            };
        };
        ContractShape: {
            /** @constant */
            is: "member";
            name: string;
        } | {
            /** @constant */
            is: "row";
            view: string;
        } | {
            /** @constant */
            is: "rows";
            view: string;
        } | {
            /** @constant */
            is: "object";
            properties: {
                name: string;
                value: components["schemas"]["ContractShape"];
            }[];
        } | {
            /** @constant */
            is: "list";
            of: string;
        } | {
            /** @constant */
            is: "constant";
            value: unknown;
        } | {
            /** @constant */
            is: "account";
            name: string;
        } | {
            /** @constant */
            is: "tally";
            name: string;
        } | {
            /** @constant */
            is: "computed";
            name: string;
        } | {
            /** @constant */
            is: "figure";
            /** @enum {string} */
            of: "token" | "total" | "count" | "page" | "size" | "pages" | "offset" | "next" | "more" | "links" | "next-link" | "previous-link" | "result" | "result-text" | "now" | "expires" | "exists" | "absent";
        };
        ContractView: {
            name: string;
            resource: string;
            properties: {
                name: string;
                from: string;
                keepNull: boolean;
                view?: string;
                address?: {
                    path: string;
                    isWhole: boolean;
                };
            }[];
        };
        ContractAnswer: {
            status: number;
            media: string | null;
            body: {
                /** @constant */
                as: "nothing";
            } | {
                /** @constant */
                as: "json";
                shape: components["schemas"]["ContractShape"];
            } | {
                /** @constant */
                as: "text";
                shape: components["schemas"]["ContractShape"];
            } | {
                /** @constant */
                as: "csv";
                columns: {
                    name: string;
                    of: string;
                }[];
            } | {
                /** @constant */
                as: "lines";
                of: string;
            } | {
                /** @constant */
                as: "page";
                title: string;
                /** @enum {string} */
                shows: "row" | "rows";
                links?: {
                    below: string;
                    by: string;
                    after?: string;
                };
            } | {
                /** @constant */
                as: "file";
                member: string;
                /** @constant */
                attached?: true;
            } | {
                /** @constant */
                as: "redirect";
                member: string;
            };
            location?: string;
            /** @enum {string} */
            cookie?: "set" | "clear";
            allow?: string;
            /** @constant */
            tagged?: true;
            headers?: {
                name: string;
                /** @enum {string} */
                of: "token" | "total" | "count" | "page" | "size" | "pages" | "offset" | "next" | "more" | "links" | "next-link" | "previous-link" | "result" | "result-text" | "now" | "expires" | "exists" | "absent";
            }[];
        };
        ContractSource: {
            /** @enum {string} */
            in: "path" | "query" | "header" | "cookie" | "body";
            name: string;
        } | {
            /** @constant */
            in: "whole-body";
        } | {
            /** @constant */
            in: "account";
            name: string;
        } | {
            /** @constant */
            in: "parent";
            name: string;
        } | {
            /** @constant */
            in: "constant";
            value: unknown;
        } | {
            /** @constant */
            in: "now";
        };
        ContractCondition: {
            member: string;
            source: components["schemas"]["ContractSource"];
        };
        ContractFilter: {
            parameter: string;
            member: string;
            /** @enum {string} */
            match: "equals" | "contains" | "starts-with" | "one-of" | "at-least" | "at-most" | "before" | "after" | "on-day" | "any-left" | "switched" | "all-of" | "has-room";
            of?: string;
            room?: {
                resource: string;
                by: string;
                when: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                }[];
            };
        };
        ContractParent: {
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            opens?: components["schemas"]["ContractCondition"];
            joined?: {
                resource: string;
                by: string;
            };
            /** @enum {string} */
            others?: "forbidden" | "conflict" | "invalid";
            /** @constant */
            referred?: true;
        };
        ContractGuard: {
            of?: string;
            member: string;
            value: unknown;
            /** @constant */
            not?: true;
            /** @constant */
            empty?: true;
            /** @enum {string} */
            refusal: "conflict" | "forbidden" | "invalid" | "inapplicable" | "gone" | "not-found";
            says: string;
        };
        ContractAmong: {
            of: string;
            list: string;
            source: components["schemas"]["ContractSource"];
            says: string;
        };
        ContractCounts: {
            member: string;
            by: 1 | -1;
            most?: string;
            stamps?: string;
        };
        ContractMoves: {
            resource: string;
            member: string;
            amount: components["schemas"]["ContractSource"];
            to: components["schemas"]["ContractCondition"];
        };
        ContractLimit: {
            of: string;
            by: string;
            most: number | string;
            when: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
            }[];
            /** @enum {string} */
            refusal: "conflict" | "forbidden" | "invalid" | "inapplicable" | "gone" | "not-found";
            says: string;
        };
        ContractWithin: {
            of: string;
            amount: string;
            takes: 1 | -1;
            most: string;
            leaves?: string;
            settles?: {
                member: string;
                value: unknown;
            };
            /** @enum {string} */
            refusal: "conflict" | "forbidden" | "invalid" | "inapplicable" | "gone" | "not-found";
            says: string;
        };
        ContractExpectedVersion: {
            member: string;
            source: components["schemas"]["ContractSource"];
            /** @enum {string} */
            refusal: "conflict" | "outdated";
        };
        ContractMadeWith: {
            property: string;
            resource: string;
            by: string;
            set: {
                member: string;
                property: string;
            }[];
        };
        ContractComputed: {
            name: string;
            /** @enum {string} */
            function: "upper" | "lower" | "capitals" | "reverse" | "trim" | "slug" | "rot13" | "echo" | "base64-encode" | "base64-decode" | "hex-encode" | "hex-decode" | "url-encode" | "url-decode" | "hash" | "characters" | "words" | "lines" | "unit" | "formula" | "arithmetic" | "words-said" | "distinct-words" | "top-words" | "sentences" | "vowels" | "letters" | "characters-without-spaces" | "palindrome" | "slug-or-nothing" | "roman-number" | "roman-numeral" | "modes" | "mode" | "sorted" | "unique" | "distinct" | "range" | "product" | "variance" | "deviation" | "sample-variance" | "sample-deviation" | "sum" | "mean" | "median" | "least" | "most" | "how-many" | "root" | "factorial";
            from: components["schemas"]["ContractSource"][];
            formula?: string;
            names?: string[];
            round?: number;
        };
        ContractSort: {
            parameter: string | null;
            direction: string | null;
            by: {
                value: string;
                member: string;
                descending?: boolean;
            }[];
            initial: {
                member: string;
                descending: boolean;
            } | null;
        };
        ContractPaging: {
            /** @enum {string} */
            by: "offset" | "page" | "cursor";
            at: string | null;
            size: string | null;
            first: number;
            initial: number;
            most: number;
        };
        ContractSearch: {
            parameter: string;
            members: string[];
            /** @constant */
            in?: "body";
        };
        ContractMember: {
            name: string;
            column: string;
            /** @enum {string} */
            kind: "text" | "integer" | "number" | "boolean" | "json" | "file" | "password";
            nullable: boolean;
            default?: unknown;
            /** @enum {string} */
            made?: "created" | "changed" | "token" | "owner" | "changer" | "version" | "number";
            numberedBy?: string;
            /** @enum {string} */
            otherwise?: "now" | "today" | "token";
            /** @constant */
            keeps?: true;
            refers?: string;
            /** @constant */
            unique?: true;
            /** @constant */
            caseless?: true;
            /** @constant */
            hashed?: true;
            shows?: string[];
            lasts?: {
                of: string;
                seconds: number;
            };
            slugOf?: string;
            startsAs?: string;
            file?: {
                of: string;
                /** @enum {string} */
                fact: "name" | "type" | "size" | "present";
            };
            mediaTypes?: string[];
            maxBytes?: number;
        };
        ContractResource: {
            name: string;
            title: string;
            table: string;
            key: {
                member: string;
                /** @enum {string} */
                made: "number" | "uuid" | "token" | "client" | "either" | "fixed";
            };
            members: components["schemas"]["ContractMember"][];
            owner: string | null;
            party?: {
                member: string;
                by: string;
            };
            hidden?: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
                /** @enum {string} */
                to: "owner" | "signed-in";
                /** @enum {string} */
                refusal: "not-found" | "forbidden";
            };
            tree: string | null;
            treeWithin?: string[];
            uniqueTogether: string[][];
            gathered: {
                name: string;
                resource: string;
                by: string;
                /** @enum {string} */
                take: "count" | "average" | "sum" | "rows" | "latest";
                member?: string;
                shows?: {
                    value: unknown;
                    as: unknown;
                }[];
                none?: unknown;
                or?: string;
                scale?: number;
                when?: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                }[];
                order?: {
                    member: string;
                    descending: boolean;
                };
            }[];
            derived?: ({
                name: string;
                /** @constant */
                take: "lookup";
                by: string;
                resource: string;
                member: string;
                /** @enum {string} */
                kind: "text" | "integer" | "number" | "boolean" | "json" | "file" | "password";
            } | {
                name: string;
                /** @constant */
                take: "product";
                of: string[];
            } | {
                name: string;
                /** @constant */
                take: "percent";
                of: string;
                percent: number | string;
                round?: number;
            } | {
                name: string;
                /** @enum {string} */
                take: "terms" | "balance";
                terms: {
                    of: string;
                    minus: boolean;
                }[];
            } | {
                name: string;
                /** @constant */
                take: "present";
                of: string;
            } | {
                name: string;
                /** @constant */
                take: "edited";
                of: string;
            } | {
                name: string;
                /** @constant */
                take: "fresh";
                of: string;
                seconds: number;
                fresh: string;
                stale: string;
            })[];
            expires?: string;
            spent?: string;
            apart?: {
                by: string[];
                from: string;
                to: string;
                unless?: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                };
            };
            ordered?: {
                earlier: string;
                later: string;
                strict: boolean;
            }[];
        };
        ContractSummaryFigure: {
            name: string;
            within?: string;
            /** @enum {string} */
            take: "count" | "sum" | "average" | "least" | "most" | "given";
            member?: string;
            when?: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
            }[];
            round?: number;
            none?: 0 | null;
            source?: components["schemas"]["ContractSource"];
        };
        ContractSummary: {
            by: {
                name: string;
                member: string;
                /** @enum {string} */
                part?: "day" | "month" | "year";
            }[];
            figures: components["schemas"]["ContractSummaryFigure"][];
            atLeast: {
                figure: string;
                parameter: string;
            }[];
            order: {
                name: string;
                descending: boolean;
            }[];
            limit: {
                parameter: string | null;
                initial: number;
                most: number;
            } | null;
        };
        ContractBehaviour: {
            /** @constant */
            kind: "list";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswer"];
            filters: components["schemas"]["ContractFilter"][];
            search: components["schemas"]["ContractSearch"] | null;
            sort: components["schemas"]["ContractSort"] | null;
            paging: components["schemas"]["ContractPaging"] | null;
            ranges?: {
                from: string;
                to: string;
            }[];
            through?: {
                resource: string;
                by: string;
            };
            except?: {
                member: string;
                value: unknown;
            }[];
        } | {
            /** @constant */
            kind: "create";
            resource: string;
            parents: components["schemas"]["ContractParent"][];
            set: components["schemas"]["ContractCondition"][];
            answer: components["schemas"]["ContractAnswer"];
            guards?: components["schemas"]["ContractGuard"][];
            limit?: components["schemas"]["ContractLimit"];
            among?: components["schemas"]["ContractAmong"];
            shows: string | null;
            adds?: {
                member: string;
                most: number | null;
            };
            joins?: {
                resource: string;
                by: string;
            };
            with?: components["schemas"]["ContractMadeWith"][];
            moves?: components["schemas"]["ContractMoves"];
            within?: components["schemas"]["ContractWithin"];
            again?: {
                where: components["schemas"]["ContractCondition"][];
                answer: components["schemas"]["ContractAnswer"];
            };
            suggests?: {
                member: string;
                source: components["schemas"]["ContractSource"];
                pattern?: string;
                most?: number;
            };
            where: components["schemas"]["ContractCondition"][];
            opens?: components["schemas"]["ContractCondition"] | null;
            registers: boolean;
            signIn: boolean;
            replaces: boolean;
            /** @constant */
            renews?: true;
            many: boolean;
            lines?: string;
            csv?: {
                /** @constant */
                method: "post";
                path: string;
                part?: string;
            };
        } | {
            /** @constant */
            kind: "read";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswer"];
            opens: components["schemas"]["ContractCondition"] | null;
            guards?: components["schemas"]["ContractGuard"][];
            makes: boolean;
            /** @constant */
            random?: true;
            filters?: components["schemas"]["ContractFilter"][];
            of?: {
                resource: string;
                by: string;
            };
            readings?: components["schemas"]["ContractCounts"];
        } | {
            /** @constant */
            kind: "change";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            set: components["schemas"]["ContractCondition"][];
            answer: components["schemas"]["ContractAnswer"];
            opens: components["schemas"]["ContractCondition"] | null;
            ifMatch: ("required" | "optional") | null;
            guards?: components["schemas"]["ContractGuard"][];
            orOwnerOf?: string;
            limit?: components["schemas"]["ContractLimit"];
            expects?: components["schemas"]["ContractExpectedVersion"];
            whole: boolean;
            makes: boolean;
            made?: components["schemas"]["ContractAnswer"];
            shows?: string;
            /** @constant */
            merges?: true;
            numbers?: string;
            appends?: string;
            logs?: {
                resource: string;
                by: string;
                set: components["schemas"]["ContractCondition"][];
            };
        } | {
            /** @constant */
            kind: "remove";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswer"];
            opens: components["schemas"]["ContractCondition"] | null;
            ifMatch: ("required" | "optional") | null;
            guards?: components["schemas"]["ContractGuard"][];
            orOwnerOf?: string;
            shows?: string;
            filters?: components["schemas"]["ContractFilter"][];
            among?: components["schemas"]["ContractCondition"];
            every: boolean;
        } | {
            /** @constant */
            kind: "increment";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswer"];
            guards?: components["schemas"]["ContractGuard"][];
            opens?: components["schemas"]["ContractCondition"] | null;
            member: string;
            by: number;
            amount?: components["schemas"]["ContractSource"];
            stamps?: string;
            makes: boolean;
            logs?: {
                resource: string;
                by: string;
            };
        } | {
            /** @constant */
            kind: "toggle";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            answer: components["schemas"]["ContractAnswer"];
            member: string;
        } | {
            /** @constant */
            kind: "login";
            answer: components["schemas"]["ContractAnswer"];
            login: {
                member: string;
                property: string;
            }[];
            password: string;
        } | {
            /** @constant */
            kind: "logout";
            answer: components["schemas"]["ContractAnswer"];
        } | {
            /** @constant */
            kind: "calculate";
            answer: components["schemas"]["ContractAnswer"];
            expression: components["schemas"]["ContractSource"] | null;
            operands: components["schemas"]["ContractSource"][];
            operator: ("add" | "subtract" | "multiply" | "divide" | "power" | "modulo") | null;
            operators?: string;
            logs?: {
                resource: string;
                set: components["schemas"]["ContractCondition"][];
                result: string | null;
            };
        } | {
            /** @constant */
            kind: "constant";
            answer: components["schemas"]["ContractAnswer"];
        } | {
            /** @constant */
            kind: "compute";
            answer: components["schemas"]["ContractAnswer"];
            values: components["schemas"]["ContractComputed"][];
        } | {
            /** @constant */
            kind: "exists";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            answer: components["schemas"]["ContractAnswer"];
            parents: components["schemas"]["ContractParent"][];
            during?: {
                from: components["schemas"]["ContractSource"];
                to: components["schemas"]["ContractSource"];
            };
        } | {
            /** @constant */
            kind: "groups";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            member: string;
            answer: components["schemas"]["ContractAnswer"];
            value: string;
            count: string;
        } | {
            /** @constant */
            kind: "summary";
            resource: string;
            where: components["schemas"]["ContractCondition"][];
            parents: components["schemas"]["ContractParent"][];
            /** @enum {string} */
            scope: "all" | "own-or-hidden" | "own-or-forbidden";
            status: number;
            filters: components["schemas"]["ContractFilter"][];
            states: {
                member: string;
                value: unknown;
                /** @constant */
                not?: true;
            }[];
            many: boolean;
            within: string | null;
            summary: components["schemas"]["ContractSummary"];
        } | {
            /** @constant */
            kind: "tally";
            answer: components["schemas"]["ContractAnswer"];
            counts: {
                name: string;
                resource: string;
                own: boolean;
                when?: {
                    member: string;
                    value: unknown;
                    /** @constant */
                    not?: true;
                }[];
            }[];
        } | {
            /** @constant */
            kind: "undetermined";
            question: string;
        };
        ContractAccess: {
            /** @constant */
            for: "everybody";
        } | {
            /** @constant */
            for: "session";
            role: string | null;
            optional: boolean;
            orKey: boolean;
        } | {
            /** @constant */
            for: "key";
        };
        ContractOperation: {
            id: string;
            /** @enum {string} */
            method: "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
            path: string;
            group: string;
            summary: string;
            access: components["schemas"]["ContractAccess"];
            behaviour: components["schemas"]["ContractBehaviour"];
        };
        ApiContract: {
            source: {
                name: string;
                text: string;
            };
            document: string;
            resources: components["schemas"]["ContractResource"][];
            views: components["schemas"]["ContractView"][];
            accounts: {
                resource: string;
                logins: string[];
                password: string;
                role: string | null;
            } | null;
            carriers: {
                session: ({
                    /** @constant */
                    kind: "bearer";
                } | {
                    /** @constant */
                    kind: "basic";
                } | {
                    /** @enum {string} */
                    kind: "cookie" | "header" | "query" | "body";
                    name: string;
                })[];
                key: ({
                    /** @constant */
                    kind: "bearer";
                } | {
                    /** @constant */
                    kind: "basic";
                } | {
                    /** @enum {string} */
                    kind: "cookie" | "header" | "query" | "body";
                    name: string;
                })[];
            };
            basePath: string;
            operations: components["schemas"]["ContractOperation"][];
        };
        Document: {
            name?: string;
            text: string;
            /** @enum {string} */
            format?: "jdl" | "postgresql" | "mysql" | "sqlite" | "prisma" | "csv" | "json" | "openapi";
        };
        DocumentAccount: {
            name: string | null;
            /** @enum {string} */
            format: "jdl" | "postgresql" | "mysql" | "sqlite" | "prisma" | "csv" | "json" | "openapi";
            became: {
                text: string;
                line: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            outOfScope: {
                what: string;
                line: number;
                why: string;
            }[];
        };
        Blueprint: {
            /** @constant */
            version: 1;
            name: string;
            title: string;
            description: string;
            entities: {
                name: string;
                plural: string;
                description?: string;
                fields: {
                    name: string;
                    /** @enum {string} */
                    type: "string" | "text" | "slug" | "email" | "phone" | "url" | "integer" | "decimal" | "money" | "percentage" | "boolean" | "date" | "time" | "datetime" | "duration" | "uuid" | "enum" | "json" | "rating" | "colour" | "country" | "locale" | "ip-address" | "multi-choice" | "geo-point" | "password" | "file" | "image";
                    required: boolean;
                    unique: boolean;
                    description?: string;
                    values?: string[];
                    default?: string | number | boolean;
                    min?: number;
                    max?: number;
                    minLength?: number;
                    maxLength?: number;
                    computed?: {
                        /** @constant */
                        kind: "product";
                        of: string[];
                    } | {
                        /** @constant */
                        kind: "sum";
                        of: string[];
                    } | {
                        /** @constant */
                        kind: "difference";
                        of: string[];
                    } | {
                        /** @constant */
                        kind: "total";
                        of: string;
                        field: string;
                    } | {
                        /** @constant */
                        kind: "count";
                        of: string;
                    };
                    maxBytes?: number;
                    mediaTypes?: ("image/png" | "image/jpeg" | "image/gif" | "image/webp" | "application/pdf" | "application/zip" | "text/plain")[];
                }[];
                relations: {
                    /** @enum {string} */
                    kind: "belongs-to" | "has-many" | "has-one" | "many-to-many";
                    target: string;
                    name: string;
                    inverse: string;
                    required: boolean;
                    /** @enum {string} */
                    onDelete?: "restrict" | "cascade" | "set-null";
                    nested?: boolean;
                }[];
                access?: {
                    /** @enum {string} */
                    rows: "shared" | "own" | "team";
                    seesAll: string[];
                    readsAll?: string[];
                    create: "everyone" | string[];
                    read: "everyone" | string[];
                    update: "everyone" | string[];
                    delete: "everyone" | string[];
                };
                uniqueTogether?: string[][];
                lifecycle?: {
                    field: string;
                    initial: string;
                    transitions: {
                        name: string;
                        from: string[];
                        to: string;
                        roles?: "everyone" | string[];
                    }[];
                };
                rules?: ({
                    field: string;
                    values: (string | boolean)[];
                    /** @constant */
                    kind: "delete-blocked";
                } | {
                    field: string;
                    values: (string | boolean)[];
                    /** @constant */
                    kind: "change-blocked";
                } | {
                    /** @constant */
                    kind: "delete-blocked-by";
                    relation: string;
                } | {
                    /** @constant */
                    kind: "at-most";
                    per: string;
                    most: number;
                    where?: {
                        field: string;
                        values: (string | boolean)[];
                    };
                } | {
                    /** @constant */
                    kind: "no-overlap";
                    start: string;
                    end: string;
                    per: string[];
                } | {
                    /** @constant */
                    kind: "order";
                    first: string;
                    second: string;
                    strictly?: boolean;
                })[];
                /** @constant */
                optimisticLocking?: true;
                /** @constant */
                softDelete?: true;
                /** @constant */
                audited?: true;
            }[];
            people?: {
                roles: {
                    name: string;
                    description?: string;
                }[];
                /** @enum {string} */
                signUp: "open" | "closed";
                memberOf?: string;
            };
            contract?: components["schemas"]["ApiContract"];
        };
        Answer: {
            label: string;
            sentence: string;
            example?: string;
        };
        Remark: {
            path: string;
            text: string;
            /** @default [] */
            answers: components["schemas"]["Answer"][];
        };
        Reading: {
            blueprint: components["schemas"]["Blueprint"];
            phrases: {
                text: string;
                start: number;
                end: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            notUnderstood: string[];
            assumptions: components["schemas"]["Remark"][];
            questions: components["schemas"]["Remark"][];
            document?: components["schemas"]["DocumentAccount"];
        };
        BlueprintChange: {
            path: string;
            /** @enum {string} */
            kind: "added" | "removed" | "renamed" | "changed";
            text: string;
            before: string | null;
            after: string | null;
            phrase: {
                text: string;
                start: number;
                end: number;
            } | null;
        };
        FollowUp: {
            base: string;
            changes: components["schemas"]["BlueprintChange"][];
            renames: {
                [key: string]: string;
            };
            values: {
                [key: string]: string | number | boolean;
            };
        };
        RunReading: {
            blueprint: components["schemas"]["Blueprint"];
            phrases: {
                text: string;
                start: number;
                end: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            notUnderstood: string[];
            assumptions: components["schemas"]["Remark"][];
            questions: components["schemas"]["Remark"][];
            document?: components["schemas"]["DocumentAccount"];
            followUp?: components["schemas"]["FollowUp"];
        };
        Evidence: {
            /** @constant */
            version: 1;
            isolation: {
                /** @enum {string} */
                driver: "bubblewrap" | "namespaces" | "unsafe-process";
                sandboxed: boolean;
                /** @enum {string} */
                limits: "cgroup-v1" | "cgroup-v2" | "rlimits" | "none";
                weaknesses: string[];
            };
            checks: {
                /** @enum {string} */
                id: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
                title: string;
                /** @enum {string} */
                status: "passed" | "failed" | "skipped";
                command: string[];
                exitCode: number | null;
                durationMs: number;
                outputDigest: string;
                reason: string | null;
                figures: {
                    [key: string]: number | string | boolean;
                };
            }[];
            /** @enum {string} */
            typecheck: "passed" | "failed";
            /** @enum {string} */
            lint: "passed" | "failed";
            tests: {
                passed: number;
                failed: number;
                coverageLines: number;
            };
            operations: {
                exercised: number;
                failed: number;
            };
            attacks?: {
                run: number;
                failed: number;
            };
            secrets: {
                findings: number;
            };
            licences: {
                name: string;
                version: string;
                licence: string;
                integrity: string;
            }[];
        };
        RunRequest: {
            prompt: string | null;
            document: components["schemas"]["Document"] | null;
            change: {
                base: string;
                /** @enum {string} */
                kind: "prompt" | "document" | "form" | "hand-edit" | "restore";
            } | null;
        };
        Stage: {
            key: string;
            title: string;
            /** @enum {string} */
            status: "pending" | "running" | "waiting" | "retrying" | "succeeded" | "failed" | "cancelled" | "skipped";
            attempts: number;
            startedAt: string | null;
            finishedAt: string | null;
            durationMs: number | null;
            dropId: string | null;
            message: string | null;
            after: string[];
            parts: {
                key: string;
                /** @enum {string} */
                status: "pending" | "running" | "waiting" | "retrying" | "succeeded" | "failed" | "cancelled" | "skipped";
                attempts: number;
                startedAt: string | null;
                finishedAt: string | null;
                durationMs: number | null;
                message: string | null;
            }[];
        };
        Run: {
            id: string;
            projectId: string;
            projectName: string;
            prompt: string;
            title: string | null;
            options: {
                /** @default typescript-fastify */
                stack: string;
                /** @default false */
                review: boolean;
                /** @default true */
                preview: boolean;
            };
            /** @enum {string} */
            status: "queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            durationMs: number | null;
            workedMs: number;
            workingSince: string | null;
            stages: components["schemas"]["Stage"][];
            failure: {
                stage: string | null;
                code: string;
                message: string;
                next: string | null;
                details?: {
                    [key: string]: unknown;
                };
            } | null;
            reading: components["schemas"]["RunReading"] | null;
            answers: {
                question: string;
                answer: string;
            }[];
            evidence: components["schemas"]["Evidence"] | null;
            failedCheck: {
                /** @enum {string} */
                id: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
                title: string;
                /** @enum {string} */
                status: "passed" | "failed" | "skipped";
                command: string[];
                exitCode: number | null;
                durationMs: number;
                outputDigest: string;
                reason: string | null;
                figures: {
                    [key: string]: number | string | boolean;
                };
            } | null;
            capsuleId: string | null;
            previewId: string | null;
        };
        RunSummary: {
            id: string;
            projectId: string;
            projectName: string;
            prompt: string;
            title: string | null;
            options: {
                /** @default typescript-fastify */
                stack: string;
                /** @default false */
                review: boolean;
                /** @default true */
                preview: boolean;
            };
            /** @enum {string} */
            status: "queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled";
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            durationMs: number | null;
            workedMs: number;
            workingSince: string | null;
            failure: {
                stage: string | null;
                code: string;
                message: string;
                next: string | null;
                details?: {
                    [key: string]: unknown;
                };
            } | null;
            capsuleId: string | null;
            previewId: string | null;
            stage: {
                key: string;
                message: string | null;
            } | null;
            tests: {
                passed: number;
                failed: number;
            } | null;
        };
        StageAttempt: {
            stage: string;
            attempt: number;
            /** @enum {string} */
            kind: "work" | "checkpoint";
            /** @enum {string} */
            status: "running" | "waiting" | "succeeded" | "failed" | "cancelled" | "interrupted";
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            durationMs: number | null;
            failure: string | null;
            checks: {
                /** @enum {string} */
                id: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
                title: string;
                /** @enum {string} */
                status: "passed" | "failed" | "skipped";
                command: string[];
                exitCode: number | null;
                durationMs: number;
                outputDigest: string;
                reason: string | null;
                figures: {
                    [key: string]: number | string | boolean;
                };
            }[] | null;
        };
        RunFile: {
            path: string;
            size: number;
            /** @enum {string} */
            stage: "code" | "tests";
            digest: string;
            executable: boolean;
        };
        RunEvent: {
            id: number;
            runId: string;
            type: string;
            stage: string | null;
            /** Format: date-time */
            at: string;
            data: {
                [key: string]: unknown;
            };
        };
        ApiKey: {
            id: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
        };
        CreatedApiKey: {
            id: string;
            name: string;
            prefix: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            secret: string;
        };
        Design: {
            stack: {
                id: string;
                version: string;
                title: string;
            };
            modules: {
                name: string;
                purpose: string;
                files: number;
            }[];
            tables: {
                name: string;
                columns: {
                    name: string;
                    type: string;
                    nullable: boolean;
                    unique: boolean;
                    references: string | null;
                }[];
            }[];
            diagram: string;
            endpoints: {
                method: string;
                path: string;
                operationId: string;
                summary: string;
            }[];
            decisions: {
                title: string;
                decision: string;
                reason: string;
            }[];
        };
        Project: {
            id: string;
            name: string;
            description: string;
            /** Format: date-time */
            createdAt: string;
            archivedAt: string | null;
            runs: {
                count: number;
                last: {
                    id: string;
                    /** @enum {string} */
                    status: "queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled";
                    /** Format: date-time */
                    createdAt: string;
                    finishedAt: string | null;
                } | null;
            };
        };
        Drop: {
            id: string;
            projectId: string;
            runId: string;
            stage: string;
            version: number;
            mediaType: string;
            digest: string;
            size: number;
            /** Format: date-time */
            createdAt: string;
            pin: {
                name: string;
                note: string;
                /** Format: date-time */
                pinnedAt: string;
            } | null;
        };
        Capsule: {
            id: string;
            projectId: string;
            runId: string;
            name: string;
            digest: string;
            codeDigest: string;
            keyId: string;
            size: number;
            /** Format: date-time */
            createdAt: string;
        };
        Preview: {
            id: string;
            projectId: string;
            runId: string;
            capsuleId: string;
            /** @enum {string} */
            status: "starting" | "running" | "stopped" | "expired" | "failed";
            url: string;
            /** @enum {string} */
            reach: "machine" | "network";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            reason: string | null;
        };
        DropDiff: {
            from: components["schemas"]["Drop"];
            to: components["schemas"]["Drop"];
            identical: boolean;
            changes: {
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                before: string | null;
                after: string | null;
            }[];
            files: {
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                patch: string | null;
            }[];
            truncated: boolean;
        };
        MergeConflict: {
            path: string;
            /** @enum {string} */
            kind: "changed" | "deleted" | "renamed";
            chunks: ({
                /** @constant */
                kind: "agreed";
                lines: string[];
            } | {
                /** @constant */
                kind: "conflict";
                base: string[];
                mine: string[];
                theirs: string[];
            })[];
        };
        AppChanges: {
            blueprint: {
                changes: components["schemas"]["BlueprintChange"][];
            };
            schema: {
                migration: {
                    path: string;
                    sql: string;
                } | null;
                losses: string[];
                unfilled: string[];
            };
            code: {
                files: {
                    path: string;
                    /** @enum {string} */
                    kind: "added" | "removed" | "changed";
                    patch: string | null;
                }[];
                truncated: boolean;
            };
            conflicts: components["schemas"]["MergeConflict"][];
            kept: string[];
        };
        CapsuleOrigin: {
            /** @constant */
            schema: "https://quantumlayer.dev/schemas/capsule-origin/v1";
            blueprint: components["schemas"]["Blueprint"];
            byHand: {
                added: string[];
                generated: {
                    path: string;
                    content: string;
                    executable?: boolean;
                }[];
            };
            base: {
                digest: string;
                renames: {
                    [key: string]: string;
                };
            } | null;
        };
        ShownChanges: {
            base: string;
            reading: components["schemas"]["RunReading"];
            changes: components["schemas"]["AppChanges"];
        };
        CapsuleManifest: {
            /** @constant */
            schema: "https://quantumlayer.dev/schemas/capsule-manifest/v1";
            name: string;
            runId: string;
            stack: {
                id: string;
                version: string;
            };
            codeDigest: string;
            files: {
                path: string;
                digest: string;
                size: number;
                mode: number;
            }[];
            /** Format: date-time */
            createdAt: string;
        };
        CapsuleVerification: {
            verified: boolean;
            digest: string | null;
            keyId: string | null;
            statements: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
        };
        CapsulePart: {
            path: string;
            /** @enum {string} */
            kind: "code" | "log" | "manifest" | "evidence" | "origin" | "sbom" | "provenance" | "bundle";
            size: number;
            digest: string;
            executable: boolean;
        };
        SoftwareVersion: {
            id: string;
            projectId: string;
            runId: string;
            name: string;
            digest: string;
            codeDigest: string;
            keyId: string;
            size: number;
            /** Format: date-time */
            createdAt: string;
            number: number;
            change: {
                /** @enum {string} */
                kind: "prompt" | "document" | "form" | "hand-edit" | "restore";
                text: string;
                base: string | null;
            } | null;
        };
        CapsuleDiff: {
            from: components["schemas"]["Capsule"];
            to: components["schemas"]["Capsule"];
            identical: boolean;
            files: {
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                patch: string | null;
            }[];
            truncated: boolean;
        };
        FollowUpReading: {
            blueprint: components["schemas"]["Blueprint"];
            changes: components["schemas"]["BlueprintChange"][];
            renames: {
                [key: string]: string;
            };
            values: {
                [key: string]: string | number | boolean;
            };
            phrases: {
                text: string;
                start: number;
                end: number;
                became: {
                    path: string;
                    meaning: string;
                }[];
            }[];
            notUnderstood: string[];
            assumptions: components["schemas"]["Remark"][];
            questions: components["schemas"]["Remark"][];
        };
        Session: {
            id: string;
            organisationId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            needsPassword: boolean;
        };
        SignInLink: {
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SigningKey: {
            keyId: string;
            /** @constant */
            algorithm: "ecdsa-p256-sha256";
            publicKeyPem: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            retiredAt: string | null;
        };
        Statistics: {
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
            projectId: string | null;
            runs: {
                count: number;
                byStatus: {
                    [key: string]: number;
                };
                successRate: number | null;
            };
            days: {
                /** Format: date */
                day: string;
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                until: string;
                runs: {
                    [key: string]: number;
                };
                tests: {
                    passed: number;
                    failed: number;
                };
            }[];
            timeToCapsule: {
                count: number;
                medianMs: number | null;
                p90Ms: number | null;
            };
            now: {
                running: {
                    count: number;
                    runIds: string[];
                };
                queued: {
                    count: number;
                    runIds: string[];
                };
                waiting: {
                    count: number;
                    runIds: string[];
                };
                paused: {
                    count: number;
                    runIds: string[];
                };
            };
            stages: {
                stage: string;
                count: number;
                medianMs: number | null;
                p90Ms: number | null;
                slowestRunId: string | null;
            }[];
            failures: {
                code: string;
                count: number;
                latestRunId: string;
            }[];
            sandbox: {
                minutes: number;
                attempts: number;
            };
        };
        System: {
            version: string;
            node: string;
            /** Format: date-time */
            startedAt: string;
            database: {
                /** @enum {string} */
                kind: "embedded" | "postgres";
            };
            sandbox: {
                /** @enum {string} */
                driver: "bubblewrap" | "namespaces" | "unsafe-process";
                sandboxed: boolean;
                /** @enum {string} */
                limits: "cgroup-v1" | "cgroup-v2" | "rlimits" | "none";
                weaknesses: string[];
            } | null;
            dataFolder: {
                path: string;
                bytes: number;
                parts: {
                    name: string;
                    bytes: number;
                    files: number;
                }[];
                isComplete: boolean;
                /** Format: date-time */
                measuredAt: string;
            };
            disk: {
                totalBytes: number;
                freeBytes: number;
            };
            ready: boolean;
            parts: {
                name: string;
                /** @enum {string} */
                state: "ok" | "failed";
                latencyMs: number;
                detail: string | null;
            }[];
            findings: {
                name: string;
                /** @enum {string} */
                status: "ok" | "limited" | "failed";
                detail: string;
                fix: string | null;
            }[];
            /** Format: date-time */
            foundAt: string;
        };
        WorkflowDefinition: {
            /** @constant */
            version: 1;
            name: string;
            /** @default 1 */
            revision: number;
            nodes: ({
                /** @constant */
                kind: "step";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                handler: string;
                /** @default {} */
                inputs: {
                    [key: string]: string | {
                        from: string;
                        /** @constant */
                        optional: true;
                    } | {
                        value: components["schemas"]["__shared"];
                    };
                };
                retry?: {
                    attempts: number;
                    initialMs: number;
                    factor: number;
                    maxMs: number;
                    jitter: number;
                };
                timeoutMs?: number;
                idempotencyKey?: string;
            } | {
                /** @constant */
                kind: "parallel";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                steps: {
                    id: string;
                    handler: string;
                    /** @default {} */
                    inputs: {
                        [key: string]: string | {
                            from: string;
                            /** @constant */
                            optional: true;
                        } | {
                            value: components["schemas"]["__shared"];
                        };
                    };
                    retry?: {
                        attempts: number;
                        initialMs: number;
                        factor: number;
                        maxMs: number;
                        jitter: number;
                    };
                    timeoutMs?: number;
                    idempotencyKey?: string;
                }[];
                concurrency?: number;
            } | {
                /** @constant */
                kind: "map";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                over: string;
                step: {
                    handler: string;
                    /** @default {} */
                    inputs: {
                        [key: string]: string | {
                            from: string;
                            /** @constant */
                            optional: true;
                        } | {
                            value: components["schemas"]["__shared"];
                        };
                    };
                    retry?: {
                        attempts: number;
                        initialMs: number;
                        factor: number;
                        maxMs: number;
                        jitter: number;
                    };
                    timeoutMs?: number;
                    idempotencyKey?: string;
                };
                concurrency?: number;
            } | {
                /** @constant */
                kind: "branch";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                on: string;
                cases: {
                    equals: string | number | boolean | null;
                    exit: string;
                }[];
                otherwise?: string;
            } | {
                /** @constant */
                kind: "checkpoint";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                of: string;
            } | {
                /** @constant */
                kind: "timer";
                id: string;
                title?: string;
                /** @default [] */
                after: string[];
                /**
                 * @default all
                 * @enum {string}
                 */
                join: "all" | "any";
                ms: number;
            })[];
        };
        Problem: {
            /** @description Path of the page that explains this problem */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description Id of the request, to be found in the log */
            instance?: string;
        } & {
            [key: string]: unknown;
        };
        Liveness: {
            /** @constant */
            status: "ok";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "not-ready" | "stopping";
            parts: {
                name: string;
                /** @enum {string} */
                state: "ok" | "failed";
                latencyMs: number;
                detail: string | null;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                } | {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    current?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default null */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
                /** @description Words of the name or the description */
                q?: string;
                /** @description Whether archived projects are listed too */
                archived?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Project"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own, 24 hours valid: a repeated request gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPrompt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompt?: string;
                    document?: components["schemas"]["DocumentInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFollowUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    blueprint: components["schemas"]["BlueprintInput"];
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpReading"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompt?: string;
                    document?: components["schemas"]["DocumentInput"];
                    blueprint?: components["schemas"]["BlueprintInput"];
                    renames?: {
                        [key: string]: string;
                    };
                    values?: {
                        [key: string]: string | number | boolean;
                    };
                    restored?: string;
                    base?: {
                        capsuleId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownChanges"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
                /** @description Only runs with one of these statuses */
                status?: ("queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled")[];
                /** @description Only runs whose prompt holds this text */
                q?: string;
                /** @description Only runs that failed with this code */
                failure?: string;
                /** @description Only runs that were asked for then or later */
                since?: string;
                /** @description Only runs that were asked for earlier */
                until?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RunSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own, 24 hours valid: a repeated request gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompt?: string;
                    document?: components["schemas"]["DocumentInput"];
                    blueprint?: components["schemas"]["BlueprintInput"];
                    renames?: {
                        [key: string]: string;
                    };
                    values?: {
                        [key: string]: string | number | boolean;
                    };
                    restored?: string;
                    base?: {
                        capsuleId: string;
                    };
                    /** @default {} */
                    options?: {
                        /** @default typescript-fastify */
                        stack?: string;
                        /** @default false */
                        review?: boolean;
                        /** @default true */
                        preview?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllRuns: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
                /** @description Only runs with one of these statuses */
                status?: ("queued" | "running" | "waiting" | "paused" | "succeeded" | "failed" | "cancelled")[];
                /** @description Only runs whose prompt holds this text */
                q?: string;
                /** @description Only runs that failed with this code */
                failure?: string;
                /** @description Only runs that were asked for then or later */
                since?: string;
                /** @description Only runs that were asked for earlier */
                until?: string;
                /** @description Only runs of this project */
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RunSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunRequest"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStageAttempts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StageAttempt"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCheckOutput: {
        parameters: {
            query?: {
                /** @description Attempt at the quality stage; the one that the run shows when absent */
                attempt?: number;
            };
            header?: never;
            path: {
                runId: string;
                checkId: "install" | "typecheck" | "lint" | "build" | "tests" | "migration" | "start" | "operations" | "attacks" | "secrets" | "licences";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The output; its digest, which the evidence names, is in ETag and Repr-Digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own, 24 hours valid: a repeated request gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                projectId: string;
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    values?: {
                        [key: string]: string | number | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pushEdits: {
        parameters: {
            query?: {
                /** @description What was changed */
                title?: string;
                /** @description Whether the app is started at the end */
                preview?: "true" | "false";
            };
            header?: {
                /** @description Any text of your own, 24 hours valid: a repeated request gets the first answer */
                "idempotency-key"?: string;
            };
            path: {
                projectId: string;
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/zip": unknown;
                "application/x-git-bundle": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunFiles: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RunFile"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRunFile: {
        parameters: {
            query: {
                /** @description A path as the list of files writes it */
                path: string;
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content; its digest is in ETag and Repr-Digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stage: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signalRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "approve";
                    stage: string;
                } | {
                    /** @enum {string} */
                    type: "reject";
                    stage: string;
                    reason: string;
                } | {
                    /** @enum {string} */
                    type: "modify";
                    stage: string;
                    output: unknown;
                } | {
                    /** @enum {string} */
                    type: "pause";
                } | {
                    /** @enum {string} */
                    type: "resume";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamRunEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only what came after this event is sent */
                "last-event-id"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events; the data of each is a RunEvent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        /** @description To be sent as Last-Event-ID */
                        id: string;
                        /** @description The type of the event */
                        event: string;
                        data: string;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["System"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description Days in UTC, with today */
                days?: number;
                /** @description Only runs of this project */
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrops: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
                /** @description Only drops of this stage */
                stage?: string;
                /** @description Only drops of this run */
                run?: string;
                /** @description Only drops of this media type */
                mediaType?: string;
                /** @description Only drops that are pinned, or only those that are not */
                pinned?: string;
                /** @description Only drops of a stage whose name holds this text, or of the newest 1,000 runs whose prompt does */
                q?: string;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Drop"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllDrops: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
                /** @description Only drops of this stage */
                stage?: string;
                /** @description Only drops of this media type */
                mediaType?: string;
                /** @description Only drops that are pinned, or only those that are not */
                pinned?: string;
                /** @description Only drops of a stage whose name holds this text, or of the newest 1,000 runs whose prompt does */
                q?: string;
                /** @description Only drops of this project */
                projectId?: string;
                /** @description Only drops of this run */
                runId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Drop"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDrop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dropId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drop"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDropContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dropId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffDrop: {
        parameters: {
            query: {
                /** @description The drop to compare with, the earlier one */
                against: string;
            };
            header?: never;
            path: {
                dropId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DropDiff"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pinDrop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dropId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drop"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unpinDrop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dropId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drop"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCapsules: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Capsule"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capsule"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyCapsule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapsuleVerification"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SoftwareVersion"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffCapsule: {
        parameters: {
            query: {
                /** @description The capsule to compare with, the earlier one */
                against: string;
            };
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapsuleDiff"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSigningKeys: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SigningKey"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSigningKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own, 24 hours valid: a repeated request gets the first answer */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCapsule: {
        parameters: {
            query?: {
                /** @description `tar.gz` is the capsule itself, which can be verified; `zip` is its code alone, and `git` a bundle that `git clone FILE` accepts: the blueprint, the code and the tests as commits */
                format?: "tar.gz" | "zip" | "git";
            };
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive, as docs/capsule-format.md describes it, or the code as a zip or a git bundle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.quantumlayer.capsule.v1+tar.gz": unknown;
                    "application/zip": unknown;
                    "application/x-git-bundle": unknown;
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCapsuleParts: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CapsulePart"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCapsulePart: {
        parameters: {
            query: {
                /** @description A path as the list of parts writes it */
                path: string;
            };
            header?: never;
            path: {
                capsuleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content; its digest is in ETag and Repr-Digest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/plain": unknown;
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreviews: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; the first page when absent */
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Preview"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                previewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreviewLogs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                previewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                previewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewPreviewAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                previewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                previewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minutes: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be served; `type` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server failed or is not ready */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
