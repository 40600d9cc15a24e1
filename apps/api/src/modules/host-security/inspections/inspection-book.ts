import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { Repositories, Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import type { Report } from '../reports/report';
import { InspectionEntity } from './inspection.entity';
import { countsOf, sightedIn } from './sighted';
import { WeaknessWriter } from './weakness-writer';

/** Keeps what a source said, with an event each. What could not look changes nothing that was known. */
@Injectable()
export class InspectionBook {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly writer: WeaknessWriter,
    private readonly events: EventRecorder,
  ) {}

  /** Needs a unit of work. */
  async note(report: Report, by: 'worker' | 'person'): Promise<InspectionEntity> {
    const id = uuid7();
    // Whoever brings another report about the same waits here until this one is written.
    await this.sql.house(
      `INSERT INTO inspected (source, subject, inspection_id) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE inspection_id = VALUES(inspection_id)`,
      [report.source, report.subject, id],
    );
    const { sighted, problem } = sightedIn(report);
    const at = new Date();
    const difference = problem ? { appeared: 0, vanished: 0 } : await this.writer.write(report, sighted, at);
    const { source, subject, packages, updates, knownAt } = report;
    const facts = { source, subject, packages, updates, knownAt, problem, takenAt: at };
    const draft = { id, ...facts, ...countsOf(sighted), ...difference };
    const inspection = await this.repositories.house(InspectionEntity).create(draft);
    this.tell(inspection, by);
    return inspection;
  }

  private tell({ id, subject, problem, source, ...facts }: InspectionEntity, by: string): void {
    const { critical, high, medium, low, unrated, appeared, vanished, packages, updates } = facts;
    const counts = { critical, high, medium, low, unrated, appeared, vanished, packages, updates };
    this.events.record({
      action: 'inspection.created',
      category: 'security',
      outcome: problem ? 'failure' : 'success',
      target: { type: 'inspection', id, label: subject },
      details: problem ? { source, by, problem } : { source, by, ...counts },
    });
  }
}
