import { describe, expect, it } from 'vitest';
import { guessType } from './index';
import { openPorts } from './scan.builders.fixture';

describe('guessing what a device is', () => {
  it.each([
    [[22], 'server'],
    [[3389], 'server'],
    [[5900], 'server'],
    [[22, 161], 'switch'],
    [[23], 'switch'],
    [[830], 'switch'],
    [[179], 'router'],
    [[9100, 23, 161], 'printer'],
    [[515], 'printer'],
    [[631], 'printer'],
    [[22, 631], 'server'],
    [[5060], 'phone'],
    [[554], 'security_camera'],
    [[8000], 'security_camera'],
    [[80, 443], 'other'],
    [[], 'other'],
  ])('from open ports %j: %s', (ports, type) => {
    expect(guessType({ ports: openPorts(...ports) })).toBe(type);
  });

  it.each([
    ['sw1.bakery.internal', 'switch'],
    ['ap-lobby', 'wireless_ap'],
    ['gw', 'firewall'],
    ['laptop-sven.bakery.internal', 'workstation'],
    ['swift.example', 'server'],
    ['apollo', 'server'],
  ])('believes what somebody called it: %s is a %s', (hostname, type) => {
    expect(guessType({ hostnames: [hostname], ports: openPorts(22) })).toBe(type);
  });

  it('counts only open ports', () => {
    expect(guessType({ ports: [{ protocol: 'tcp', port: 9100, state: 'closed' }] })).toBe('other');
  });

  it.each([
    ['router', 'router'],
    ['WAP', 'wireless_ap'],
    ['webcam', 'security_camera'],
    ['VoIP phone', 'phone'],
    ['storage-misc', 'nas'],
  ])('believes the operating system when it says %s', (type, asset) => {
    expect(guessType({ os: { name: 'x', accuracy: 95, type }, ports: openPorts(22) })).toBe(asset);
    expect(guessType({ os: { name: 'x', accuracy: 60, type }, ports: openPorts(22) })).toBe('server');
  });

  it('tells a Windows server from a workstation, and a Linux server with SNMP from a switch', () => {
    const os = (name: string, family: string) => ({ name, family, accuracy: 97, type: 'general purpose' });
    expect(guessType({ os: os('Microsoft Windows Server 2019', 'Windows'), ports: openPorts(3389) })).toBe('server');
    expect(guessType({ os: os('Microsoft Windows 10 1909', 'Windows'), ports: openPorts(3389) })).toBe('workstation');
    expect(guessType({ os: os('Microsoft Windows 11', 'Windows'), ports: [] })).toBe('workstation');
    expect(guessType({ os: os('Linux 5.4', 'Linux'), ports: openPorts(22, 161) })).toBe('server');
  });

  it('knows makers of one kind of device', () => {
    expect(guessType({ vendor: 'Synology Incorporated', ports: [] })).toBe('nas');
    expect(guessType({ vendor: 'Brother industries', ports: [] })).toBe('printer');
    expect(guessType({ vendor: 'VMware', ports: [] })).toBe('other');
  });
});
