import { identifiesDevice, normaliseIp, normaliseMac } from '@st0r/net';
import { plainName } from './found.devices';
import type { KnownDevice, KnownInterface } from './reconcile.types';

/** Recorded devices by what a scan can see of them; built once, so matching costs the same for 50 and 5,000. */
export interface DeviceIndex {
  byMac: Map<string, KnownDevice[]>;
  byIp: Map<string, KnownDevice[]>;
  byName: Map<string, KnownDevice[]>;
}

export function indexDevices(devices: readonly KnownDevice[]): DeviceIndex {
  const index: DeviceIndex = { byMac: new Map(), byIp: new Map(), byName: new Map() };
  for (const device of devices) {
    for (const known of device.interfaces) {
      const { mac, ips } = plainInterface(known);
      if (mac && identifiesDevice(mac)) add(index.byMac, mac, device);
      for (const ip of ips) add(index.byIp, ip, device);
    }
    if (device.hostname) add(index.byName, plainName(device.hostname), device);
  }
  return index;
}

/** Addresses of a recorded interface in canonical spelling; text that is no address is kept as it is. */
export function plainInterface(known: KnownInterface): { mac?: string; ips: string[] } {
  const mac = known.mac ? (normaliseMac(known.mac) ?? undefined) : undefined;
  return { mac, ips: known.ips.map((ip) => normaliseIp(ip) ?? ip) };
}

/** The MAC recorded beside an address, if the device has the address at all. */
export function macBeside(device: KnownDevice, ip: string): string | undefined {
  return device.interfaces.map(plainInterface).find((known) => known.ips.includes(ip))?.mac;
}

function add(map: Map<string, KnownDevice[]>, key: string, device: KnownDevice): void {
  const devices = map.get(key);
  if (!devices) map.set(key, [device]);
  else if (!devices.includes(device)) devices.push(device);
}
