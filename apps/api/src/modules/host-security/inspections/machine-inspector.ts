import { Injectable } from '@nestjs/common';
import { hostname } from 'node:os';
import { InjectSettings, type Settings } from '../../../platform/config';
import { MachinePrograms } from '../programs/machine-programs';
import type { Ended } from '../programs/program';
import { aptSightings, readApt } from '../reports/apt.reader';
import { DNF_WAITING, dnfSightings, readCheckUpdate, readDnf, readRpm } from '../reports/dnf.reader';
import { readDpkgStatus } from '../reports/dpkg.reader';
import { unknown, type Report } from '../reports/report';

const APT = ['-qq', 'list', '--upgradable'];
// From what the machine fetched itself (-C): an inspection asks nobody.
const DNF = ['-C', 'updateinfo', 'list'];
const DNF_UPDATES = ['-C', 'check-update'];
const RPM = ['-qa', '--qf', '%{NAME}\\t%{ARCH}\\t%{EPOCH}:%{VERSION}-%{RELEASE}\\n'];

/** Asks the package programs of the machine this process runs on. */
@Injectable()
export class MachineInspector {
  private readonly machine: string;

  constructor(
    @InjectSettings() settings: Settings,
    private readonly programs: MachinePrograms,
  ) {
    this.machine = settings.NODE_NAME ?? hostname();
  }

  /** One report for each package program there is. */
  async reports(signal?: AbortSignal): Promise<Report[]> {
    const reports: Report[] = [];
    if (this.programs.has('apt')) reports.push(await this.apt(signal));
    if (this.programs.has('dnf')) reports.push(await this.dnf(signal));
    return reports;
  }

  private async apt(signal?: AbortSignal): Promise<Report> {
    const fail = (why: string): Report => unknown('apt', this.machine, why);
    const knownAt = await this.programs.securityListsAt();
    if (!knownAt) return fail('There are no lists of a security archive on this machine: apt-get update fetches them.');
    const ended = await this.programs.run('apt', APT, signal);
    // With -qq an answer without a line is the answer that no update waits.
    const updates = ended.out.trim() === '' ? [] : readApt(ended.out);
    if (ended.how !== 'exit' || ended.code !== 0 || !updates) return fail(problemOf('apt', ended));
    const installed = readDpkgStatus(await this.programs.installedText().catch(() => ''));
    if (installed.size === 0) return fail('The list of installed packages cannot be read.');
    const common = { source: 'apt', subject: this.machine, knownAt, problem: null } as const;
    return { ...common, packages: installed.size, updates: updates.length, sightings: aptSightings(updates) };
  }

  private async dnf(signal?: AbortSignal): Promise<Report> {
    const fail = (why: string): Report => unknown('dnf', this.machine, why);
    const knownAt = await this.programs.dnfCacheAt();
    if (!knownAt) return fail('There are no package lists on this machine: dnf makecache fetches them.');
    const ended = await this.programs.run('dnf', DNF, signal);
    const notices = ended.out.trim() === '' ? [] : readDnf(ended.out);
    if (ended.how !== 'exit' || ended.code !== 0 || !notices) return fail(problemOf('dnf', ended));
    const waiting = await this.programs.run('dnf', DNF_UPDATES, signal);
    const updates = readCheckUpdate(waiting);
    if (updates === undefined) return fail(problemOf('dnf', waiting));
    if (updates > 0 && notices.length === 0)
      return fail('Updates wait, and no repository says which of them are for security.');
    const installed = readRpm((await this.programs.run('rpm', RPM, signal)).out);
    if (installed.size === 0) return fail('The list of installed packages cannot be read.');
    const common = { source: 'dnf', subject: this.machine, knownAt, problem: null } as const;
    const sightings = dnfSightings(notices, installed);
    return { ...common, packages: installed.size, updates, sightings };
  }
}

/** Why a program gave no answer that counts. */
export function problemOf(program: string, { how, code, err }: Ended): string {
  if (how === 'missing') return `${program} could not be started.`;
  if (how === 'too_slow') return `${program} took too long and was ended.`;
  if (how === 'too_much') return `${program} answered more than is read, and was ended.`;
  if (how === 'stopped') return `${program} was stopped.`;
  const said = err.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  return code === 0 || (program === 'dnf' && code === DNF_WAITING)
    ? `${program} answered something that is not understood.`
    : `${program} ended with ${code}. ${said}`;
}
