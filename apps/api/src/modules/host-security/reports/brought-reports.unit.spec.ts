import { describe, expect, it } from 'vitest';
import { MOST_SIGHTINGS, ReportProblem, type Report } from './report';
import { readReports } from './report.reader';
import { aLicence, aProject, aVulnerability, anExcuse } from './snyk.fixture';
import { sightedIn } from '../inspections/sighted';

const read = (document: unknown, named: string | null = null): Report[] => readReports(JSON.stringify(document), named);

describe('a report of Snyk', () => {
  it('about one project names each package with its severity, version, fix and CVE, and no folder of anybody', () => {
    const [report] = read(aProject([aVulnerability()]));
    expect(report).toMatchObject({ source: 'snyk', subject: 'shop (package-lock.json)', packages: 212, problem: null });
    expect(report?.sightings).toEqual([
      {
        kind: 'vulnerability',
        severity: 'high',
        package: 'tarfoo',
        version: '4.4.1',
        fixedIn: '4.4.16, 6.1.7',
        reference: 'CVE-2021-32804',
        title: 'Arbitrary File Overwrite',
        url: 'https://security.snyk.io/vuln/SNYK-JS-TARFOO-1536528',
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('secret-folder');
  });

  it('counts what several ways lead to once, and two versions of a package twice', () => {
    const ways = [aVulnerability(), aVulnerability({ from: ['shop@1.0.0', 'tarfoo@4.4.1'] })];
    const [report] = read(aProject([...ways, aVulnerability({ version: '6.0.0' })]));
    expect(sightedIn(report!).sighted.map(({ version }) => version)).toEqual(['4.4.1', '6.0.0']);
  });

  it('tells licences from vulnerabilities', () => {
    const [report] = read(aProject([aVulnerability(), aLicence()]));
    expect(report?.sightings.map(({ kind, severity, fixedIn }) => [kind, severity, fixedIn])).toEqual([
      ['vulnerability', 'high', '4.4.16, 6.1.7'],
      ['licence', 'medium', null],
    ]);
  });

  it('about several projects is one report for each, and those it could not look at are unknown', () => {
    const reports = read([
      aProject([aVulnerability()]),
      aProject([], { displayTargetFile: 'api/pom.xml', projectName: 'shop-api', packageManager: 'maven' }),
      anExcuse(),
    ]);
    expect(reports.map(({ subject, sightings, problem }) => [subject, sightings.length, problem])).toEqual([
      ['shop (package-lock.json)', 1, null],
      ['shop-api (api/pom.xml)', 0, null],
      ['Project without a name', 0, expect.stringContaining('Missing node_modules')],
    ]);
  });

  it('keeps together what has one name, and is unknown when a part of it is', () => {
    const [both] = read([aProject([aVulnerability()]), aProject([aLicence()])]);
    expect(both).toMatchObject({ packages: 424, sightings: [{}, {}] });
    const [half] = read([
      aProject([aVulnerability()]),
      { ...anExcuse('No.'), ...{ projectName: 'shop' }, displayTargetFile: 'package-lock.json' },
    ]);
    expect(sightedIn(half!)).toEqual({ sighted: [], problem: 'No.' });
  });

  it('is not taken for clean when it says that something is wrong and not what', () => {
    const [report] = read(aProject([], { ok: false }));
    expect(report?.problem).toContain('does not say why');
  });

  it('keeps text in one line, and follows no address but of the web', () => {
    const [report] = read(
      aProject([aVulnerability({ title: 'A\u0000B\n\u202Eevil', url: 'javascript:alert(1)', severity: 'odd' })]),
    );
    expect(report?.sightings[0]).toMatchObject({
      title: 'A B evil',
      severity: 'unrated',
      url: 'https://security.snyk.io/vuln/SNYK-JS-TARFOO-1536528',
    });
  });

  it('survives whatever stands where something else was expected', () => {
    for (const odd of [null, 7, 'text', [], {}, true])
      for (const field of [
        'id',
        'title',
        'severity',
        'packageName',
        'version',
        'fixedIn',
        'identifiers',
        'url',
        'semver',
      ])
        expect(read(aProject([aVulnerability({ [field]: odd })]))).toHaveLength(1);
    expect(read(aProject([null, 7, aVulnerability()] as never))[0]?.sightings).toHaveLength(1);
  });

  it('about code or infrastructure is refused with words, and so are broken and foreign documents', () => {
    for (const foreign of [
      { runs: [], version: '2.1.0' },
      { ok: true, infrastructureAsCodeIssues: [] },
    ])
      expect(() => read(foreign)).toThrow('code or infrastructure');
    expect(() => readReports(JSON.stringify(aProject([aVulnerability()])).slice(0, -9), null)).toThrow(
      'broken or cut off',
    );
    for (const foreign of [[], [1], {}, { vulnerabilities: [] }, [aProject([]), {}]])
      expect(() => read(foreign)).toThrow(ReportProblem);
    expect(() => read(Array.from({ length: 201 }, () => aProject([])))).toThrow('more than 200 projects');
  });

  it('says nothing when it says too much', () => {
    const many = Array.from({ length: MOST_SIGHTINGS + 1 }, (_, n) => aVulnerability({ packageName: `p${n}` }));
    expect(sightedIn(read(aProject(many))[0]!)).toMatchObject({
      sighted: [],
      problem: expect.stringContaining('5000'),
    });
  });
});

describe('a report of npm', () => {
  const audit = {
    auditReportVersion: 2,
    vulnerabilities: {
      tarfoo: {
        ...{ name: 'tarfoo', severity: 'high', isDirect: false, range: '<4.4.16', nodes: ['node_modules/tarfoo'] },
        via: [
          {
            ...{ source: 1085, name: 'tarfoo', dependency: 'tarfoo', title: 'Arbitrary File Overwrite' },
            ...{ url: 'https://github.com/advisories/GHSA-3jfq-g458-7qm9', severity: 'moderate', range: '<4.4.16' },
          },
        ],
        fixAvailable: { name: 'tarfoo', version: '4.4.19', isSemVerMajor: false },
      },
      builder: { name: 'builder', severity: 'high', via: ['tarfoo'], range: '<2.1.0', fixAvailable: true },
    },
    metadata: { vulnerabilities: { total: 2 }, dependencies: { prod: 180, dev: 700, total: 880 } },
  };

  it('names each advisory once, at the package it is about', () => {
    expect(read(audit, 'portal')).toMatchObject([{ source: 'npm', subject: 'portal', packages: 180 }]);
    expect(read(audit, 'portal')[0]?.sightings).toMatchObject([
      {
        package: 'tarfoo',
        severity: 'medium',
        fixedIn: '4.4.19',
        version: '<4.4.16',
        reference: 'GHSA-3jfq-g458-7qm9',
      },
    ]);
  });

  it('is taken for nobody’s project: without a name it is refused', () => {
    expect(() => read(audit)).toThrow('Name it: ClientSt0r, or the project');
  });

  it('is refused when npm could not ask', () => {
    expect(() => read({ error: { code: 'ENOAUDIT', summary: 'no registry' } }, 'portal')).toThrow(
      'could not ask its registry',
    );
    expect(() => read({ auditReportVersion: 2 }, 'portal')).toThrow('could not ask its registry');
  });
});
