import { startFactory } from '@quantumlayer/testing';
import { launchBrowser, signIn } from './apps/web/src/testing/browser.ts';

const [browser, factory] = await Promise.all([launchBrowser(), startFactory({ entry: '/tmp/h/perf/apps/server/src/main.ts', dataFolder: '/tmp/h/perf-data2', env: { QL_OPEN_BROWSER: '0' } })]);
try {
const { page, faults } = await signIn(browser, factory, { colorScheme: 'dark' });
const projects = await factory.json('/api/v1/projects');
const { id } = await factory.json(`/api/v1/projects/${projects.items[0].id}/runs`, { method: 'POST', body: JSON.stringify({ prompt: 'A library: books have a title.', options: { stack: 'typescript-fastify', review: true, preview: false } }) });
for (;;) { const r = await factory.json(`/api/v1/runs/${id}`); if (r.status === 'waiting') break; await new Promise((r) => setTimeout(r, 200)); }
await page.goto(`${factory.url}/runs/${id}`); 
const approve = page.getByRole('button', { name: 'Approve' });
for (let i = 0; i < 12; i++) { console.log(i, await approve.evaluate((e) => Object.keys(e).join()).catch((e) => e.message.slice(0, 80))); await page.waitForTimeout(1000); }
console.log(faults, await page.evaluate(() => document.documentElement.className));
page.on('request', (r) => r.method() === 'POST' && console.log(r.method(), r.url()));
await approve.click(); await page.waitForTimeout(3000);
console.log(await approve.count(), await page.locator('header').first().textContent());
} finally { await browser.close(); await factory.stop(); }
