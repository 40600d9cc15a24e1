import { madeBy } from './catalogue.types';

export const FORTINET_MODELS = madeBy('Fortinet', [
  {
    model: 'FortiGate 40F',
    partNumber: 'FG-40F',
    assetType: 'firewall',
    ports: ['wan 1000base-t', 'lan{1-3} 1000base-t', 'a 1000base-t'],
  },
  {
    model: 'FortiGate 60F',
    partNumber: 'FG-60F',
    assetType: 'firewall',
    ports: ['wan{1-2} 1000base-t', 'dmz 1000base-t', 'internal{1-5} 1000base-t', 'a 1000base-t', 'b 1000base-t'],
  },
  {
    model: 'FortiGate 80F',
    partNumber: 'FG-80F',
    assetType: 'firewall',
    ports: ['wan{1-2} 1000base-t', 'internal{1-6} 1000base-t', 'a 1000base-t', 'b 1000base-t'],
  },
  {
    model: 'FortiGate 100F',
    partNumber: 'FG-100F',
    assetType: 'firewall',
    uHeight: 1,
    ports: [
      'mgmt 1000base-t mgmt',
      'wan{1-2} 1000base-t',
      'dmz 1000base-t',
      'ha{1-2} 1000base-t',
      'port{1-12} 1000base-t',
      'port{13-20} 1000base-x-sfp',
      'x{1-2} 10gbase-x-sfpp',
    ],
  },
  {
    model: 'FortiGate 200F',
    partNumber: 'FG-200F',
    assetType: 'firewall',
    uHeight: 1,
    ports: [
      'mgmt 1000base-t mgmt',
      'ha 1000base-t',
      'port{1-16} 1000base-t',
      'port{17-24} 1000base-x-sfp',
      'x{1-4} 10gbase-x-sfpp',
    ],
  },
  {
    model: 'FortiSwitch 124F-POE',
    partNumber: 'FS-124F-POE',
    assetType: 'switch',
    uHeight: 1,
    ports: ['port{1-12} 1000base-t pse', 'port{13-24} 1000base-t', 'port{25-28} 10gbase-x-sfpp'],
  },
  {
    model: 'FortiSwitch 148F-FPOE',
    partNumber: 'FS-148F-FPOE',
    assetType: 'switch',
    uHeight: 1,
    ports: ['port{1-48} 1000base-t pse', 'port{49-52} 10gbase-x-sfpp'],
  },
  {
    model: 'FortiAP 231F',
    partNumber: 'FAP-231F',
    assetType: 'wireless_ap',
    ports: ['lan1 1000base-t pd', 'lan2 1000base-t', 'radio{1-2} ieee802.11ax'],
  },
]);

export const JUNIPER_MODELS = madeBy('Juniper', [
  {
    model: 'EX2300-24P',
    partNumber: 'EX2300-24P',
    assetType: 'switch',
    uHeight: 1,
    ports: ['me0 1000base-t mgmt', 'ge-0/0/{0-23} 1000base-t pse', 'xe-0/1/{0-3} 10gbase-x-sfpp'],
  },
  {
    model: 'EX2300-48T',
    partNumber: 'EX2300-48T',
    assetType: 'switch',
    uHeight: 1,
    ports: ['me0 1000base-t mgmt', 'ge-0/0/{0-47} 1000base-t', 'xe-0/1/{0-3} 10gbase-x-sfpp'],
  },
  {
    model: 'EX3400-48P',
    partNumber: 'EX3400-48P',
    assetType: 'switch',
    uHeight: 1,
    ports: [
      'me0 1000base-t mgmt',
      'ge-0/0/{0-47} 1000base-t pse',
      'et-0/1/{0-1} 40gbase-x-qsfpp',
      'xe-0/2/{0-3} 10gbase-x-sfpp',
    ],
  },
  {
    model: 'QFX5120-48Y',
    partNumber: 'QFX5120-48Y',
    assetType: 'switch',
    uHeight: 1,
    isFullDepth: true,
    ports: ['et-0/0/{0-47} 25gbase-x-sfp28', 'et-0/0/{48-55} 100gbase-x-qsfp28'],
  },
  {
    model: 'SRX300',
    partNumber: 'SRX300',
    assetType: 'firewall',
    ports: ['ge-0/0/{0-5} 1000base-t', 'ge-0/0/{6-7} 1000base-x-sfp'],
  },
  {
    model: 'SRX320',
    partNumber: 'SRX320',
    assetType: 'firewall',
    ports: ['ge-0/0/{0-5} 1000base-t', 'ge-0/0/{6-7} 1000base-x-sfp'],
  },
  {
    model: 'SRX340',
    partNumber: 'SRX340',
    assetType: 'firewall',
    uHeight: 1,
    ports: ['fxp0 1000base-t mgmt', 'ge-0/0/{0-7} 1000base-t', 'ge-0/0/{8-15} 1000base-x-sfp'],
  },
]);

export const SONICWALL_MODELS = madeBy('SonicWall', [
  { model: 'TZ270', partNumber: '02-SSC-2821', assetType: 'firewall', ports: ['X{0-7} 1000base-t'] },
  { model: 'TZ370', partNumber: '02-SSC-2825', assetType: 'firewall', ports: ['X{0-7} 1000base-t'] },
  { model: 'TZ470', partNumber: '02-SSC-2829', assetType: 'firewall' },
  { model: 'TZ570', partNumber: '02-SSC-2833', assetType: 'firewall' },
  {
    model: 'NSa 2700',
    partNumber: '02-SSC-4324',
    assetType: 'firewall',
    uHeight: 1,
    ports: ['MGMT 1000base-t mgmt', 'X{0-15} 1000base-t', 'X{16-18} 10gbase-x-sfpp'],
  },
]);

export const SOPHOS_MODELS = madeBy('Sophos', [
  { model: 'XGS 87', assetType: 'firewall' },
  { model: 'XGS 107', assetType: 'firewall' },
  { model: 'XGS 116', assetType: 'firewall' },
  { model: 'XGS 136', assetType: 'firewall' },
  {
    model: 'XGS 2100',
    assetType: 'firewall',
    uHeight: 1,
    ports: ['Management 1000base-t mgmt', 'Port{1-8} 1000base-t', 'PortF{1-2} 1000base-x-sfp'],
  },
  { model: 'APX 320', assetType: 'wireless_ap', ports: ['eth0 1000base-t pd', 'radio{0-1} ieee802.11ac'] },
]);

export const WATCHGUARD_MODELS = madeBy('WatchGuard', [
  { model: 'Firebox T20', assetType: 'firewall', ports: ['{0-4} 1000base-t'] },
  { model: 'Firebox T40', assetType: 'firewall', ports: ['{0-3} 1000base-t', '4 1000base-t pse'] },
  { model: 'Firebox T80', assetType: 'firewall', ports: ['{0-7} 1000base-t'] },
  { model: 'Firebox M270', assetType: 'firewall', uHeight: 1, ports: ['{0-7} 1000base-t'] },
  { model: 'Firebox M290', assetType: 'firewall', uHeight: 1, ports: ['{0-7} 1000base-t'] },
]);

export const PALO_ALTO_MODELS = madeBy('Palo Alto', [
  {
    model: 'PA-220',
    partNumber: 'PAN-PA-220',
    assetType: 'firewall',
    ports: ['management 1000base-t mgmt', 'ethernet1/{1-8} 1000base-t'],
  },
  {
    model: 'PA-440',
    partNumber: 'PAN-PA-440',
    assetType: 'firewall',
    ports: ['management 1000base-t mgmt', 'ethernet1/{1-8} 1000base-t'],
  },
]);
