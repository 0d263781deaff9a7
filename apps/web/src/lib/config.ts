import 'server-only';

const LOCAL_API = 'http://127.0.0.1:4000';

/** Where the server side of this app finds the API; the browser always asks its own origin. */
export function apiUrl(): string {
  return process.env.QL_API_URL || LOCAL_API;
}
