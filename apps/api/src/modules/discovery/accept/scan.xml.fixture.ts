/** A host for a test scan. */
export interface XmlHost {
  ip: string;
  mac?: string;
  vendor?: string;
  name?: string;
  os?: string;
  /** Open TCP ports; a text is the product that answered. */
  ports?: Record<number, string | null>;
}

/** An nmap document of our own making; `at` is when it ran, in epoch seconds. */
export function scanXml(hosts: readonly XmlHost[], { at, target }: { at: number; target: string }): string {
  return [
    `<?xml version="1.0"?><nmaprun scanner="nmap" args="nmap -O ${target}" start="${at}">`,
    ...hosts.map((host) => hostXml(host, at + 60)),
    `<runstats><finished time="${at + 120}" exit="success"/></runstats></nmaprun>`,
  ].join('\n');
}

function hostXml({ ip, mac, vendor, name, os, ports = {} }: XmlHost, endtime: number): string {
  const vendorText = vendor ? ` vendor="${vendor}"` : '';
  return [
    `<host starttime="${endtime - 30}" endtime="${endtime}"><status state="up" reason="arp-response"/>`,
    `<address addr="${ip}" addrtype="ipv4"/>`,
    mac ? `<address addr="${mac}" addrtype="mac"${vendorText}/>` : '',
    name ? `<hostnames><hostname name="${name}" type="PTR"/></hostnames>` : '',
    `<ports>${Object.entries(ports).map(portXml).join('')}</ports>`,
    os ? `<os><osmatch name="${os}" accuracy="98"/></os>` : '',
    '</host>',
  ].join('');
}

function portXml([port, product]: [string, string | null]): string {
  const service = product
    ? `<service name="svc" product="${product}" method="probed" conf="10"/>`
    : '<service name="guess" method="table" conf="3"/>';
  return `<port protocol="tcp" portid="${port}"><state state="open" reason="syn-ack"/>${service}</port>`;
}
