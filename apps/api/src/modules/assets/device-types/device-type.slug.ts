/** Lower-case a-z, 0-9 and dashes; `+` becomes "plus", so that DS920 and DS920+ stay two devices. */
export function deviceTypeSlug(manufacturer: string, model: string): string {
  const words = model.toLowerCase().startsWith(`${manufacturer.toLowerCase()} `) ? model : `${manufacturer} ${model}`;
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('+', '-plus-')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Two files with the same key describe the same device: MariaDB compares names without case, so do we. */
export function deviceTypeKey(device: { manufacturer: string; model: string }): string {
  return JSON.stringify([device.manufacturer.trim().toLowerCase(), device.model.trim().toLowerCase()]);
}
