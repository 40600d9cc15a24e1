import { madeBy } from './catalogue.types';

const LAN = ['LAN 1000base-t'];
const FAST = ['LAN 100base-tx'];
const PHONE = ['internet 1000base-t pd', 'pc 1000base-t'];
const CAMERA = ['eth0 100base-tx pd'];

export const PRINTER_MODELS = [
  ...madeBy('Brother', [
    { model: 'HL-L6400DW', assetType: 'printer', ports: LAN },
    { model: 'MFC-L2750DW', assetType: 'printer', ports: FAST },
    { model: 'MFC-L8900CDW', assetType: 'printer', ports: LAN },
    { model: 'QL-820NWB', assetType: 'label_printer', ports: FAST },
  ]),
  ...madeBy('HP', [
    { model: 'LaserJet Pro M404dn', partNumber: 'W1A53A', assetType: 'printer', ports: LAN },
    { model: 'LaserJet Enterprise M507dn', partNumber: '1PV87A', assetType: 'printer', ports: LAN },
    { model: 'Color LaserJet Pro MFP M479fdw', partNumber: 'W1A80A', assetType: 'printer', ports: LAN },
    { model: 'DesignJet T630 24-in', partNumber: '5HB09A', assetType: 'plotter', ports: FAST },
  ]),
  ...madeBy('Canon', [
    { model: 'i-SENSYS MF453dw', assetType: 'printer', ports: LAN },
    { model: 'imageRUNNER ADVANCE DX C3826i', assetType: 'copier', ports: LAN },
    { model: 'imageFORMULA DR-C230', assetType: 'scanner' },
  ]),
  ...madeBy('Kyocera', [
    { model: 'ECOSYS P3145dn', assetType: 'printer', ports: LAN },
    { model: 'ECOSYS M2640idw', assetType: 'printer', ports: LAN },
    { model: 'TASKalfa 2554ci', assetType: 'copier', ports: LAN },
  ]),
  ...madeBy('Zebra', [{ model: 'ZD421', assetType: 'label_printer' }]),
];

export const PHONE_MODELS = [
  ...madeBy('Yealink', [
    {
      model: 'SIP-T31P',
      partNumber: 'SIP-T31P',
      assetType: 'phone',
      ports: ['internet 100base-tx pd', 'pc 100base-tx'],
    },
    { model: 'SIP-T33G', partNumber: 'SIP-T33G', assetType: 'phone', ports: PHONE },
    { model: 'SIP-T43U', partNumber: 'SIP-T43U', assetType: 'phone', ports: PHONE },
    { model: 'SIP-T46U', partNumber: 'SIP-T46U', assetType: 'phone', ports: PHONE },
    { model: 'SIP-T54W', partNumber: 'SIP-T54W', assetType: 'phone', ports: PHONE },
    { model: 'CP960', assetType: 'conference_phone' },
    { model: 'MeetingBar A20', assetType: 'video_conferencing' },
  ]),
  ...madeBy('Poly', [
    { model: 'VVX 250', assetType: 'phone', ports: PHONE },
    { model: 'VVX 450', assetType: 'phone', ports: PHONE },
    { model: 'CCX 500', assetType: 'phone', ports: PHONE },
    { model: 'Trio 8500', assetType: 'conference_phone' },
    { model: 'Studio X30', assetType: 'video_conferencing', ports: LAN },
  ]),
  ...madeBy('Grandstream', [
    { model: 'HT802', assetType: 'voip_gateway', ports: FAST },
    { model: 'UCM6302', assetType: 'pbx' },
  ]),
];

export const CAMERA_MODELS = [
  ...madeBy('Axis', [
    { model: 'M3065-V', assetType: 'security_camera', ports: CAMERA },
    { model: 'P1375', assetType: 'security_camera', ports: CAMERA },
    { model: 'P3245-LV', assetType: 'security_camera', ports: CAMERA },
    { model: 'A1601', assetType: 'door_controller', ports: CAMERA },
  ]),
  ...madeBy('Hikvision', [
    { model: 'DS-2CD2143G2-I', partNumber: 'DS-2CD2143G2-I', assetType: 'security_camera', ports: CAMERA },
    { model: 'DS-2CD2387G2-LU', partNumber: 'DS-2CD2387G2-LU', assetType: 'security_camera', ports: CAMERA },
    {
      model: 'DS-7608NI-K2/8P',
      partNumber: 'DS-7608NI-K2/8P',
      assetType: 'nvr',
      ports: ['LAN 1000base-t', 'camera{1-8} 100base-tx pse'],
    },
    {
      model: 'DS-7616NI-I2/16P',
      partNumber: 'DS-7616NI-I2/16P',
      assetType: 'nvr',
      ports: ['LAN 1000base-t', 'camera{1-16} 100base-tx pse'],
    },
  ]),
];
