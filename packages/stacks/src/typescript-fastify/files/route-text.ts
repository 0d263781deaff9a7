import { indent } from '../text.ts';

export type Route = {
  method: string;
  path: string;
  operationId: string;
  summary: string;
  tag: string;
  /** Lines before the schema: who may use it. */
  config: string[];
  schema: string[];
  handler: string;
};

/** A route as it stands in the file of a module. */
export function route(parts: Route): string {
  const { method, path, operationId, summary, tag, config, schema, handler } = parts;
  const lines = [
    `operationId: '${operationId}',`,
    `summary: '${summary}',`,
    `tags: ['${tag}'],`,
    ...schema,
  ];
  return `app.${method}(
  '${path}',
  {
${config.map((line) => `${indent(line, 2)}\n`).join('')}    schema: {
${indent(lines.join('\n'), 3)}
    },
  },
${indent(handler)},
);`;
}
