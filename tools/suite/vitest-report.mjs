import { relative } from 'node:path';
import { tail } from '../workspace/run.mjs';

const WORDS_PER_FAILURE = 25;
const MOST_FAILURES = 20;
/** Files named as slow: the first few, when they take longer than a moment. */
const MOST_SLOW = 6;
const MOMENT_MS = 20_000;

/**
 * Reads a JSON report of Vitest: { passed, failed, skipped: names, words, notes }; notes say where the time went.
 * Whatever ends badly without a failed test (a file that cannot load, an unhandled error, no test at all) counts as one.
 */
export function readReport(text, { code, output, root }) {
  if (text === undefined) return failure(['The suite did not run.', ...tail(output, 40)]);
  const { testResults = [] } = JSON.parse(text);
  const tests = testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, file: relative(root, file.name) })),
  );
  const failed = tests.filter(({ status }) => status === 'failed');
  const broken = testResults.filter((file) => file.status === 'failed' && file.message && !hasFailure(file));
  const words = [
    ...failed.slice(0, MOST_FAILURES).flatMap(describeTest),
    ...(failed.length > MOST_FAILURES ? [`... and ${failed.length - MOST_FAILURES} more failures`] : []),
    ...broken.flatMap((file) => [`FAILED  ${relative(root, file.name)}`, ...shorten(file.message)]),
  ];
  const counted = {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.length + broken.length,
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map(nameOf),
    words,
    notes: slowest(testResults, root),
  };
  if (tests.length === 0 && counted.failed === 0) return failure(['The suite has no tests.', ...tail(output, 20)]);
  if (code !== 0 && counted.failed === 0)
    return { ...counted, failed: 1, words: ['Errors outside of tests:', ...tail(output, 40)] };
  return counted;
}

function slowest(files, root) {
  const slow = files
    .map(({ name, startTime, endTime }) => ({ name: relative(root, name), ms: endTime - startTime }))
    .filter(({ ms }) => ms > MOMENT_MS)
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, MOST_SLOW);
  return slow.length ? [`slowest: ${slow.map(({ name, ms }) => `${name} ${Math.round(ms / 1000)} s`).join(', ')}`] : [];
}

const failure = (words) => ({ passed: 0, failed: 1, skipped: [], words });
const hasFailure = (file) => file.assertionResults.some(({ status }) => status === 'failed');
const nameOf = ({ file, fullName }) => `${file}: ${fullName}`;
const describeTest = (test) => [`FAILED  ${nameOf(test)}`, ...test.failureMessages.flatMap(shorten)];
const shorten = (message) =>
  message
    .split('\n')
    .slice(0, WORDS_PER_FAILURE)
    .map((line) => `    ${line.slice(0, 300)}`);
