/** The instructions of a Dockerfile: [{ word, flags, words, text, line }]; lines that continue are joined, comments left out. */
export function instructionsOf(text) {
  const found = [];
  let open = '';
  text.split('\n').forEach((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return;
    open += line.replace(/\\\s*$/, ' ');
    if (/\\\s*$/.test(line)) return;
    found.push({ ...parsed(open.trim()), line: index + 1 });
    open = '';
  });
  return found;
}

function parsed(line) {
  const [word, ...rest] = line.split(/\s+/);
  const flags = rest.filter(
    (each, at) => each.startsWith('--') && rest.slice(0, at + 1).every((one) => one.startsWith('--')),
  );
  const text = rest.slice(flags.length).join(' ');
  return { word: word.toUpperCase(), flags, text, words: wordsOf(text) };
}

/** The words of the exec form, or undefined for the shell's. */
function wordsOf(text) {
  if (!text.startsWith('[')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The stages in order: [{ name, from, instructions, parents }]; `parents` are the stages it stands on. */
export function stagesOf(text) {
  const stages = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.word === 'FROM') {
      const [from, , name = String(stages.length)] = instruction.text.split(/\s+/);
      stages.push({ name, from, instructions: [], parents: parentsOf(from, stages), line: instruction.line });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function parentsOf(from, stages) {
  const parent = stages.find(({ name }) => name === from);
  return parent ? [...parent.parents, parent] : [];
}

/** What stands before the first FROM: { name: default }. */
export function argumentsOf(text) {
  const before = text.slice(0, /^FROM /m.exec(text)?.index);
  return Object.fromEntries(
    instructionsOf(before)
      .filter(({ word }) => word === 'ARG')
      .map(({ text: argument }) => argument.split('=')),
  );
}
