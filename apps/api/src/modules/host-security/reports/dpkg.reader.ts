/** Versions of what is installed, by `name:architecture`, from the text of `/var/lib/dpkg/status`. */
export function readDpkgStatus(text: string): Map<string, string> {
  const installed = new Map<string, string>();
  for (const paragraph of text.split(/\n{2,}/)) {
    const { Package: name, Status: status, Version: version, Architecture: architecture } = fieldsOf(paragraph);
    // "deinstall ok config-files" left nothing behind that could be attacked.
    if (name && version && status?.endsWith(' installed')) installed.set(`${name}:${architecture ?? 'all'}`, version);
  }
  return installed;
}

/** The fields of one line each; what goes on in further lines (Description, Conffiles) is not asked for. */
function fieldsOf(paragraph: string): Record<string, string | undefined> {
  const pairs = paragraph.split('\n').flatMap((row) => {
    const [, name, value] = /^([A-Za-z-]+): (.*)$/.exec(row) ?? [];
    return name && value !== undefined ? [[name, value.trim()] as const] : [];
  });
  return Object.fromEntries(pairs);
}
