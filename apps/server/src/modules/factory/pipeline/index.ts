export { blueprintRoutes } from './http/blueprint-routes.ts';
export { createStageHandlers, definitionFor, reviseOutput } from './pipeline.ts';
export type { CapsulePackager, PreviewLauncher, QualityGate } from './ports.ts';
