import { describe, expect, it } from 'vitest';
import { summarise, wantedStages } from './run-suite.mjs';
import { readReport } from './vitest-report.mjs';

const test = (status, fullName = status) => ({
  status,
  fullName,
  failureMessages: status === 'failed' ? ['expected 1'] : [],
});
const report = (...files) => JSON.stringify({ testResults: files });
const file = (assertionResults, more = {}) => ({
  name: '/repo/a.spec.ts',
  status: 'passed',
  assertionResults,
  ...more,
});
const read = (text, code = 0) => readReport(text, { code, output: 'last words', root: '/repo' });

describe('reading the report of a suite', () => {
  it('counts what passed, failed and was skipped, and says which', () => {
    const result = read(report(file([test('passed'), test('failed', 'keeps its word'), test('pending', 'later')])), 1);
    expect(result).toMatchObject({ passed: 1, failed: 1, skipped: ['a.spec.ts: later'] });
    expect(result.words[0]).toBe('FAILED  a.spec.ts: keeps its word');
  });

  it('counts a file that cannot load as one failure', () => {
    const broken = file([], { status: 'failed', message: 'SyntaxError' });
    expect(read(report(file([test('passed')]), broken), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts an error outside of every test', () => {
    expect(read(report(file([test('passed')])), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('names the files that took long, the longest first', () => {
    const lasting = (name, seconds) =>
      file([test('passed')], { name: `/repo/${name}`, startTime: 5, endTime: 5 + seconds * 1000 });
    const { notes } = read(report(lasting('quick.ts', 3), lasting('slow.ts', 31.2), lasting('slowest.ts', 90)));
    expect(notes).toEqual(['slowest: slowest.ts 90 s, slow.ts 31 s']);
    expect(read(report(lasting('quick.ts', 3))).notes).toEqual([]);
  });

  it('fails without a report and without a test', () => {
    expect(read(undefined, 0).failed).toBe(1);
    expect(read(report(), 0).failed).toBe(1);
  });
});

describe('the sums of all stages', () => {
  const lines = (results) => {
    const printed = [];
    const code = summarise(results, (line) => printed.push(line));
    return { code, last: printed.at(-1).trim(), all: printed.join('\n') };
  };
  const stage = (name, passed, failed, skipped = []) => ({ name, passed, failed, skipped });

  it('are one last line, with the skipped tests named above', () => {
    const { code, last, all } = lines([stage('lint', 2, 0), stage('unit', 10, 0, ['a: later'])]);
    expect({ code, last }).toEqual({ code: 0, last: '12 passed, 0 failed' });
    expect(all).toContain('1 skipped:\n  a: later');
  });

  it('fail for one failure, and for a stage that checked nothing', () => {
    expect(lines([stage('lint', 2, 0), stage('unit', 10, 1)])).toMatchObject({ code: 1, last: '12 passed, 1 failed' });
    expect(lines([stage('lint', 2, 0), stage('unit', 0, 0)])).toMatchObject({ code: 1, last: '2 passed, 1 failed' });
  });

  it('cover the stages asked for, in their order', () => {
    expect(wantedStages(['--only', 'unit,lint'], ['lint', 'types', 'unit'])).toEqual(['lint', 'unit']);
    expect(() => wantedStages(['--only', 'units'], ['unit'])).toThrow('the stage "units"');
  });
});
