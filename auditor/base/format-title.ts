/** Titles of the forms that histories are read in, by name; the forms' own, as a test in history/formats has it. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['ui-page', 'dump of a Web UI page'],
  ['ui-raw', "Web UI's raw history"],
  ['http-api-shorthand', "answer of the server's HTTP API with shorthand payloads"],
  ['ui-readable', "Web UI's readable download"],
  ['shorthand', 'history with shorthand payloads'],
  ['snake-case', 'history with snake_case keys'],
  ['http-api', "answer of the server's HTTP API"],
  ['json-lines', 'one event per line'],
  ['canonical-json', 'Temporal JSON'],
  ['event-list', 'bare list of events'],
  ['sdk-dump', "dump of an SDK's history object"],
  ['binary', 'binary history'],
  ['cloud-export', 'Temporal Cloud export'],
]);

/** What a form is called in texts, of its name in `Run.format`: `canonical-json` is `Temporal JSON`. An unknown one is called by its name. */
export function toFormatTitle(name: string): string {
  return TITLES.get(name) ?? name;
}
