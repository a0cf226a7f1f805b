/** A page that is written from the code or the data that it describes; a test compares the two. */
export interface GeneratedPage {
  /** From the root folder: `docs/cli.md`. */
  readonly path: string;
  /** The whole page. Markdown says on its first line what wrote it. */
  readonly generate: () => string | Promise<string>;
}
