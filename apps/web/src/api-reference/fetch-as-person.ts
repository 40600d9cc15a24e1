import { renewSession } from '../shared/refresh';

/** A request of the signed-in person: cookies and the header our writes carry; an expired session is renewed once. */
export async function fetchAsPerson(url: string, request: RequestInit): Promise<Response> {
  const since = Date.now();
  const response = await send(url, request);
  if (response.status !== 401 || !(await renewSession(since))) return response;
  return send(url, request);
}

function send(url: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('X-MSP', '1');
  return fetch(url, { ...request, headers, credentials: 'same-origin' });
}
