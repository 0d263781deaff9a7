import { createClient } from '@quantumlayer/sdk';

/** The API as the browser sees it: same origin, the session cookie goes along. */
export const api = createClient({ url: '' });
