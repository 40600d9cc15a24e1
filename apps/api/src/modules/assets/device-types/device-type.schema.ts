import { z } from 'zod';

const text = z.string().min(1).max(255);
const note = z
  .string()
  .max(20_000)
  .nullish()
  .transform((value) => value ?? '');
const label = z
  .string()
  .max(255)
  .nullish()
  .transform((value) => value ?? '');
const flag = (byDefault: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? byDefault);
const oneOf = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z
    .enum(codes)
    .nullish()
    .transform((v) => v ?? null);
const watts = z
  .number()
  .int()
  .min(0)
  .max(1_000_000)
  .nullish()
  .transform((value) => value ?? null);
const position = z.number().int().min(1).max(1024);
const color = z
  .string()
  .regex(/^[0-9a-f]{6}$/i)
  .nullish()
  .transform((value) => value?.toLowerCase() ?? null);
const titled = { name: text, label, description: note };

const plainPort = z.object({ ...titled, type: text });
const bay = z.object({ ...titled, position: label });
const networkInterface = z.object({
  ...titled,
  type: text,
  mgmt_only: flag(false),
  enabled: flag(true),
  poe_mode: oneOf(['pd', 'pse']),
  poe_type: label,
  rf_role: oneOf(['ap', 'station']),
  bridge: label,
});
const powerPort = z.object({ ...titled, type: label, maximum_draw: watts, allocated_draw: watts });
const powerOutlet = z.object({ ...titled, type: label, power_port: label, feed_leg: oneOf(['A', 'B', 'C']) });
const frontPort = z.object({
  ...titled,
  type: text,
  // The newest library keeps the pairing in `port-mappings`, so the port itself may stay silent.
  rear_port: label,
  rear_port_position: position.nullish().transform((value) => value ?? 1),
  color,
});
const rearPort = z.object({ ...titled, type: text, positions: position.nullish().transform((v) => v ?? 1), color });
const portMapping = z.object({
  front_port: text,
  front_port_position: position.nullish().transform((value) => value ?? 1),
  rear_port: text,
  rear_port_position: position.nullish().transform((value) => value ?? 1),
});
const inventoryItem = z.object({ ...titled, manufacturer: label, part_id: label });

/** The lists of a device file: key in the file and the shape of one entry. */
export const COMPONENT_SHAPES = {
  'console-ports': plainPort.extend({ type: label }),
  'console-server-ports': plainPort.extend({ type: label }),
  'power-ports': powerPort,
  'power-outlets': powerOutlet,
  interfaces: networkInterface,
  'front-ports': frontPort,
  'rear-ports': rearPort,
  'port-mappings': portMapping,
  'module-bays': bay,
  'device-bays': plainPort.omit({ type: true }),
  'inventory-items': inventoryItem,
} as const;
export type ComponentList = keyof typeof COMPONENT_SHAPES;

export const AIRFLOWS = [
  'front-to-rear',
  'rear-to-front',
  'left-to-right',
  'right-to-left',
  'side-to-rear',
  'rear-to-side',
  'bottom-to-top',
  'top-to-bottom',
  'passive',
  'mixed',
] as const;

/** The fields of a device file beside its lists. */
export const DEVICE_SHAPE = z.object({
  manufacturer: z.string().trim().min(1).max(120),
  model: z.string().trim().min(1).max(120),
  slug: label,
  part_number: label,
  u_height: z
    .number()
    .min(0)
    .max(100)
    .multipleOf(0.5)
    .nullish()
    .transform((value) => value ?? 1),
  is_full_depth: flag(true),
  subdevice_role: oneOf(['parent', 'child']),
  airflow: oneOf(AIRFLOWS),
  weight: z
    .number()
    .min(0)
    .max(100_000)
    .nullish()
    .transform((value) => value ?? null),
  weight_unit: oneOf(['kg', 'g', 'lb', 'oz']),
  is_powered: flag(true),
  front_image: flag(false),
  rear_image: flag(false),
  description: note,
  comments: note,
});

/** Fields whose text must survive as written: an unquoted `08` is a name, not the number eight. */
export const TEXT_KEYS: ReadonlySet<string> = new Set([
  'manufacturer',
  'model',
  'slug',
  'part_number',
  'part_id',
  'name',
  'label',
  'position',
  'front_port',
  'rear_port',
  'power_port',
  'bridge',
  'type',
  'poe_type',
  'color',
  'description',
  'comments',
]);

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** The same properties with the file's snake_case names turned into ours. */
export type CamelKeys<T> = { [K in keyof T & string as CamelCase<K>]: T[K] };

/** One entry of a list; `extra` holds keys we do not know, and is absent when there are none. */
export type Component<L extends ComponentList> = CamelKeys<z.output<(typeof COMPONENT_SHAPES)[L]>> & {
  extra?: Record<string, unknown>;
};

/** One device of a library with defaults filled in; watts, rack units, and weight in its own unit. */
export type DeviceType = CamelKeys<z.output<typeof DEVICE_SHAPE>> & {
  consolePorts: Component<'console-ports'>[];
  consoleServerPorts: Component<'console-server-ports'>[];
  powerPorts: Component<'power-ports'>[];
  powerOutlets: Component<'power-outlets'>[];
  interfaces: Component<'interfaces'>[];
  frontPorts: Component<'front-ports'>[];
  rearPorts: Component<'rear-ports'>[];
  moduleBays: Component<'module-bays'>[];
  deviceBays: Component<'device-bays'>[];
  inventoryItems: Component<'inventory-items'>[];
  extra: Record<string, unknown>;
};

/** What is wrong and where: `pointer` is a JSON pointer into the file's content, empty for the file itself. */
export type DeviceTypeProblem = { pointer: string; code: string; detail: string };
