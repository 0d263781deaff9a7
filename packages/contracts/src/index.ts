export * from './blueprint.ts';
export * from './capsule.ts';
export * from './design.ts';
export * from './evidence.ts';
export * from './resources.ts';
export * from './run.ts';
export * from './workflow-definition.ts';
