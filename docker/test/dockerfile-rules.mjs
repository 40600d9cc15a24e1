import { argumentsOf, instructionsOf, stagesOf } from './dockerfile.mjs';

const SECRET_NAME = /(?:PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|(?:^|_)KEY)/i;
const A_PLACE = /_(?:DIR|FILE)$/;

/** Whatever a stage has of its own and from the stages below it. */
const lineage = ({ parents, instructions }) => [...parents.flatMap((stage) => stage.instructions), ...instructions];
const last = (stage, word) => lineage(stage).findLast((instruction) => instruction.word === word);

/** A rule takes { text, stages, targets, script(name) } and answers what is wrong, one sentence each. */
const RULES = {
  'base-pinned': ({ text, stages }) => {
    const known = argumentsOf(text);
    const real = (from) => from.replace(/^\$\{(\w+)\}$/, (_whole, name) => known[name] ?? '');
    return stages
      .filter(({ from }) => !stages.some(({ name }) => name === from))
      .filter(({ from }) => !/(?::(?!latest)[\w.-]*\d[\w.-]*(?:@|$)|@sha256:[0-9a-f]{64}$)/.test(real(from)))
      .map(({ from }) => `${from} is not pinned to a version or digest.`);
  },
  'runs-unprivileged': ({ targets }) =>
    targets
      .filter((stage) => !/^[1-9]\d{3,}(?::[1-9]\d{3,})?$/.test(last(stage, 'USER')?.text ?? ''))
      .map(({ name }) => `${name} does not end as a numbered user other than root.`),
  'has-health-check': ({ targets }) =>
    targets.filter((stage) => !last(stage, 'HEALTHCHECK')).map(({ name }) => `${name} has no HEALTHCHECK.`),
  'exec-form': ({ text }) =>
    instructionsOf(text)
      .filter(({ word }) => ['CMD', 'ENTRYPOINT', 'RUN', 'HEALTHCHECK'].includes(word))
      .filter(({ text: after, words }) => !words && !/CMD \[".*"\]$/.test(after))
      .map(({ word, line }) => `${word} in line ${line} is not written in the exec form.`),
  'apt-tidy': ({ stages, script }) =>
    stages
      .flatMap(({ instructions }) => instructions.filter(({ word }) => word === 'RUN'))
      .map((step) => ({ step, does: step.words ? `${step.words.join(' ')}\n${script(step.words)}` : step.text }))
      .filter(({ does }) => /apt(?:-get)? .*install/.test(does))
      .filter(
        ({ does }) =>
          !/--no-install-recommends/.test(does) ||
          !/ -y/.test(does) ||
          !/rm -rf [^\n]*\/var\/lib\/apt\/lists/.test(does),
      )
      .map(({ step }) => `Line ${step.line} installs with apt and not tidily.`),
  'no-add': ({ text }) =>
    instructionsOf(text)
      .filter(({ word }) => word === 'ADD')
      .map(({ line }) => `ADD in line ${line}: it unpacks and downloads; use COPY.`),
  'copies-have-owners': ({ targets }) =>
    targets
      .flatMap(lineage)
      .filter(({ word, flags }) => word === 'COPY' && !flags.some((flag) => flag.startsWith('--chown=')))
      .map(({ line }) => `COPY in line ${line} says nothing about the owner.`),
  'copies-known-stages': ({ text, stages }) =>
    instructionsOf(text).flatMap(({ word, flags, line }) => {
      const from = flags.find((flag) => flag.startsWith('--from='))?.slice(7);
      if (word !== 'COPY' || !from || stages.some(({ name }) => name === from)) return [];
      return [`COPY in line ${line} is from ${from}, which is no stage.`];
    }),
  'no-secrets': ({ text }) =>
    instructionsOf(text)
      .filter(({ word }) => ['ENV', 'ARG'].includes(word))
      .flatMap(({ text: pairs, line }) => [...pairs.matchAll(/(\w+)(?:=|$)/g)].map(([, name]) => ({ name, line })))
      .filter(({ name }) => SECRET_NAME.test(name) && !A_PLACE.test(name))
      .map(({ name, line }) => `${name} in line ${line} would stay in the image for everybody.`),
  'no-shell-tricks': ({ text, script, stages }) =>
    [text, ...stages.flatMap(({ instructions }) => instructions.map(({ words }) => (words ? script(words) : '')))]
      .filter((words) => /\bsudo\b|chmod [0-7]*777|(?:curl|wget)[^\n]*\|\s*(?:ba)?sh|\beval\b/.test(words))
      .map(() => 'A step uses sudo, opens a file to everybody, evaluates text, or runs what it downloads.'),
  'ports-unprivileged': ({ text }) =>
    instructionsOf(text)
      .filter(
        ({ word, text: ports }) =>
          word === 'EXPOSE' && ports.split(/\s+/).some((port) => Number.parseInt(port, 10) < 1024),
      )
      .map(({ line }) => `Line ${line} exposes a port only root may open.`),
  'folders-absolute': ({ text }) =>
    instructionsOf(text)
      .filter(({ word, text: folder }) => word === 'WORKDIR' && !folder.startsWith('/'))
      .map(({ line }) => `WORKDIR in line ${line} is relative.`),
};

/** Names of the rules. */
export const DOCKERFILE_RULES = Object.keys(RULES);

/** What is wrong with a Dockerfile: [{ rule, says }]. `targets` are the stages that become images. */
export function dockerfileFindings(text, { targets, script = () => '' }) {
  const stages = stagesOf(text);
  const wanted = targets.map((target) => stages.find(({ name }) => name === target));
  const missing = targets
    .filter((_name, at) => !wanted[at])
    .map((name) => ({ rule: 'targets', says: `There is no ${name}.` }));
  const given = { text, stages, targets: wanted.filter(Boolean), script };
  return [
    ...missing,
    ...Object.entries(RULES).flatMap(([rule, check]) => check(given).map((says) => ({ rule, says }))),
  ];
}
