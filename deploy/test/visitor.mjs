import { request as plainRequest } from 'node:http';
import { Agent, request as tlsRequest } from 'node:https';
import { connect as connectTls } from 'node:tls';
import { DOMAIN } from './nginx.mjs';

/** Somebody who comes to the site by its name; the answers keep each header as often as it was sent. */
export function visitorOf({ ports, certificate }) {
  const agent = new Agent({ ca: certificate, servername: DOMAIN, keepAlive: false });
  const ask = (method, path, { headers = {}, body, plain = false, from } = {}) =>
    new Promise((resolve, reject) => {
      const port = plain ? ports.plain : ports.tls;
      const request = (plain ? plainRequest : tlsRequest)(
        {
          ...{ method, path, port, host: '127.0.0.1', localAddress: from, agent: plain ? undefined : agent },
          headers: { host: `${DOMAIN}:${port}`, ...headers },
        },
        (answer) => collect(answer).then(resolve, reject),
      );
      request.on('error', reject);
      request.end(body);
    });
  return {
    ask,
    get: (path, more) => ask('GET', path, more),
    raw: (bytes, options) => raw({ ports, certificate }, bytes, options),
  };
}

async function collect(answer) {
  const chunks = [];
  for await (const chunk of answer) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const all = {};
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    (all[answer.rawHeaders[at].toLowerCase()] ??= []).push(answer.rawHeaders[at + 1]);
  return { status: answer.statusCode, text, headers: answer.headers, all };
}

/** Sends bytes as they are over TLS and answers all that came back until the other side closed, or a second of silence. */
function raw({ ports, certificate }, bytes, { protocol = 'http/1.1', patience = 1_500 } = {}) {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      ...{ host: '127.0.0.1', port: ports.tls, ca: certificate, servername: DOMAIN, ALPNProtocols: [protocol] },
    });
    const chunks = [];
    const end = () => (socket.destroy(), resolve(Buffer.concat(chunks)));
    socket.setTimeout(patience, end);
    socket.once('secureConnect', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('end', end);
    socket.once('error', (error) => (chunks.length ? end() : reject(error)));
  });
}
