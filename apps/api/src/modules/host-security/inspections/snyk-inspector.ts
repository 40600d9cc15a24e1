import { Injectable } from '@nestjs/common';
import type { Ended } from '../programs/program';
import { SnykProgram } from '../programs/snyk-program';
import { PRODUCT, ReportProblem, unknown, type Report } from '../reports/report';
import { isSnyk, readSnyk } from '../reports/snyk.reader';
import { problemOf } from './machine-inspector';

/** What the worker lets Snyk look at, under one name, whatever the project calls itself. */
/** As Snyk documents them: nothing found, something found, failed, nothing to look at. */
const FOUND_NOTHING = 0;
const FOUND_SOMETHING = 1;
const NOTHING_TO_LOOK_AT = 3;

/** Lets Snyk look where an operator gave it a token. */
@Injectable()
export class SnykInspector {
  constructor(private readonly program: SnykProgram) {}

  /** One report, or none where Snyk is not wanted. */
  async reports(signal?: AbortSignal): Promise<Report[]> {
    if (!this.program.wanted) return [];
    return [reportOf(await this.program.test(signal))];
  }
}

/** What Snyk said counts only where it fits how it ended. */
function reportOf(ended: Ended): Report {
  const fail = (why: string): Report => unknown('snyk', PRODUCT, why);
  if (ended.how !== 'exit') return fail(problemOf('Snyk', ended));
  if (ended.code === NOTHING_TO_LOOK_AT) return fail('Snyk found no packages in this folder.');
  const report = readOut(ended.out);
  if (ended.code !== FOUND_NOTHING && ended.code !== FOUND_SOMETHING)
    return fail(report?.problem ?? problemOf('Snyk', ended));
  if (!report) return fail('Snyk answered something that is not understood.');
  if (report.problem) return fail(report.problem);
  if (ended.code === FOUND_SOMETHING && report.sightings.length === 0)
    return fail('Snyk says that it found something, and does not say what.');
  return { ...report, subject: PRODUCT };
}

function readOut(text: string): Report | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return isSnyk(document) ? readSnyk(document, PRODUCT)[0] : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ReportProblem) return undefined;
    throw error;
  }
}
