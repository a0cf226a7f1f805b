import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What must stand in no recording: names of this machine and user, and their folders. Whole words: a machine may be called `vm`. */
export function toPrivateTexts(): readonly RegExp[] {
  const words = [hostname(), ...(userInfo().username === 'root' ? [] : [userInfo().username])];
  const folders = [ROOT, homedir(), tmpdir(), '/home/', '/root/', '/Users/', 'file:///'];
  const toPattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [
    ...words.map((word) => new RegExp(`(?<![A-Za-z0-9+/=])${toPattern(word)}(?![A-Za-z0-9+/=])`)),
    ...folders.map((path) => new RegExp(toPattern(path))),
  ];
}
