import type { HistoryServer } from '../../history/connect.ts';

/** The same server, noting of which workflows a history is asked. */
export function countCalls(real: HistoryServer, asked: string[]): HistoryServer {
  const service = real.connection.workflowService;
  const noting: typeof service.getWorkflowExecutionHistory = Object.assign(
    (request: Parameters<typeof service.getWorkflowExecutionHistory>[0]) => {
      asked.push(request.execution?.workflowId ?? '');
      return service.getWorkflowExecutionHistory(request);
    },
  );
  const workflowService = Object.create(service, { getWorkflowExecutionHistory: { value: noting } });
  const connection = Object.create(real.connection, { workflowService: { value: workflowService } });
  return { ...real, connection };
}
