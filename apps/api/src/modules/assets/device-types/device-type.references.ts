import type { DeviceTypeNotes } from './device-type.notes';
import type { Component, DeviceType } from './device-type.schema';

type FrontPort = Component<'front-ports'>;
type PortMapping = Component<'port-mappings'>;

/** Fills in `rearPort` of front ports from the newest library's separate list; a port's own word wins. */
export function applyPortMappings(ports: FrontPort[], mappings: readonly PortMapping[], notes: DeviceTypeNotes): void {
  mappings.forEach((mapping, i) => {
    const port = ports.find((candidate) => candidate.name === mapping.frontPort);
    if (!port) {
      notes.warn(
        `/port-mappings/${i}/front_port`,
        'reference.dangling',
        `There is no front port "${mapping.frontPort}".`,
      );
    } else if (port.rearPort === '') {
      port.rearPort = mapping.rearPort;
      port.rearPortPosition = mapping.rearPortPosition;
    }
  });
}

/** Warns about references that lead nowhere and clears them, so that nothing is ever cabled to a ghost. */
export function checkReferences(device: DeviceType, notes: DeviceTypeNotes): void {
  checkOutlets(device, notes);
  checkFrontPorts(device, notes);
  if (device.subdeviceRole === 'child' && device.uHeight !== 0) {
    notes.warn('/u_height', 'height.child', 'A device that sits inside another one should be 0 U high.');
  }
  if ((device.weight === null) !== (device.weightUnit === null)) {
    notes.warn('/weight', 'weight.incomplete', 'A weight needs its unit and the other way round.');
  }
}

function checkOutlets(device: DeviceType, notes: DeviceTypeNotes): void {
  const sources = new Set(device.powerPorts.map((port) => port.name));
  device.powerOutlets.forEach((outlet, i) => {
    if (outlet.powerPort === '' || sources.has(outlet.powerPort)) return;
    notes.warn(`/power-outlets/${i}/power_port`, 'reference.dangling', `There is no power port "${outlet.powerPort}".`);
    outlet.powerPort = '';
  });
}

function checkFrontPorts(device: DeviceType, notes: DeviceTypeNotes): void {
  const positions = new Map(device.rearPorts.map((port) => [port.name, port.positions]));
  const taken = new Set<string>();
  device.frontPorts.forEach((port, i) => {
    if (port.rearPort === '') return;
    const fault = faultOf(port, positions, taken);
    taken.add(placeOf(port));
    if (!fault) return;
    notes.warn(`/front-ports/${i}/rear_port`, ...fault);
    port.rearPort = '';
  });
}

type Fault = [code: string, detail: string];

function faultOf(port: FrontPort, positions: ReadonlyMap<string, number>, taken: ReadonlySet<string>): Fault | null {
  const available = positions.get(port.rearPort);
  if (available === undefined) return ['reference.dangling', `There is no rear port "${port.rearPort}".`];
  if (port.rearPortPosition > available) {
    return ['reference.position', `Rear port "${port.rearPort}" has no position ${port.rearPortPosition}.`];
  }
  if (!taken.has(placeOf(port))) return null;
  return ['reference.taken', `Rear port "${port.rearPort}" position ${port.rearPortPosition} is already taken.`];
}

function placeOf(port: FrontPort): string {
  return JSON.stringify([port.rearPort, port.rearPortPosition]);
}
