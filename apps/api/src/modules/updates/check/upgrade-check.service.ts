import { Injectable } from '@nestjs/common';
import { basename, join } from 'node:path';
import type { Manifest } from '../../../../../../deploy/updater/bundle.mjs';
import { objections } from '../../../../../../deploy/updater/judge.mjs';
import { describeTree } from '../../../../../../deploy/updater/tree.mjs';
import { BundleShelf } from '../shelf/bundle-shelf.service';
import { newNotes, type Note } from '../shelf/changelog';
import { runningRelease, type RunningRelease } from '../shelf/running-release';
import { blocker, Obstacles, warning, type Obstacle } from './obstacles.service';
import { PendingSteps, secondsOf, type PendingStep } from './pending-steps.service';
import { WayBack } from './way-back.service';

/** Everything to know before a release takes the place of this one. */
export interface UpgradeReport {
  file: string;
  sha256: string;
  version: string;
  number: number;
  from: string;
  ready: boolean;
  notes: Note[];
  steps: PendingStep[];
  seconds: number;
  obstacles: Obstacle[];
}

/** What the installer lays and the updater does not. */
const BY_INSTALLER = ['fail2ban', 'logrotate', 'mariadb', 'nginx', 'sysctl', 'ufw'];

/** Looks at a bundle and at this installation, and says what would happen and what stands in the way. */
@Injectable()
export class UpgradeCheck {
  constructor(
    private readonly shelf: BundleShelf,
    private readonly steps: PendingSteps,
    private readonly obstacles: Obstacles,
    private readonly back: WayBack,
  ) {}

  /** Throws Refused where nothing the file says can be believed. */
  async of(path: string): Promise<UpgradeReport> {
    const { manifest, sha256 } = await this.shelf.open(path);
    const { version, number } = manifest;
    const here = { ...runningRelease(), schema: await this.steps.taken() };
    const steps = await this.steps.of(manifest);
    const found = [
      ...objections(here, manifest).map(({ says }) => blocker('release', says)),
      ...(await this.obstacles.look({ bytes: manifest.bytes, packed: manifest.archive.bytes })),
      await this.back.look(steps, here),
      ...byInstaller(here, manifest),
    ];
    return {
      ...{ file: basename(path), sha256, version, number, from: here.version },
      ready: found.every(({ state }) => state !== 'blocker'),
      notes: newNotes(manifest.changelog, here.changelog),
      ...{ steps, seconds: secondsOf(steps), obstacles: found },
    };
  }

  /** The same for a bundle in the inbox. */
  ofShelved(file: string): Promise<UpgradeReport> {
    return this.of(this.shelf.placeOf(file));
  }
}

function byInstaller({ folder }: RunningRelease, { files }: Manifest): Obstacle[] {
  const changed = BY_INSTALLER.filter((name) => {
    const inside = Object.entries(files).filter(([path]) => path.startsWith(`deploy/${name}/`));
    const here = describeTree(join(folder, 'deploy', name));
    return inside.some(([path, { sha256 }]) => here[path.slice(`deploy/${name}/`.length)]?.sha256 !== sha256);
  });
  if (changed.length === 0) return [];
  return [
    warning('installer', `Run deploy/install.sh of the new release afterwards: it changes ${changed.join(', ')}.`),
  ];
}
