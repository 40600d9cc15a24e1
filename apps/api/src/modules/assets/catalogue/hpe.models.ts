import { madeBy } from './catalogue.types';

const ILO = 'iLO 1000base-t mgmt';
const AX = 'radio{0-1} ieee802.11ax';

export const HPE_MODELS = madeBy('HPE', [
  { model: 'ProLiant DL20 Gen10', assetType: 'server', uHeight: 1, ports: [ILO, 'eth{1-2} 1000base-t'] },
  {
    model: 'ProLiant DL360 Gen10',
    partNumber: '867959-B21',
    assetType: 'server',
    uHeight: 1,
    isFullDepth: true,
    ports: [ILO, 'eth{1-4} 1000base-t'],
  },
  { model: 'ProLiant DL360 Gen11', assetType: 'server', uHeight: 1, isFullDepth: true, ports: [ILO] },
  {
    model: 'ProLiant DL380 Gen10',
    partNumber: '868703-B21',
    assetType: 'server',
    uHeight: 2,
    isFullDepth: true,
    ports: [ILO, 'eth{1-4} 1000base-t'],
  },
  { model: 'ProLiant DL380 Gen11', assetType: 'server', uHeight: 2, isFullDepth: true, ports: [ILO] },
  { model: 'ProLiant ML350 Gen10', assetType: 'server', ports: [ILO, 'eth{1-4} 1000base-t'] },
  { model: 'ProLiant MicroServer Gen10 Plus', assetType: 'server', maxWatts: 180, ports: ['eth{1-4} 1000base-t'] },
  { model: 'MSA 2060', assetType: 'san', uHeight: 2, isFullDepth: true },
]);

export const ARUBA_MODELS = madeBy('Aruba', [
  {
    model: '2530-24G',
    partNumber: 'J9776A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t', '{25-28} 1000base-x-sfp'],
  },
  {
    model: '2530-48G-PoE+',
    partNumber: 'J9772A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-48} 1000base-t pse', '{49-52} 1000base-x-sfp'],
  },
  {
    model: '2540-24G-4SFP+',
    partNumber: 'JL354A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t', '{25-28} 10gbase-x-sfpp'],
  },
  {
    model: '2540-48G-PoE+-4SFP+',
    partNumber: 'JL357A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-48} 1000base-t pse', '{49-52} 10gbase-x-sfpp'],
  },
  {
    model: '2930F-24G-4SFP+',
    partNumber: 'JL253A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t', '{25-28} 10gbase-x-sfpp'],
  },
  {
    model: '2930F-48G-PoE+-4SFP+',
    partNumber: 'JL256A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-48} 1000base-t pse', '{49-52} 10gbase-x-sfpp'],
  },
  {
    model: 'CX 6100 24G PoE 4SFP+',
    partNumber: 'JL677A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['1/1/{1-24} 1000base-t pse', '1/1/{25-28} 10gbase-x-sfpp'],
  },
  {
    model: 'CX 6100 48G 4SFP+',
    partNumber: 'JL676A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['1/1/{1-48} 1000base-t', '1/1/{49-52} 10gbase-x-sfpp'],
  },
  {
    model: 'CX 6200F 48G PoE 4SFP+',
    partNumber: 'JL727A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['1/1/{1-48} 1000base-t pse', '1/1/{49-52} 10gbase-x-sfpp'],
  },
  {
    model: 'Instant On 1930 24G 4SFP+',
    partNumber: 'JL682A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t', '{25-28} 10gbase-x-sfpp'],
  },
  {
    model: 'Instant On 1930 24G PoE 4SFP+',
    partNumber: 'JL683A',
    assetType: 'switch',
    uHeight: 1,
    ports: ['{1-24} 1000base-t pse', '{25-28} 10gbase-x-sfpp'],
  },
  { model: 'AP-505', partNumber: 'R2H28A', assetType: 'wireless_ap', ports: ['eth0 1000base-t pd', AX] },
  {
    model: 'AP-515',
    partNumber: 'Q9H62A',
    assetType: 'wireless_ap',
    ports: ['eth0 2.5gbase-t pd', 'eth1 1000base-t', AX],
  },
  { model: 'Instant On AP22', partNumber: 'R4W02A', assetType: 'wireless_ap', ports: ['eth0 1000base-t pd', AX] },
]);
