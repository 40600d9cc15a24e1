import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
const encoded = (text) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a request was signed with this pair (AWS Signature Version 4): null, or the code S3 refuses it with. */
export function refusalOf(request, body, { keyId, secret }) {
  const [, id, day, region, names, signature] = FORM.exec(request.headers.authorization ?? '') ?? [];
  if (!id) return 'AccessDenied';
  if (id !== keyId) return 'InvalidAccessKeyId';
  const hash = request.headers['x-amz-content-sha256'];
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical(request, names, hash))];
  const key = [day, region, 's3', 'aws4_request'].reduce(hmac, `AWS4${secret}`);
  const right = hmac(key, text.join('\n'));
  return timingSafeEqual(right, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
}

function canonical({ method, url, headers }, names, hash) {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const lines = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, pathname, query.join('&'), lines.join(''), names, hash].join('\n');
}
