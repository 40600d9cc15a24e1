import { madeBy } from './catalogue.types';

const IDRAC = 'iDRAC 1000base-t mgmt';
const XCC = 'XCC 1000base-t mgmt';
const IPMI = 'IPMI 1000base-t mgmt';
const LAN = ['LAN 1000base-t'];

export const DELL_MODELS = madeBy('Dell', [
  {
    model: 'PowerEdge R350',
    assetType: 'server',
    uHeight: 1,
    isFullDepth: true,
    ports: [IDRAC, 'NIC{1-2} 1000base-t'],
  },
  { model: 'PowerEdge R640', assetType: 'server', uHeight: 1, isFullDepth: true, ports: [IDRAC] },
  { model: 'PowerEdge R650', assetType: 'server', uHeight: 1, isFullDepth: true, ports: [IDRAC] },
  { model: 'PowerEdge R740', assetType: 'server', uHeight: 2, isFullDepth: true, ports: [IDRAC] },
  { model: 'PowerEdge R750', assetType: 'server', uHeight: 2, isFullDepth: true, ports: [IDRAC] },
  { model: 'PowerEdge R7525', assetType: 'server', uHeight: 2, isFullDepth: true, ports: [IDRAC] },
  { model: 'PowerEdge T350', assetType: 'server', ports: [IDRAC, 'NIC{1-2} 1000base-t'] },
  { model: 'PowerEdge T440', assetType: 'server', ports: [IDRAC, 'NIC{1-2} 1000base-t'] },
  { model: 'PowerVault ME4024', assetType: 'san', uHeight: 2, isFullDepth: true },
  {
    model: 'PowerSwitch S4128F-ON',
    assetType: 'switch',
    uHeight: 1,
    ports: [
      'mgmt1/1/1 1000base-t mgmt',
      'ethernet1/1/{1-24} 10gbase-x-sfpp',
      'ethernet1/1/{25-26} 100gbase-x-qsfp28',
      'ethernet1/1/{27-30} 10gbase-x-sfpp',
    ],
  },
  { model: 'OptiPlex 3080 Micro', assetType: 'desktop', ports: LAN },
  { model: 'OptiPlex 7090', assetType: 'desktop', ports: LAN },
  { model: 'Precision 3660 Tower', assetType: 'workstation', ports: LAN },
  { model: 'Latitude 5430', assetType: 'laptop' },
  { model: 'Latitude 7420', assetType: 'laptop' },
  { model: 'Wyse 5070', assetType: 'thin_client', ports: LAN },
  { model: 'P2422H', assetType: 'display' },
]);

export const LENOVO_MODELS = madeBy('Lenovo', [
  { model: 'ThinkSystem SR630', partNumber: '7X02', assetType: 'server', uHeight: 1, isFullDepth: true, ports: [XCC] },
  { model: 'ThinkSystem SR650', partNumber: '7X06', assetType: 'server', uHeight: 2, isFullDepth: true, ports: [XCC] },
  {
    model: 'ThinkSystem SR650 V2',
    partNumber: '7Z73',
    assetType: 'server',
    uHeight: 2,
    isFullDepth: true,
    ports: [XCC],
  },
  { model: 'ThinkSystem ST250', assetType: 'server', ports: [XCC, 'NIC{1-2} 1000base-t'] },
  { model: 'ThinkCentre M70q Gen 3', assetType: 'desktop', ports: LAN },
  { model: 'ThinkStation P340 Tower', assetType: 'workstation', ports: LAN },
  { model: 'ThinkPad T14 Gen 3', assetType: 'laptop', ports: LAN },
  { model: 'ThinkPad X1 Carbon Gen 10', assetType: 'laptop' },
]);

export const HP_MODELS = madeBy('HP', [
  { model: 'EliteBook 840 G9', assetType: 'laptop' },
  { model: 'ProBook 450 G9', assetType: 'laptop', ports: LAN },
  { model: 'EliteDesk 800 G6 SFF', assetType: 'desktop', ports: LAN },
  { model: 'ProDesk 400 G7 SFF', assetType: 'desktop', ports: LAN },
  { model: 'Z2 Tower G9', assetType: 'workstation', ports: LAN },
  { model: 't640', assetType: 'thin_client', ports: LAN },
]);

export const APPLE_MODELS = madeBy('Apple', [
  { model: 'MacBook Air 13-inch (M1, 2020)', partNumber: 'A2337', assetType: 'laptop' },
  { model: 'MacBook Pro 14-inch (2021)', partNumber: 'A2442', assetType: 'laptop' },
  { model: 'Mac mini (M1, 2020)', partNumber: 'A2348', assetType: 'desktop', ports: LAN },
  { model: 'iMac 24-inch (M1, 2021)', partNumber: 'A2438', assetType: 'desktop' },
  { model: 'iPad (9th generation) Wi-Fi', partNumber: 'A2602', assetType: 'tablet' },
  { model: 'iPhone 13', assetType: 'mobile' },
]);

export const MICROSOFT_MODELS = madeBy('Microsoft', [
  { model: 'Surface Pro 8', assetType: 'tablet' },
  { model: 'Surface Laptop 4', assetType: 'laptop' },
  { model: 'Surface Go 3', assetType: 'tablet' },
]);

export const SUPERMICRO_MODELS = madeBy('Supermicro', [
  {
    model: 'SYS-1019P-WTR',
    partNumber: 'SYS-1019P-WTR',
    assetType: 'server',
    uHeight: 1,
    isFullDepth: true,
    ports: [IPMI, 'LAN{1-2} 10gbase-t'],
  },
  {
    model: 'SYS-6029P-TR',
    partNumber: 'SYS-6029P-TR',
    assetType: 'server',
    uHeight: 2,
    isFullDepth: true,
    ports: [IPMI, 'LAN{1-2} 1000base-t'],
  },
  {
    model: 'AS-1114S-WTRT',
    partNumber: 'AS-1114S-WTRT',
    assetType: 'server',
    uHeight: 1,
    isFullDepth: true,
    ports: [IPMI, 'LAN{1-2} 10gbase-t'],
  },
]);
