const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const TYPE = { data: 0, headers: 1, reset: 3, settings: 4, goaway: 7 };
const [END_STREAM, END_HEADERS] = [1, 4];
/** Statuses in the static table of HPACK, RFC 7541 appendix A. */
const STATUS_AT = { 8: 200, 9: 204, 10: 206, 11: 304, 12: 400, 13: 404, 14: 500 };

/** One request as bytes of HTTP/2: headers are written literally, so that nothing corrects what we want to say. */
export function frameBytes(headers, body = '') {
  const block = Buffer.concat(
    headers.map(([name, value]) => Buffer.concat([Buffer.from([0]), text(name), text(value)])),
  );
  const flags = END_HEADERS | (body ? 0 : END_STREAM);
  const frames = [frame(TYPE.settings, 0, { stream: 0 }), frame(TYPE.headers, flags, { stream: 1, payload: block })];
  if (body) frames.push(frame(TYPE.data, END_STREAM, { stream: 1, payload: Buffer.from(body) }));
  return Buffer.concat([PREFACE, ...frames]);
}

function text(value) {
  const bytes = Buffer.from(value, 'latin1');
  if (bytes.length < 127) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([127, bytes.length - 127]), bytes]);
}

function frame(type, flags, { stream, payload = Buffer.alloc(0) }) {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** What came back: { statuses, reset, goaway }. */
export function answerOf(bytes) {
  const answer = { statuses: [], reset: false, goaway: false };
  for (let at = 0; at + 9 <= bytes.length; at += 9 + bytes.readUIntBE(at, 3)) {
    const type = bytes[at + 3];
    if (type === TYPE.reset) answer.reset = true;
    if (type === TYPE.goaway) answer.goaway = true;
    if (type === TYPE.headers) answer.statuses.push(statusOf(bytes.subarray(at + 9)));
  }
  return answer;
}

// nginx writes a status it has no index for as a literal of three digits.
function statusOf(block) {
  const first = block[0] & 0x80 ? STATUS_AT[block[0] & 0x7f] : undefined;
  return first ?? Number(/[1-5]\d\d/.exec(block.toString('latin1'))?.[0]);
}
