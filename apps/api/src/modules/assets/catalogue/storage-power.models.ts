import { madeBy } from './catalogue.types';

export const SYNOLOGY_MODELS = madeBy('Synology', [
  { model: 'DS220+', assetType: 'nas', ports: ['LAN{1-2} 1000base-t'] },
  { model: 'DS723+', assetType: 'nas', ports: ['LAN{1-2} 1000base-t'] },
  { model: 'DS920+', assetType: 'nas', ports: ['LAN{1-2} 1000base-t'] },
  { model: 'DS923+', assetType: 'nas', ports: ['LAN{1-2} 1000base-t'] },
  { model: 'DS1522+', assetType: 'nas', ports: ['LAN{1-4} 1000base-t'] },
  { model: 'DS1821+', assetType: 'nas', ports: ['LAN{1-4} 1000base-t'] },
  { model: 'RS820+', assetType: 'nas', uHeight: 1, ports: ['LAN{1-4} 1000base-t'] },
  { model: 'RS1221+', assetType: 'nas', uHeight: 2, ports: ['LAN{1-4} 1000base-t'] },
]);

export const QNAP_MODELS = madeBy('QNAP', [
  { model: 'TS-253D', assetType: 'nas', ports: ['LAN{1-2} 2.5gbase-t'] },
  { model: 'TS-453D', assetType: 'nas', ports: ['LAN{1-2} 2.5gbase-t'] },
  { model: 'TS-464', assetType: 'nas', ports: ['LAN{1-2} 2.5gbase-t'] },
  { model: 'TS-873A', assetType: 'nas', ports: ['LAN{1-2} 2.5gbase-t'] },
  { model: 'TS-832PXU', assetType: 'nas', uHeight: 2 },
]);

export const APC_MODELS = madeBy('APC', [
  { model: 'Smart-UPS 750 RM 2U', partNumber: 'SMT750RMI2U', assetType: 'ups', uHeight: 2, maxWatts: 500 },
  { model: 'Smart-UPS 1500 RM 2U', partNumber: 'SMT1500RMI2U', assetType: 'ups', uHeight: 2, maxWatts: 1000 },
  {
    model: 'Smart-UPS 2200 RM 2U',
    partNumber: 'SMT2200RMI2U',
    assetType: 'ups',
    uHeight: 2,
    isFullDepth: true,
    maxWatts: 1980,
  },
  {
    model: 'Smart-UPS 3000 RM 2U',
    partNumber: 'SMT3000RMI2U',
    assetType: 'ups',
    uHeight: 2,
    isFullDepth: true,
    maxWatts: 2700,
  },
  { model: 'Smart-UPS X 1500', partNumber: 'SMX1500RMI2U', assetType: 'ups', uHeight: 2, maxWatts: 1200 },
  {
    model: 'Smart-UPS SRT 3000 RM',
    partNumber: 'SRT3000RMXLI',
    assetType: 'ups',
    uHeight: 2,
    isFullDepth: true,
    maxWatts: 2700,
  },
  {
    model: 'Smart-UPS SRT 5000 RM',
    partNumber: 'SRT5000RMXLI',
    assetType: 'ups',
    uHeight: 3,
    isFullDepth: true,
    maxWatts: 4500,
  },
  {
    model: 'Rack PDU Switched 1U 16A',
    partNumber: 'AP7921B',
    assetType: 'pdu',
    uHeight: 1,
    ports: ['Network 100base-tx mgmt'],
  },
  {
    model: 'Rack PDU 2G Switched Zero U 32A',
    partNumber: 'AP8953',
    assetType: 'pdu',
    ports: ['Network 100base-tx mgmt'],
  },
  { model: 'NetShelter SX 42U 600 x 1070', partNumber: 'AR3100', assetType: 'rack', uHeight: 42, isFullDepth: true },
]);

export const EATON_MODELS = madeBy('Eaton', [
  { model: '5P 1550i Rack 1U', partNumber: '5P1550iR', assetType: 'ups', uHeight: 1, maxWatts: 1100 },
  { model: '5PX 1500i RT2U', partNumber: '5PX1500iRT', assetType: 'ups', uHeight: 2, maxWatts: 1350 },
  {
    model: '5PX 3000i RT2U',
    partNumber: '5PX3000iRT2U',
    assetType: 'ups',
    uHeight: 2,
    isFullDepth: true,
    maxWatts: 2700,
  },
  {
    model: '9PX 3000i RT2U',
    partNumber: '9PX3000IRT2U',
    assetType: 'ups',
    uHeight: 2,
    isFullDepth: true,
    maxWatts: 3000,
  },
]);
