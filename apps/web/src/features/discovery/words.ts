import { messages } from '@st0r/ui';

/** The words of addresses and menus; in the first load, so only these. */
export const word = messages({
  discovery: 'Discovery',
  scan: 'Scan',
  firstScan: 'Upload a network scan',
  firstScanHelp: 'An nmap file becomes a list of assets you accept.',
});
