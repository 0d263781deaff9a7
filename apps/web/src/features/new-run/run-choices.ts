export type RunChoices = { projectId: string; review: boolean; preview: boolean };
