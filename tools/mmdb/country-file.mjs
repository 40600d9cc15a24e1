import ipaddr from 'ipaddr.js';

/** The smallest writer of MaxMind's format: a tree of 24-bit records, one map per block, and the facts of the file. */
export function countryFile(places, type = 'Test-Country') {
  const nodes = [[null, null]];
  const data = [];
  let size = 0;
  for (const [network, place] of Object.entries(places)) {
    grow(nodes, bitsOf(network), { offset: size });
    const written = encode(mapOf(place));
    data.push(written);
    size += written.length;
  }
  const tree = Buffer.concat(nodes.map((pair) => Buffer.concat(pair.map((branch) => record(branch, nodes.length)))));
  return Buffer.concat([tree, Buffer.alloc(16), ...data, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), facts()]);

  function facts() {
    return encode({
      binary_format_major_version: 2,
      binary_format_minor_version: 0,
      build_epoch: Math.floor(Date.UTC(2026, 0, 2) / 1000),
      database_type: type,
      ip_version: 6,
      node_count: nodes.length,
      record_size: 24,
    });
  }
}

/** IPv4 lies under ::/96. */
function bitsOf(network) {
  const [address, prefix] = ipaddr.parseCIDR(network);
  const bits = address.toByteArray().map((octet) => octet.toString(2).padStart(8, '0'));
  return (address.kind() === 'ipv4' ? '0'.repeat(96) : '') + bits.join('').slice(0, prefix);
}

function grow(nodes, bits, leaf) {
  let at = 0;
  for (const [depth, bit] of [...bits].entries()) {
    const node = nodes[at];
    const side = Number(bit);
    if (depth === bits.length - 1) node[side] = leaf;
    else {
      if (typeof node[side] !== 'number') node[side] = nodes.push([null, null]) - 1;
      at = node[side];
    }
  }
}

function record(branch, nodeCount) {
  const value = branch === null ? nodeCount : typeof branch === 'number' ? branch : nodeCount + 16 + branch.offset;
  return Buffer.from([value >> 16, (value >> 8) & 255, value & 255]);
}

function mapOf({ country, registered }) {
  const part = (name, code) => (code ? { [name]: { iso_code: code } } : {});
  return { ...part('country', country), ...part('registered_country', registered) };
}

const [TEXT, UINT32, MAP] = [2, 6, 7];

function encode(value) {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([(TEXT << 5) | bytes.length]), bytes]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([Buffer.from([(UINT32 << 5) | 4]), bytes]);
  }
  const entries = Object.entries(value);
  const parts = entries.flatMap(([name, one]) => [encode(name), encode(one)]);
  return Buffer.concat([Buffer.from([(MAP << 5) | entries.length]), ...parts]);
}
