/** Where an asset type is listed in pickers and reports. */
export const ASSET_GROUPS = [
  'computers',
  'servers_storage',
  'network',
  'power_rack',
  'voice_video',
  'printing',
  'security',
  'building',
  'other',
] as const;
export type AssetGroup = (typeof ASSET_GROUPS)[number];

/** Every kind of thing an MSP looks after; `icon` is a bootstrap-icons name. */
export const ASSET_TYPES = {
  desktop: { label: 'Desktop', group: 'computers', icon: 'pc-display' },
  workstation: { label: 'Workstation', group: 'computers', icon: 'pc-display-horizontal' },
  laptop: { label: 'Laptop', group: 'computers', icon: 'laptop' },
  tablet: { label: 'Tablet', group: 'computers', icon: 'tablet' },
  mobile: { label: 'Mobile phone', group: 'computers', icon: 'phone' },
  handheld: { label: 'Handheld terminal', group: 'computers', icon: 'upc-scan' },
  pda: { label: 'PDA', group: 'computers', icon: 'phone-flip' },
  thin_client: { label: 'Thin client', group: 'computers', icon: 'pc' },
  terminal: { label: 'Terminal', group: 'computers', icon: 'terminal' },
  server: { label: 'Server', group: 'servers_storage', icon: 'server' },
  appliance: { label: 'Appliance', group: 'servers_storage', icon: 'hdd-stack' },
  backup_appliance: { label: 'Backup appliance', group: 'servers_storage', icon: 'archive' },
  nas: { label: 'NAS', group: 'servers_storage', icon: 'device-hdd' },
  san: { label: 'SAN', group: 'servers_storage', icon: 'hdd-network' },
  tape_drive: { label: 'Tape drive', group: 'servers_storage', icon: 'cassette' },
  kvm: { label: 'KVM switch', group: 'servers_storage', icon: 'keyboard' },
  console_server: { label: 'Console server', group: 'servers_storage', icon: 'terminal-dash' },
  switch: { label: 'Switch', group: 'network', icon: 'ethernet' },
  router: { label: 'Router', group: 'network', icon: 'router' },
  firewall: { label: 'Firewall', group: 'network', icon: 'shield-lock' },
  gateway: { label: 'Gateway', group: 'network', icon: 'door-open' },
  modem: { label: 'Modem', group: 'network', icon: 'modem' },
  bridge: { label: 'Bridge', group: 'network', icon: 'arrow-left-right' },
  load_balancer: { label: 'Load balancer', group: 'network', icon: 'signpost-split' },
  wireless_ap: { label: 'Wireless access point', group: 'network', icon: 'wifi' },
  wireless_controller: { label: 'Wireless controller', group: 'network', icon: 'broadcast' },
  patch_panel: { label: 'Patch panel', group: 'power_rack', icon: 'grid-3x2-gap' },
  fiber_panel: { label: 'Fibre panel', group: 'power_rack', icon: 'bezier2' },
  rack: { label: 'Rack', group: 'power_rack', icon: 'bookshelf' },
  ups: { label: 'UPS', group: 'power_rack', icon: 'battery-charging' },
  pdu: { label: 'PDU', group: 'power_rack', icon: 'plug' },
  generator: { label: 'Generator', group: 'power_rack', icon: 'fuel-pump' },
  phone: { label: 'Desk phone', group: 'voice_video', icon: 'telephone' },
  conference_phone: { label: 'Conference phone', group: 'voice_video', icon: 'telephone-plus' },
  pbx: { label: 'PBX', group: 'voice_video', icon: 'diagram-3' },
  voip_gateway: { label: 'VoIP gateway', group: 'voice_video', icon: 'telephone-forward' },
  paging_system: { label: 'Paging system', group: 'voice_video', icon: 'megaphone' },
  video_conferencing: { label: 'Video conferencing', group: 'voice_video', icon: 'camera-video' },
  display: { label: 'Display', group: 'voice_video', icon: 'display' },
  digital_signage: { label: 'Digital signage', group: 'voice_video', icon: 'easel' },
  projector: { label: 'Projector', group: 'voice_video', icon: 'projector' },
  av_receiver: { label: 'AV receiver', group: 'voice_video', icon: 'speaker' },
  printer: { label: 'Printer', group: 'printing', icon: 'printer' },
  copier: { label: 'Copier', group: 'printing', icon: 'files' },
  scanner: { label: 'Scanner', group: 'printing', icon: 'file-earmark-text' },
  plotter: { label: 'Plotter', group: 'printing', icon: 'rulers' },
  label_printer: { label: 'Label printer', group: 'printing', icon: 'tag' },
  badge_printer: { label: 'Badge printer', group: 'printing', icon: 'person-badge' },
  security_camera: { label: 'Security camera', group: 'security', icon: 'webcam' },
  nvr: { label: 'Network video recorder', group: 'security', icon: 'record-circle' },
  dvr: { label: 'Digital video recorder', group: 'security', icon: 'record-btn' },
  access_control: { label: 'Access control', group: 'security', icon: 'key' },
  door_controller: { label: 'Door controller', group: 'security', icon: 'door-closed' },
  card_reader: { label: 'Card reader', group: 'security', icon: 'credit-card' },
  biometric_scanner: { label: 'Biometric scanner', group: 'security', icon: 'fingerprint' },
  environmental_monitor: { label: 'Environmental monitor', group: 'building', icon: 'thermometer-half' },
  thermostat: { label: 'Thermostat', group: 'building', icon: 'thermometer-sun' },
  hvac: { label: 'Heating and cooling', group: 'building', icon: 'fan' },
  lighting_control: { label: 'Lighting control', group: 'building', icon: 'lightbulb' },
  sensor: { label: 'Sensor', group: 'building', icon: 'activity' },
  iot_device: { label: 'IoT device', group: 'building', icon: 'cpu' },
  other: { label: 'Other', group: 'other', icon: 'box' },
} as const satisfies Record<string, { label: string; group: AssetGroup; icon: string }>;

export type AssetTypeCode = keyof typeof ASSET_TYPES;

/** The codes alone, in display order, for choices and database checks. */
export const ASSET_TYPE_CODES = Object.keys(ASSET_TYPES) as readonly AssetTypeCode[];

export function isAssetType(value: unknown): value is AssetTypeCode {
  return typeof value === 'string' && Object.hasOwn(ASSET_TYPES, value);
}
