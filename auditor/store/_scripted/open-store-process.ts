import { openStore } from '../open-store.ts';

// A process of its own that opens an index, and migrates it where it is old: the folder is its one argument.
openStore(process.argv[2] ?? '').close();
