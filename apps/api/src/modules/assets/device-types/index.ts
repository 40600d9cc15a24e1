export { readLibrary, type LibraryFile, type LibraryReading } from './device-type.library';
export { readDeviceType, type DeviceTypeReading } from './device-type.reader';
export type { Component, DeviceType, DeviceTypeProblem } from './device-type.schema';
export { deviceTypeKey, deviceTypeSlug } from './device-type.slug';
export { readLibraryFolder } from './library.folder';
export { LibraryRefused, type LibraryLimits, type LibraryRefusalCode } from './library.limits';
export { readLibraryZip } from './library.zip';
