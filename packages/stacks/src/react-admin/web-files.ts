import type { GeneratedFile } from '@quantumlayer/contracts';
import { templateText } from '../typescript-fastify/files/template-text.ts';
import type { AppModel } from '../typescript-fastify/model.ts';
import { countsFile } from './counts-file.ts';
import { descriptionFile } from './description-file.ts';
import { pageFiles } from './page-files.ts';
import { registryFiles } from './registry-files.ts';
import { webTemplates, webTests } from './templates.ts';

/** The web UI of the app. */
export function webFiles(app: AppModel): GeneratedFile[] {
  return [
    ...webTemplates(app).map(([path, template]) => ({
      path,
      content: templateText(app, template),
    })),
    countsFile(app),
    ...registryFiles(app),
    ...app.entities.flatMap((entity) => [descriptionFile(app, entity), ...pageFiles(app, entity)]),
    indexFile(app),
  ];
}

export function webTestFiles(app: AppModel): GeneratedFile[] {
  return webTests.map(([path, template]) => ({ path, content: templateText(app, template) }));
}

function indexFile({ blueprint }: AppModel): GeneratedFile {
  const content = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="${htmlText(blueprint.title)}" />
    <link rel="icon" href="/favicon.svg" />
    <title>${htmlText(blueprint.title)}</title>
    <script src="/theme.js"></script>
    <script type="module" src="/src/main.tsx"></script>
  </head>
  <body>
    <div id="root"></div>
    <noscript>This page needs JavaScript.</noscript>
  </body>
</html>
`;
  return { path: 'web/index.html', content };
}

/** The one way of user text into HTML. */
function htmlText(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[&<>"']|\p{Cc}/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
