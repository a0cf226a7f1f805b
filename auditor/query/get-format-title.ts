import { toFormatTitle } from '../history/formats/all-formats.ts';

/** What the form of an imported file is called in texts, of its name in `Run.format`: `canonical-json` is `Temporal JSON`. */
export function getFormatTitle(format: string): string {
  return toFormatTitle(format);
}
