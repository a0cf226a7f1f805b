import { createServer } from 'node:http';
import { join } from 'node:path';
import { MockoonServer } from '@mockoon/commons-server';
import { createBrokerParty } from './broker/broker-party.ts';
import { openEntryFile } from './broker/entry-file.ts';
import { createOrderBook } from './broker/order-book.ts';
import { createControlParty } from './faults/control-party.ts';
import { createFaultGate } from './faults/fault-gate.ts';
import { createFaultList } from './faults/fault-list.ts';
import { createPartiesServer } from './http/create-parties-server.ts';
import { refuseUnreadablePath } from './http/refuse-unreadable-path.ts';
import { close, listen } from './listen.ts';
import { loadEnvironment } from './load-environment.ts';
import { createMarketParty } from './market/market-party.ts';
import { createModelParty } from './model/model-party.ts';

interface StandInsOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** Takes what a person should read: damage found, errors. */
  readonly report: (line: string) => void;
}

export interface StandIns {
  /** Base URL of all parties. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts all stand-ins behind one address: fault gate → Mockoon's environment → (what it has no answer for) the parties' server. */
export async function startStandIns({ port, dataFolder, report }: StandInsOptions): Promise<StandIns> {
  const faults = createFaultList();
  const file = openEntryFile(join(dataFolder, 'mockoon', 'broker.jsonl'), report);
  const now = (): Date => new Date();
  const parties = createPartiesServer(
    new Map([
      ['market', createMarketParty()],
      ['broker', createBrokerParty(createOrderBook(file, now))],
      ['v1', createModelParty(now)],
      ['control', createControlParty(faults)],
    ]),
    (error) => report(error instanceof Error ? `parties: ${error.stack}` : String(error)),
  );
  const mockoon = createMockoon(await listen(parties, 0), report);
  const gate = createFaultGate(mockoon.createRequestListener(), faults);
  const server = createServer(refuseUnreadablePath(gate));
  const stop = async (): Promise<void> => {
    await Promise.all([close(server), close(parties)]);
    file.close();
  };
  try {
    return { url: await listen(server, port), close: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Mockoon without its listener, its admin API and its console log: only the requests and what goes wrong with them. */
function createMockoon(partiesUrl: string, report: (line: string) => void): MockoonServer {
  const mockoon = new MockoonServer(loadEnvironment(partiesUrl), {
    enableAdminApi: false,
    // 0 would keep all of them.
    maxTransactionLogs: 1,
    maxRequestBodySize: 2_000_000,
  });
  mockoon.on('error', (code, error) => {
    // The parties' server answers a body that is not JSON, and says what is wrong with it.
    if (code !== 'REQUEST_BODY_PARSE') report(`Mockoon: ${code} ${error?.message ?? ''}`.trim());
  });
  return mockoon;
}
