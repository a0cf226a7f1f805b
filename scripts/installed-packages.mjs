/** Entries that npm leaves out where they do not apply: other platforms' binaries, peers that nobody needs. */
const mayBeAbsent = (entry) => Boolean(entry.optional || entry.devOptional || entry.peer);

/**
 * Says why node_modules does not fit package-lock.json.
 *
 * `installed` is npm's own record of what it installed (node_modules/.package-lock.json), written last: after an interrupted install it is missing.
 * Absent when: they fit (`undefined`).
 */
export function whyInstall(lock, installed) {
  if (!installed) return 'node_modules is missing or incomplete';
  for (const [folder, wanted] of Object.entries(lock.packages)) {
    if (folder === '') continue;
    const found = installed.packages[folder];
    if (!found && !mayBeAbsent(wanted)) return `${folder} is not installed`;
    if (found && found.version !== wanted.version)
      return `${folder} is ${found.version}, package-lock.json wants ${wanted.version}`;
  }
  return undefined;
}

/** True when `version` ("20.11.1", "v24.1.0") is at least `major`.`minor`. */
export function isAtLeast(version, major, minor = 0) {
  const [foundMajor = 0, foundMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

/** PATH without node_modules/.bin folders: npm replaces the Node that lies there while it would be running on it. */
export function withoutLocalBin(path, delimiter) {
  return path
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/](\.bin|@npmcli)/.test(folder))
    .join(delimiter);
}
