import type { CustomFetch, CustomFetchOptions } from 'openid-client';
import type { Outgoing } from '../../../platform/outgoing';

/** Nothing a provider says about itself or a person is larger. */
export const PROVIDER_BYTES = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';

/** Lets openid-client call a provider through our one door to other systems. */
export function providerFetch(outgoing: Outgoing): CustomFetch {
  return async (url, { method, headers, body }) => {
    const form = body instanceof URLSearchParams;
    const answer = await outgoing.call('sso', url, {
      method: method as 'GET' | 'POST',
      headers: { ...(form ? { 'content-type': FORM } : {}), ...headers },
      body: plain(body),
      maxBytes: PROVIDER_BYTES,
    });
    const empty = answer.status === 204 || answer.status === 304;
    const known = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    return new Response(empty ? null : new Uint8Array(answer.body), { status: answer.status, headers: known });
  };
}

function plain(body: CustomFetchOptions['body']): string | Uint8Array | undefined {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('A provider is sent text or bytes, nothing else.');
}
