import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { refusalOf } from './signature.mjs';

const STATUS = {
  NoSuchKey: 404,
  NoSuchBucket: 404,
  NoSuchUpload: 404,
  InvalidPart: 400,
  EntityTooSmall: 400,
  SlowDown: 503,
  NotImplemented: 501,
};
const SMALLEST_PART = 5 * 1024 * 1024;

/**
 * The part of S3 that keeps files, on loopback and in memory: objects, lists in pages, multipart uploads. Every request must
 * carry a right signature and the hash of its body. Buckets are paths. `meet` decides what goes wrong.
 */
export class BucketServer {
  keyId = 'st0r-of-a-test';
  secret = randomBytes(24).toString('base64url');
  /** Objects of a page of a list. */
  pageSize = 1000;
  buckets = new Map();
  uploads = new Map();
  /** What was asked, in words: `PUT /bucket/key?partNumber=1`. */
  calls = [];
  /** Told each call; answers nothing, the code of an error, `hang`, or `broken` for half an answer. */
  meet = () => undefined;
  /** Awaited before each answer. */
  lag = async () => undefined;

  static async start(...buckets) {
    const server = new BucketServer();
    for (const name of buckets) server.buckets.set(name, new Map());
    server.http = createServer((request, response) => void server.#answer(request, response)).listen(0, '127.0.0.1');
    await new Promise((done) => server.http.once('listening', done));
    server.address = `http://127.0.0.1:${server.http.address().port}`;
    return server;
  }

  async stop() {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }

  keys(bucket) {
    return [...this.buckets.get(bucket).keys()].sort();
  }

  async #answer(request, response) {
    const chunks = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return; // Whoever hangs up hears nothing.
    }
    const body = Buffer.concat(chunks);
    const call = `${request.method} ${request.url}`;
    this.calls.push(call);
    const met = this.meet(call);
    if (met === 'hang') return;
    await this.lag();
    const refusal = met === 'broken' ? null : (met ?? refusalOf(request, body, this));
    const { status = 200, headers = {}, text = '' } = refusal ? refused(refusal) : this.#act(request, body);
    response.writeHead(status, { 'content-length': Buffer.byteLength(text), ...headers });
    if (met === 'broken') response.write(text.subarray(0, text.length / 2), () => response.destroy());
    else response.end(request.method === 'HEAD' ? undefined : text);
  }

  #act({ method, url }, body) {
    const { pathname, searchParams: query } = new URL(url, 'http://s3');
    const [, bucket, ...rest] = pathname.split('/').map(decodeURIComponent);
    const objects = this.buckets.get(bucket);
    if (!objects) return refused('NoSuchBucket');
    const place = { bucket, objects, key: rest.join('/'), query };
    if (!place.key) return query.has('uploads') ? this.#listUploads(place) : this.#list(place);
    if (query.has('uploads') || query.has('uploadId')) return this.#multipart(method, place, body);
    return ACTS[method](place, body);
  }

  #list({ objects, query }) {
    const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
    const found = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    const rows = [...new Set(found.map((key) => folded(key, prefix, delimiter)))];
    const from = Number(query.get('continuation-token') ?? 0);
    const to = from + Math.min(this.pageSize, Number(query.get('max-keys') ?? 1000));
    const xml = rows
      .slice(from, to)
      .map((row) =>
        objects.has(row)
          ? `<Contents><Key>${escaped(row)}</Key><Size>${objects.get(row).length}</Size></Contents>`
          : `<CommonPrefixes><Prefix>${escaped(row)}</Prefix></CommonPrefixes>`,
      );
    const more = to < rows.length;
    const next = more ? `<NextContinuationToken>${to}</NextContinuationToken>` : '';
    return answered('ListBucketResult', `<IsTruncated>${more}</IsTruncated>${next}${xml.join('')}`);
  }

  #listUploads({ bucket, query }) {
    const prefix = query.get('prefix') ?? '';
    const mine = [...this.uploads].filter(([, one]) => one.bucket === bucket && one.key.startsWith(prefix));
    const xml = mine.map(([id, { key }]) => `<Upload><Key>${escaped(key)}</Key><UploadId>${id}</UploadId></Upload>`);
    return answered('ListMultipartUploadsResult', `<IsTruncated>false</IsTruncated>${xml.join('')}`);
  }

  #multipart(method, { bucket, objects, key, query }, body) {
    const id = query.get('uploadId') ?? randomUUID();
    if (query.has('uploads')) this.uploads.set(id, { bucket, key, parts: new Map() });
    if (query.has('uploads')) return answered('InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`);
    const upload = this.uploads.get(id);
    if (!upload || upload.key !== key) return refused('NoSuchUpload');
    if (method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body);
      return { headers: { etag: etagOf(body) } };
    }
    if (method === 'POST') {
      const parts = partsIn(body.toString('utf8'), upload.parts);
      if (typeof parts === 'string') return refused(parts);
      objects.set(key, Buffer.concat(parts));
    }
    this.uploads.delete(id);
    return method === 'POST'
      ? answered('CompleteMultipartUploadResult', `<Key>${escaped(key)}</Key>`)
      : { status: 204 };
  }
}

const ACTS = {
  PUT({ objects, key }, body) {
    objects.set(key, body);
    return { headers: { etag: etagOf(body) } };
  },
  GET: ({ objects, key }) => (objects.has(key) ? { text: objects.get(key) } : refused('NoSuchKey')),
  HEAD: ({ objects, key }) => (objects.has(key) ? { text: objects.get(key) } : refused('NoSuchKey')),
  DELETE({ objects, key }) {
    objects.delete(key);
    return { status: 204 };
  },
};

/** The bytes of the parts a completion names, or why it is refused. */
function partsIn(xml, known) {
  const named = [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part]) => ({
    number: Number(/<PartNumber>(\d+)/.exec(part)?.[1]),
    etag: /<ETag>(.*?)<\/ETag>/.exec(part)?.[1]?.replaceAll('&quot;', '"'),
  }));
  const parts = named.map(({ number }) => known.get(number));
  if (parts.length === 0 || parts.some((part, at) => !part || etagOf(part) !== named[at].etag)) return 'InvalidPart';
  return parts.slice(0, -1).some((part) => part.length < SMALLEST_PART) ? 'EntityTooSmall' : parts;
}

function folded(key, prefix, delimiter) {
  const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return end < 0 ? key : key.slice(0, end + delimiter.length);
}

const etagOf = (bytes) => `"${createHash('md5').update(bytes).digest('hex')}"`;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const answered = (root, xml) => ({
  headers: { 'content-type': 'application/xml' },
  text: `<?xml version="1.0" encoding="UTF-8"?><${root}>${xml}</${root}>`,
});
const refused = (code) => ({
  ...answered('Error', `<Code>${code}</Code><Message>Refused.</Message>`),
  status: STATUS[code] ?? 403,
});
