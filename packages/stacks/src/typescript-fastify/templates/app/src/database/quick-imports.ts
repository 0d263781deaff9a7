import { registerHooks } from 'node:module';

// Loaded with `node --import`. For each of Drizzle's 150 files Node would parse Drizzle's package.json of 180 KB
// again, which costs a second and 200 MB at every start. Imports inside Drizzle do not need it.
const DRIZZLE = '/node_modules/drizzle-orm/';

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context;
    const inside = specifier.startsWith('.') && parentURL.includes(DRIZZLE);
    if (!inside || parentURL.endsWith('.cjs')) return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
