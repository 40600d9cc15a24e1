import type { FastifyReply } from 'fastify';

/**
 * A page of ours that moves on by itself. Our cookies are Strict: they do not come along on the way back from a provider,
 * but they do on a step this page makes. Without script, because our content policy allows none inline.
 */
export function moveOn(reply: FastifyReply, path: string): string {
  const target = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  void reply.status(200).headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<meta http-equiv="refresh" content="0; url=${target}"><title>ClientSt0r</title></head>` +
    `<body><p>One moment. <a href="${target}">Continue</a></p></body></html>`
  );
}
