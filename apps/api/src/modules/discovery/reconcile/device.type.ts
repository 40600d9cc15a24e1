import type { AssetType, FoundDevice } from './reconcile.types';

/** Below this nmap itself calls an operating system match a guess. */
export const TRUSTED_OS_ACCURACY = 85;

/** What the guess looks at. */
type Evidence = Pick<FoundDevice, 'os' | 'vendor' | 'ports'> & Partial<Pick<FoundDevice, 'hostnames'>>;

/**
 * The most likely asset type: what the system says it is, then who made it, then what somebody called it, then what
 * answers; `other` when unknown.
 */
export function guessType(host: Evidence): AssetType {
  const told = typeBySystem(host) ?? typeByVendor(host.vendor) ?? typeByName(host.hostnames);
  return told ?? typeByPorts(host) ?? typeByFamily(host) ?? 'other';
}

const SYSTEM_TYPES: Record<string, AssetType> = {
  router: 'router',
  'broadband router': 'router',
  switch: 'switch',
  hub: 'switch',
  bridge: 'switch',
  WAP: 'wireless_ap',
  firewall: 'firewall',
  'security-misc': 'firewall',
  'load balancer': 'load_balancer',
  printer: 'printer',
  'print server': 'printer',
  webcam: 'security_camera',
  'VoIP phone': 'phone',
  'VoIP adapter': 'voip_gateway',
  PBX: 'pbx',
  phone: 'mobile',
  PDA: 'mobile',
  'storage-misc': 'nas',
  'power-device': 'pdu',
  terminal: 'terminal',
  'terminal server': 'console_server',
  'media device': 'iot_device',
  'game console': 'iot_device',
};

const VENDOR_TYPES: [RegExp, AssetType][] = [
  [/synology|qnap|netapp/i, 'nas'],
  [/brother ind|lexmark|kyocera|xerox|ricoh|seiko epson/i, 'printer'],
  [/hikvision|dahua|axis comm|hanwha vision/i, 'security_camera'],
  [/yealink|polycom|snom|grandstream/i, 'phone'],
  [/american power|eaton corp/i, 'ups'],
  [/fortinet|sonicwall|palo alto|watchguard/i, 'firewall'],
  [/aruba|ruckus/i, 'wireless_ap'],
];

/** Beginnings of host names that say what a thing is: `sw1`, `ap-lobby`, `prn-hall.example`. */
const NAME_TYPES: [string, AssetType][] = [
  ['sw|switch', 'switch'],
  ['ap|wap|wlan', 'wireless_ap'],
  ['fw|firewall|gw', 'firewall'],
  ['rtr|router', 'router'],
  ['prn|printer|mfp', 'printer'],
  ['nas', 'nas'],
  ['cam|ipcam|camera', 'security_camera'],
  ['ups', 'ups'],
  ['pc|ws|desktop|laptop|notebook', 'workstation'],
  ['srv|server|dc', 'server'],
];
const NAME_PATTERNS = NAME_TYPES.map(
  ([words, type]) => [new RegExp(`^(?:${words})(?:[-_]|\\d|$)`, 'i'), type] as const,
);

function typeByName(hostnames: FoundDevice['hostnames'] = []): AssetType | undefined {
  const [first = ''] = (hostnames[0] ?? '').split('.');
  return NAME_PATTERNS.find(([pattern]) => pattern.test(first))?.[1];
}

function trustedOs(host: Pick<FoundDevice, 'os'>): FoundDevice['os'] {
  return host.os && host.os.accuracy >= TRUSTED_OS_ACCURACY ? host.os : undefined;
}

function typeBySystem(host: Pick<FoundDevice, 'os'>): AssetType | undefined {
  return SYSTEM_TYPES[trustedOs(host)?.type ?? ''];
}

function typeByVendor(vendor = ''): AssetType | undefined {
  return VENDOR_TYPES.find(([pattern]) => pattern.test(vendor))?.[1];
}

function typeByPorts(host: Pick<FoundDevice, 'ports' | 'os'>): AssetType | undefined {
  const open = new Set(
    host.ports.filter((port) => port.state === 'open' && port.protocol !== 'ip').map((port) => port.port),
  );
  const has = (...ports: number[]): boolean => ports.some((port) => open.has(port));
  const general = trustedOs(host)?.type === 'general purpose';
  if (has(515, 9100)) return 'printer';
  if (has(5060, 5061)) return 'phone';
  if (has(554)) return 'security_camera';
  if (has(179)) return 'router';
  // Linux and Windows servers answer SNMP and telnet too; a general-purpose system with a login is no switch.
  if (has(23, 161, 830) && !(general && has(22, 3389, 5900))) return 'switch';
  if (has(22, 3389, 5900)) return typeByFamily(host) ?? 'server';
  if (has(631)) return 'printer';
  return has(8000) && !speaksHttp(host, 8000) ? 'security_camera' : undefined;
}

function speaksHttp(host: Pick<FoundDevice, 'ports'>, number: number): boolean {
  const service = host.ports.find((port) => port.port === number)?.service;
  return service?.method === 'probed' && service.name.startsWith('http');
}

function typeByFamily(host: Pick<FoundDevice, 'os'>): AssetType | undefined {
  const os = trustedOs(host);
  if (os?.family === 'iOS' || os?.family === 'Android') return 'mobile';
  if (os?.family === 'Mac OS X' || os?.family === 'macOS') return 'workstation';
  if (os?.family !== 'Windows') return undefined;
  return /server|20(03|08|12|16|19|22|25)/i.test(os.name) ? 'server' : 'workstation';
}
