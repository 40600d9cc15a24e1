import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import type { FastifyRequest } from 'fastify';
import { Invalid } from '../../../platform/errors';
import { readUpload } from '../../../platform/http';
import { InspectionBook } from '../inspections/inspection-book';
import { InspectionDto } from '../inspections/inspection.dto';
import { ReportProblem, line, type Report } from '../reports/report';
import { readReports } from '../reports/report.reader';
import type { ReportResultDto } from './host-security.dto';

/** Reports of projects with thousands of packages are a few megabytes long. */
export const MOST_REPORT_BYTES = 16 * 1024 * 1024;
const MOST_NAME = 200;

/** Reports that somebody brings: of Snyk, of npm, of another machine. All projects of a file are kept, or none. */
@Injectable()
export class ReportIntake {
  constructor(private readonly book: InspectionBook) {}

  async take(request: FastifyRequest): Promise<ReportResultDto> {
    const { content, fields } = await readUpload(request, MOST_REPORT_BYTES);
    const reports = understood(content.toString('utf8'), line(fields['name'], MOST_NAME));
    const inspections: InspectionDto[] = [];
    for (const report of reports)
      inspections.push(present(InspectionDto, { ...(await this.book.note(report, 'person')), can: {} }));
    return { inspections };
  }
}

function understood(text: string, named: string | null): Report[] {
  try {
    return readReports(text, named);
  } catch (error) {
    if (error instanceof ReportProblem) throw Invalid.field('/file', 'unreadable', error.message);
    throw error;
  }
}
