import type { Api } from '@st0r/api-client';
import type { IconName, Tone } from '@st0r/ui';

export type AssetType = Api<'AssetType'>;
export type AssetStatus = Api<'AssetStatus'>;

/** Words and picture of each kind of asset; the compiler notices when the API knows one more. */
const TYPES: Readonly<Record<AssetType, readonly [label: string, icon: IconName]>> = {
  desktop: ['Desktop', 'pc-display'],
  workstation: ['Workstation', 'pc-display-horizontal'],
  laptop: ['Laptop', 'laptop'],
  tablet: ['Tablet', 'tablet'],
  mobile: ['Mobile phone', 'phone'],
  handheld: ['Handheld terminal', 'upc-scan'],
  pda: ['PDA', 'phone-flip'],
  thin_client: ['Thin client', 'pc'],
  terminal: ['Terminal', 'terminal'],
  server: ['Server', 'server'],
  appliance: ['Appliance', 'hdd-stack'],
  backup_appliance: ['Backup appliance', 'archive'],
  nas: ['NAS', 'device-hdd'],
  san: ['SAN', 'hdd-network'],
  tape_drive: ['Tape drive', 'cassette'],
  kvm: ['KVM switch', 'keyboard'],
  console_server: ['Console server', 'terminal-dash'],
  switch: ['Switch', 'ethernet'],
  router: ['Router', 'router'],
  firewall: ['Firewall', 'shield-lock'],
  gateway: ['Gateway', 'door-open'],
  modem: ['Modem', 'modem'],
  bridge: ['Bridge', 'arrow-left-right'],
  load_balancer: ['Load balancer', 'signpost-split'],
  wireless_ap: ['Wireless access point', 'wifi'],
  wireless_controller: ['Wireless controller', 'broadcast'],
  patch_panel: ['Patch panel', 'grid-3x2-gap'],
  fiber_panel: ['Fibre panel', 'bezier2'],
  rack: ['Rack', 'bookshelf'],
  ups: ['UPS', 'battery-charging'],
  pdu: ['PDU', 'plug'],
  generator: ['Generator', 'fuel-pump'],
  phone: ['Desk phone', 'telephone'],
  conference_phone: ['Conference phone', 'telephone-plus'],
  pbx: ['PBX', 'diagram-3'],
  voip_gateway: ['VoIP gateway', 'telephone-forward'],
  paging_system: ['Paging system', 'megaphone'],
  video_conferencing: ['Video conferencing', 'camera-video'],
  display: ['Display', 'display'],
  digital_signage: ['Digital signage', 'easel'],
  projector: ['Projector', 'projector'],
  av_receiver: ['AV receiver', 'speaker'],
  printer: ['Printer', 'printer'],
  copier: ['Copier', 'files'],
  scanner: ['Scanner', 'file-earmark-text'],
  plotter: ['Plotter', 'rulers'],
  label_printer: ['Label printer', 'tag'],
  badge_printer: ['Badge printer', 'person-badge'],
  security_camera: ['Security camera', 'webcam'],
  nvr: ['Network video recorder', 'record-circle'],
  dvr: ['Digital video recorder', 'record-btn'],
  access_control: ['Access control', 'key'],
  door_controller: ['Door controller', 'door-closed'],
  card_reader: ['Card reader', 'credit-card'],
  biometric_scanner: ['Biometric scanner', 'fingerprint'],
  environmental_monitor: ['Environmental monitor', 'thermometer-half'],
  thermostat: ['Thermostat', 'thermometer-sun'],
  hvac: ['Heating and cooling', 'fan'],
  lighting_control: ['Lighting control', 'lightbulb'],
  sensor: ['Sensor', 'activity'],
  iot_device: ['IoT device', 'cpu'],
  other: ['Other', 'box'],
};

const STATUSES: Readonly<Record<AssetStatus, readonly [label: string, tone: Tone]>> = {
  ordered: ['On order', 'info'],
  in_stock: ['In stock', 'neutral'],
  ready: ['Ready to deploy', 'accent'],
  active: ['Deployed', 'success'],
  in_repair: ['Out for repair', 'warning'],
  lost: ['Lost', 'danger'],
  stolen: ['Stolen', 'danger'],
  retired: ['Retired', 'neutral'],
  disposed: ['Disposed of', 'neutral'],
};

/** Every kind of asset, in the order pickers show them. */
export const assetTypes = Object.keys(TYPES) as AssetType[];
/** Every status, in the order of life. */
export const assetStatuses = Object.keys(STATUSES) as AssetStatus[];

/** The words of a kind of asset; a kind this build does not know is shown by its code. */
export function assetTypeLabel(type: string): string {
  return TYPES[type as AssetType]?.[0] ?? type;
}

/** The picture of a kind of asset. */
export function assetTypeIcon(type: string): IconName {
  return TYPES[type as AssetType]?.[1] ?? 'box';
}

/** The words of a status. */
export function assetStatusLabel(status: string): string {
  return STATUSES[status as AssetStatus]?.[0] ?? status;
}

/** The colour of a status, beside its words. */
export function assetStatusTone(status: string): Tone {
  return STATUSES[status as AssetStatus]?.[1] ?? 'neutral';
}
