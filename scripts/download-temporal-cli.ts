import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand } from './run-command.ts';

const INFO_TIMEOUT_MS = 15_000;
const ARCHIVE_TIMEOUT_MS = 300_000;
const UNPACK_TIMEOUT_MS = 60_000;

const infoSchema = z.looseObject({
  archiveUrl: z.url({ protocol: /^https$/ }),
  fileToExtract: z.string().regex(/^[\w.-]+$/),
});

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' };
const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Address that tells where the archive of this platform lies. Source: the SDK's own downloader (sdk-core, ephemeral_server). */
export function toDownloadUrl(version: string, platform: NodeJS.Platform, arch: NodeJS.Architecture): string {
  const query = { platform: PLATFORMS[platform], arch: ARCHITECTURES[arch] };
  if (!query.platform || !query.arch) throw new Error(`no Temporal CLI is offered for ${platform} ${arch}`);
  return `https://temporal.download/cli/v${version}?${new URLSearchParams({ arch: query.arch, platform: query.platform })}`;
}

/** Downloads the official Temporal CLI into `folder` and returns the executable's path. Throws: no network, refused, not an archive. */
export async function downloadTemporalCli(version: string, folder: string): Promise<string> {
  const url = toDownloadUrl(version, process.platform, process.arch);
  const answer = await fetch(url, { signal: AbortSignal.timeout(INFO_TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`temporal.download answered ${answer.status}`);
  const info = infoSchema.parse(await answer.json());
  const archive = join(folder, 'archive.tar.gz');
  const body = await fetch(info.archiveUrl, { signal: AbortSignal.timeout(ARCHIVE_TIMEOUT_MS) });
  if (!body.ok) throw new Error(`${info.archiveUrl} answered ${body.status}`);
  await writeFile(archive, Buffer.from(await body.arrayBuffer()));
  const unpacked = await runCommand('tar', ['-xzf', archive, '-C', folder, info.fileToExtract], {
    timeoutMs: UNPACK_TIMEOUT_MS,
  });
  if (!unpacked.ok) throw new Error(`the archive could not be unpacked: ${unpacked.output.trim()}`);
  return join(folder, info.fileToExtract);
}
