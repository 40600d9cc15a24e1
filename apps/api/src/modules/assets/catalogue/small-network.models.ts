import { madeBy } from './catalogue.types';

const AX = 'radio{0-1} ieee802.11ax';

export const UBIQUITI_MODELS = madeBy('Ubiquiti', [
  {
    model: 'UniFi Switch 24 PoE',
    partNumber: 'USW-24-PoE',
    assetType: 'switch',
    uHeight: 1,
    ports: ['Port{1-16} 1000base-t pse', 'Port{17-24} 1000base-t', 'SFP{1-2} 1000base-x-sfp'],
  },
  {
    model: 'UniFi Switch 48 PoE',
    partNumber: 'USW-48-PoE',
    assetType: 'switch',
    uHeight: 1,
    ports: ['Port{1-32} 1000base-t pse', 'Port{33-48} 1000base-t', 'SFP{1-4} 1000base-x-sfp'],
  },
  {
    model: 'UniFi Switch Pro 24 PoE',
    partNumber: 'USW-Pro-24-PoE',
    assetType: 'switch',
    uHeight: 1,
    maxWatts: 450,
    ports: ['Port{1-24} 1000base-t pse', 'SFP+{1-2} 10gbase-x-sfpp'],
  },
  {
    model: 'UniFi Switch Pro 48 PoE',
    partNumber: 'USW-Pro-48-PoE',
    assetType: 'switch',
    uHeight: 1,
    maxWatts: 660,
    ports: ['Port{1-48} 1000base-t pse', 'SFP+{1-4} 10gbase-x-sfpp'],
  },
  {
    model: 'UniFi Switch Lite 8 PoE',
    partNumber: 'USW-Lite-8-PoE',
    assetType: 'switch',
    maxWatts: 60,
    ports: ['Port{1-4} 1000base-t pse', 'Port{5-8} 1000base-t'],
  },
  {
    model: 'UniFi Switch Flex Mini',
    partNumber: 'USW-Flex-Mini',
    assetType: 'switch',
    ports: ['Port1 1000base-t pd', 'Port{2-5} 1000base-t'],
  },
  {
    model: 'UniFi Switch Aggregation',
    partNumber: 'USW-Aggregation',
    assetType: 'switch',
    uHeight: 1,
    ports: ['SFP+{1-8} 10gbase-x-sfpp'],
  },
  {
    model: 'UniFi Dream Machine Pro',
    partNumber: 'UDM-Pro',
    assetType: 'gateway',
    uHeight: 1,
    maxWatts: 33,
    ports: ['Port{1-8} 1000base-t', 'WAN9 1000base-t', 'SFP+{10-11} 10gbase-x-sfpp'],
  },
  {
    model: 'UniFi Dream Machine Special Edition',
    partNumber: 'UDM-SE',
    assetType: 'gateway',
    uHeight: 1,
    ports: ['Port{1-8} 1000base-t pse', 'WAN9 2.5gbase-t', 'SFP+{10-11} 10gbase-x-sfpp'],
  },
  {
    model: 'UniFi Cloud Gateway Ultra',
    partNumber: 'UCG-Ultra',
    assetType: 'gateway',
    ports: ['Port{1-4} 1000base-t', 'WAN 2.5gbase-t'],
  },
  {
    model: 'EdgeRouter 4',
    partNumber: 'ER-4',
    assetType: 'router',
    ports: ['eth{0-2} 1000base-t', 'eth3 1000base-x-sfp'],
  },
  { model: 'EdgeRouter X', partNumber: 'ER-X', assetType: 'router', ports: ['eth{0-4} 1000base-t'] },
  {
    model: 'UniFi U6 Lite',
    partNumber: 'U6-Lite',
    assetType: 'wireless_ap',
    maxWatts: 12,
    ports: ['eth0 1000base-t pd', AX],
  },
  {
    model: 'UniFi U6 Pro',
    partNumber: 'U6-Pro',
    assetType: 'wireless_ap',
    maxWatts: 13,
    ports: ['eth0 1000base-t pd', AX],
  },
  {
    model: 'UniFi U6 Enterprise',
    partNumber: 'U6-Enterprise',
    assetType: 'wireless_ap',
    maxWatts: 22,
    ports: ['eth0 2.5gbase-t pd', 'radio{0-2} ieee802.11ax'],
  },
  {
    model: 'UniFi AC Pro',
    partNumber: 'UAP-AC-PRO',
    assetType: 'wireless_ap',
    maxWatts: 9,
    ports: ['eth0 1000base-t pd', 'eth1 1000base-t', 'radio{0-1} ieee802.11ac'],
  },
  {
    model: 'UniFi Protect G4 Pro',
    partNumber: 'UVC-G4-PRO',
    assetType: 'security_camera',
    ports: ['eth0 100base-tx pd'],
  },
  {
    model: 'UniFi Network Video Recorder',
    partNumber: 'UNVR',
    assetType: 'nvr',
    uHeight: 1,
    ports: ['eth0 1000base-t', 'eth1 10gbase-x-sfpp'],
  },
]);

export const MIKROTIK_MODELS = madeBy('MikroTik', [
  { model: 'hEX', partNumber: 'RB750Gr3', assetType: 'router', ports: ['ether{1-5} 1000base-t'] },
  {
    model: 'RB5009UG+S+IN',
    partNumber: 'RB5009UG+S+IN',
    assetType: 'router',
    ports: ['ether1 2.5gbase-t', 'ether{2-8} 1000base-t', 'sfp-sfpplus1 10gbase-x-sfpp'],
  },
  {
    model: 'CCR2004-16G-2S+',
    partNumber: 'CCR2004-16G-2S+',
    assetType: 'router',
    uHeight: 1,
    ports: ['ether{1-16} 1000base-t', 'sfp-sfpplus{1-2} 10gbase-x-sfpp'],
  },
  {
    model: 'CRS326-24G-2S+RM',
    partNumber: 'CRS326-24G-2S+RM',
    assetType: 'switch',
    uHeight: 1,
    ports: ['ether{1-24} 1000base-t', 'sfp-sfpplus{1-2} 10gbase-x-sfpp'],
  },
  {
    model: 'CRS328-24P-4S+RM',
    partNumber: 'CRS328-24P-4S+RM',
    assetType: 'switch',
    uHeight: 1,
    ports: ['ether{1-24} 1000base-t pse', 'sfp-sfpplus{1-4} 10gbase-x-sfpp'],
  },
  {
    model: 'CRS305-1G-4S+IN',
    partNumber: 'CRS305-1G-4S+IN',
    assetType: 'switch',
    ports: ['ether1 1000base-t', 'sfp-sfpplus{1-4} 10gbase-x-sfpp'],
  },
  {
    model: 'hAP ac2',
    partNumber: 'RBD52G-5HacD2HnD-TC',
    assetType: 'router',
    ports: ['ether{1-5} 1000base-t', 'wlan1 ieee802.11n', 'wlan2 ieee802.11ac'],
  },
]);

export const TPLINK_MODELS = madeBy('TP-Link', [
  { model: 'Omada ER605', partNumber: 'ER605', assetType: 'router', ports: ['{1-5} 1000base-t'] },
  {
    model: 'Omada ER7206',
    partNumber: 'ER7206',
    assetType: 'router',
    ports: ['SFP-WAN1 1000base-x-sfp', '{2-6} 1000base-t'],
  },
  { model: 'Omada EAP610', partNumber: 'EAP610', assetType: 'wireless_ap', ports: ['eth0 1000base-t pd', AX] },
  { model: 'Omada EAP670', partNumber: 'EAP670', assetType: 'wireless_ap', ports: ['eth0 2.5gbase-t pd', AX] },
  {
    model: 'Omada TL-SG3428',
    partNumber: 'TL-SG3428',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t', '{25-28} 1000base-x-sfp'],
  },
  {
    model: 'Omada TL-SG2210P',
    partNumber: 'TL-SG2210P',
    assetType: 'switch',
    ports: ['{1-8} 1000base-t pse', '{9-10} 1000base-x-sfp'],
  },
  { model: 'Omada OC200', partNumber: 'OC200', assetType: 'wireless_controller', ports: ['eth{1-2} 100base-tx'] },
]);

export const NETGEAR_MODELS = madeBy('Netgear', [
  {
    model: 'GS724Tv4',
    partNumber: 'GS724T-400',
    assetType: 'switch',
    uHeight: 1,
    ports: ['g{1-24} 1000base-t', 'g{25-26} 1000base-x-sfp'],
  },
  { model: 'GS308E', partNumber: 'GS308E', assetType: 'switch', ports: ['{1-8} 1000base-t'] },
  { model: 'WAX610', partNumber: 'WAX610', assetType: 'wireless_ap', ports: ['eth0 2.5gbase-t pd', AX] },
]);

export const ZYXEL_MODELS = madeBy('Zyxel', [
  {
    model: 'USG FLEX 100',
    assetType: 'firewall',
    ports: ['wan1 1000base-t', 'sfp1 1000base-x-sfp', 'lan{1-4} 1000base-t'],
  },
  {
    model: 'USG FLEX 200',
    assetType: 'firewall',
    ports: ['wan{1-2} 1000base-t', 'sfp1 1000base-x-sfp', 'lan{1-4} 1000base-t'],
  },
  {
    model: 'GS1900-24HPv2',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t pse', '{25-26} 1000base-x-sfp'],
  },
  { model: 'NWA110AX', assetType: 'wireless_ap', ports: ['eth0 1000base-t pd', AX] },
]);
