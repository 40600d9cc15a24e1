import type { DeviceTypeProblem } from './device-type.schema';

/** Collects what is wrong with one file: errors refuse it, warnings travel along with the device. */
export class DeviceTypeNotes {
  readonly errors: DeviceTypeProblem[] = [];
  readonly warnings: DeviceTypeProblem[] = [];

  refuse(pointer: string, code: string, detail: string): void {
    this.errors.push({ pointer, code, detail });
  }

  warn(pointer: string, code: string, detail: string): void {
    this.warnings.push({ pointer, code, detail });
  }
}

/** One step of a JSON pointer (RFC 6901). */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
