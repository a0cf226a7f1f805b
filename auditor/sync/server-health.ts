/** Says once that the server is lost and once that it is back, however many calls notice it. */
export type ServerHealth = {
  readonly lost: (error: Error) => void;
  readonly answered: () => void;
};

/** @param say receives one line of text */
export function createServerHealth(say: (line: string) => void): ServerHealth {
  let isLost = false;
  return {
    lost: (error) => {
      if (!isLost) say(`${error.message} Trying again every few seconds.`);
      isLost = true;
    },
    answered: () => {
      if (isLost) say('Temporal answers again.');
      isLost = false;
    },
  };
}
