import type { CatalogueModel } from './catalogue.types';
import { CISCO_MODELS, MERAKI_MODELS } from './cisco.models';
import {
  APPLE_MODELS,
  DELL_MODELS,
  HP_MODELS,
  LENOVO_MODELS,
  MICROSOFT_MODELS,
  SUPERMICRO_MODELS,
} from './computer.models';
import {
  FORTINET_MODELS,
  JUNIPER_MODELS,
  PALO_ALTO_MODELS,
  SONICWALL_MODELS,
  SOPHOS_MODELS,
  WATCHGUARD_MODELS,
} from './firewall.models';
import { ARUBA_MODELS, HPE_MODELS } from './hpe.models';
import { CAMERA_MODELS, PHONE_MODELS, PRINTER_MODELS } from './office.models';
import { MIKROTIK_MODELS, NETGEAR_MODELS, TPLINK_MODELS, UBIQUITI_MODELS, ZYXEL_MODELS } from './small-network.models';
import { APC_MODELS, EATON_MODELS, QNAP_MODELS, SYNOLOGY_MODELS } from './storage-power.models';

export { expandPorts, type CatalogueModel, type CataloguePort } from './catalogue.types';

/** The models a new installation starts with, so the first asset need not wait for a library import. */
export const CATALOGUE: readonly CatalogueModel[] = [
  ...CISCO_MODELS,
  ...MERAKI_MODELS,
  ...HPE_MODELS,
  ...ARUBA_MODELS,
  ...DELL_MODELS,
  ...LENOVO_MODELS,
  ...HP_MODELS,
  ...APPLE_MODELS,
  ...MICROSOFT_MODELS,
  ...SUPERMICRO_MODELS,
  ...UBIQUITI_MODELS,
  ...MIKROTIK_MODELS,
  ...TPLINK_MODELS,
  ...NETGEAR_MODELS,
  ...ZYXEL_MODELS,
  ...FORTINET_MODELS,
  ...JUNIPER_MODELS,
  ...SONICWALL_MODELS,
  ...SOPHOS_MODELS,
  ...WATCHGUARD_MODELS,
  ...PALO_ALTO_MODELS,
  ...SYNOLOGY_MODELS,
  ...QNAP_MODELS,
  ...APC_MODELS,
  ...EATON_MODELS,
  ...PRINTER_MODELS,
  ...PHONE_MODELS,
  ...CAMERA_MODELS,
];
