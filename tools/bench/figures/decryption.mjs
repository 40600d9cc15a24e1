import { median } from '../statistics.mjs';

/** Milliseconds to open 1,000 sealed user names in this process, the median of seven times. */
export function decryptionOf({ crypto }, { organisation, key }) {
  const place = { organisation, purpose: 'vault', type: 'credential', field: 'username', revision: 1 };
  const sealed = Array.from({ length: 1_000 }, (_, at) => {
    const where = { ...place, record: crypto.uuid7() };
    return { where, blob: crypto.sealField(key, where, `user${at}@client.example`) };
  });
  const once = () => {
    const startedAt = performance.now();
    for (const { where, blob } of sealed) crypto.openText(key, where, blob);
    return performance.now() - startedAt;
  };
  return median(Array.from({ length: 7 }, once));
}
