import 'server-only';
import { type Client, createClient } from '@quantumlayer/sdk';
import { cookies } from 'next/headers';
import { apiUrl } from './config.ts';

/** The API for a server component, asked in the name of the person whose request is being answered. */
export async function serverApi(): Promise<Client> {
  const cookie = (await cookies()).toString();
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('cookie', cookie);
    return fetch(request, { cache: 'no-store' });
  };
  return createClient({ url: apiUrl(), fetch: send });
}
