/** Addresses of the pages. Workflow ids are any text, slashes too: every part is encoded. */

type RunPlace = { readonly workflowId: string; readonly runId: string };

const encode = encodeURIComponent;

export const toLivePath = (workflowId: string): string => `/live/${encode(workflowId)}`;

export const toRunPath = ({ workflowId, runId }: RunPlace): string =>
  `/runs/${encode(workflowId)}/${encode(runId)}`;

export const toTickPath = (place: RunPlace, tick: number): string => `${toRunPath(place)}/ticks/${tick}`;

export const toEventPath = (place: RunPlace, eventId: number, pointer?: string): string =>
  `${toRunPath(place)}/events/${eventId}${pointer ? `?pointer=${encode(pointer)}#pointed-at` : ''}`;

export const toHistoryPath = (place: RunPlace): string => toTwinPath(`${toRunPath(place)}/history`);

/** The JSON twin of a page. */
export const toTwinPath = (path: string): string => `/api/audit${path}`;

/** Where an action on a running agent is sent. */
export const toActionPath = (workflowId: string, action: string): string =>
  `/api/agent/${encode(workflowId)}/${action}`;
