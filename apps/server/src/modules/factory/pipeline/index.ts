export { changeOf } from './domain/change-of.ts';
export { blueprintRoutes } from './http/blueprint-routes.ts';
export { changeRoutes } from './http/change-routes.ts';
export { createStageHandlers, definitionFor } from './pipeline.ts';
export type { VersionSources } from './plan-version.ts';
export type {
  AppVersions,
  CapsulePackager,
  EditedCode,
  PreviewLauncher,
  QualityGate,
  StoredVersion,
} from './ports.ts';
export { type ChangePreview, createChangePreview } from './preview-changes.ts';
export { createReviser, refuseApproval } from './revise-output.ts';
export { createEditTaker } from './take-edits.ts';
