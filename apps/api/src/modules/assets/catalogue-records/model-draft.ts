import { expandPorts, type CatalogueModel } from '../catalogue';
import { deviceTypeSlug, type DeviceType } from '../device-types';
import type { ModelEntity, ModelPort } from './model.entity';

/** A model with its maker by name, before either is stored. */
export type ModelDraft = { manufacturer: string } & Pick<
  ModelEntity,
  'name' | 'partNumber' | 'slug' | 'uHeight' | 'fullDepth' | 'maxWatts' | 'ports' | 'source' | 'notes'
> &
  Partial<Pick<ModelEntity, 'type'>>;

/** A model of our own catalogue. */
export function draftOfCatalogue(model: CatalogueModel): ModelDraft {
  const ports = expandPorts(model).map((port) => ({ list: 'interfaces', ...port }));
  return {
    manufacturer: model.manufacturer,
    name: model.model,
    partNumber: model.partNumber,
    slug: deviceTypeSlug(model.manufacturer, model.model),
    type: model.assetType,
    uHeight: model.uHeight,
    fullDepth: model.isFullDepth,
    maxWatts: model.maxWatts,
    ports: ports.length > 0 ? ports : null,
    source: 'catalogue',
    notes: null,
  };
}

const PORT_LISTS = [
  'interfaces',
  'powerPorts',
  'powerOutlets',
  'consolePorts',
  'consoleServerPorts',
  'frontPorts',
  'rearPorts',
  'moduleBays',
  'deviceBays',
] as const;

/** A device file of a library; such files do not say what kind of asset the device is. */
export function draftOfDevice(device: DeviceType): ModelDraft {
  const ports = PORT_LISTS.flatMap((list) => device[list].map((port) => portOf(list, port)));
  const watts = device.powerPorts.map((port) => port.maximumDraw ?? 0);
  return {
    manufacturer: device.manufacturer,
    name: device.model,
    partNumber: device.partNumber || null,
    slug: device.slug,
    uHeight: device.uHeight,
    fullDepth: device.isFullDepth,
    // Redundant supplies each state the whole draw.
    maxWatts: Math.max(0, ...watts) || null,
    ports: ports.length > 0 ? ports : null,
    source: 'library',
    notes: [device.description, device.comments].filter(Boolean).join('\n\n') || null,
  };
}

function portOf(list: string, port: { name: string; type?: string; poeMode?: string | null; mgmtOnly?: boolean }) {
  const { name, type = '', poeMode, mgmtOnly } = port;
  return { list, name, type, ...(poeMode ? { poeMode } : {}), ...(mgmtOnly ? { mgmtOnly } : {}) } satisfies ModelPort;
}
