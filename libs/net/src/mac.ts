// Six groups of one or two digits, three of four, two of six, or twelve without a separator; one separator throughout.
const SHAPES = [
  /^[0-9a-f]{1,2}([:\-. ])[0-9a-f]{1,2}(?:\1[0-9a-f]{1,2}){4}$/,
  /^[0-9a-f]{4}([:\-. ])[0-9a-f]{4}\1[0-9a-f]{4}$/,
  /^[0-9a-f]{6}[:\-. ][0-9a-f]{6}$/,
  /^[0-9a-f]{12}$/,
];

// VRRP and CARP (RFC 5798), HSRP 1 and 2, GLBP: the address moves between routers, so it names no device.
const VIRTUAL_ROUTER = /^(00:00:5e:00:0[12]|00:00:0c:07:ac|00:00:0c:9f:f|00:07:b4:00)/;

/** The address as `aa:bb:cc:dd:ee:ff`, from any usual spelling; null when the text is no MAC-48 address. */
export function normaliseMac(text: string): string | null {
  const lower = text.trim().toLowerCase();
  if (!SHAPES.some((shape) => shape.test(lower))) return null;
  const groups = lower.split(/[:\-. ]/);
  const digits = groups.length === 6 ? groups.map((group) => group.padStart(2, '0')).join('') : groups.join('');
  return (digits.match(/../g) ?? []).join(':');
}

/** True for text that spells one MAC-48 address. */
export function isMac(text: string): boolean {
  return normaliseMac(text) !== null;
}

/** True when the vendor bit says "made up here" (virtual machines, private Wi-Fi addresses): no vendor is known. */
export function isLocallyAdministered(mac: string): boolean {
  return (firstOctet(mac) & 0x02) !== 0;
}

/** True for group addresses, broadcast included: never the address of a device. */
export function isMulticastMac(mac: string): boolean {
  return (firstOctet(mac) & 0x01) !== 0;
}

/** True for the shared addresses of VRRP, CARP, HSRP and GLBP. */
export function isVirtualRouterMac(mac: string): boolean {
  return VIRTUAL_ROUTER.test(normaliseMac(mac) ?? '');
}

/** True when the address can tell one device from another: valid, not zero, not a group, not a virtual router's. */
export function identifiesDevice(mac: string): boolean {
  const normal = normaliseMac(mac);
  return normal !== null && normal !== '00:00:00:00:00:00' && !isMulticastMac(normal) && !isVirtualRouterMac(normal);
}

function firstOctet(mac: string): number {
  return Number.parseInt(normaliseMac(mac)?.slice(0, 2) ?? '0', 16);
}
