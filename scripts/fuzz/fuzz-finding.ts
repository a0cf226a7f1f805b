/** Something that must not happen; `message` says what. */
export class FuzzFinding extends Error {}
