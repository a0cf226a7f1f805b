/** Name of the index inside a data folder. */
export const INDEX_FILE = 'tickscope.db';
