/** Records how agent frameworks for Python look in a history: `PYTHON=… node main.ts [story…]`, with a Python that has requirements.txt. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDevServer } from '../../../../auditor/sync/_scripted/dev-server.ts';
import { writeFrameworkRecording } from '../../write-framework-recording.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const STORIES = [
  {
    name: 'openai-agents-py-tools',
    story: 'openai_agents_story',
    description: 'OpenAI Agents for Python: a tool that is an activity, then one inside the workflow.',
    packages: ['temporalio-openai-agents 1.1.0', 'openai-agents 0.22.3'],
  },
  {
    name: 'openai-agents-py-handoff',
    story: 'openai_agents_handoff_story',
    description:
      'Streamed: Triage hands over to Trader, which asks Checker, an agent as its tool, and answers.',
    packages: ['temporalio-openai-agents 1.1.0', 'openai-agents 0.22.3'],
  },
  {
    name: 'pydantic-ai-tool',
    story: 'pydantic_ai_story',
    description: 'Pydantic AI: a tool that runs as an activity of its tool set.',
    packages: ['pydantic-ai-slim 2.68.0', 'temporalio 1.35.0'],
  },
  {
    name: 'google-adk-tool',
    story: 'google_adk_story',
    description: 'Google ADK: a tool inside the workflow.',
    packages: ['temporalio-google-adk 0.0.1', 'google-adk 2.13.0'],
  },
  {
    name: 'google-genai-tools',
    story: 'google_genai_story',
    description:
      'Google GenAI: a tool that is an activity, one inside the workflow, then an answer in pieces.',
    packages: ['temporalio-google-genai 0.1.0', 'google-genai 2.34.0'],
  },
  {
    name: 'deepagents-subagent',
    story: 'deepagents_story',
    description: 'Deep Agents: a tool that is an activity, then a task for a sub-agent.',
    packages: ['temporalio-deepagents 0.0.3', 'deepagents 0.7.32'],
  },
  {
    name: 'strands-py-tool',
    story: 'strands_story',
    description: 'Strands for Python: a tool inside the workflow, and an answer in pieces.',
    packages: ['temporalio-strands-agents 0.1.0', 'strands-agents 1.62.0'],
  },
  {
    name: 'langgraph-node',
    story: 'langgraph_story',
    description: 'LangGraph: a node that asks a model, as an activity.',
    packages: ['temporalio-langgraph 0.1.0', 'langgraph 1.2.22'],
  },
];

const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tickscope-record-'));
const temporal = await createDevServer(folder);
await temporal.start();
try {
  for (const { story, ...about } of STORIES.filter(
    ({ name }) => named.length === 0 || named.includes(name),
  )) {
    const env = { ...process.env, TEMPORAL_ADDRESS: temporal.address };
    const python = process.env.PYTHON ?? 'python3';
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const printed = execFileSync(python, ['run_story.py', story], { cwd: HERE, env, stdio: [...stdio] });
    const program = `replay-fixtures/programs/frameworks/python/${story}.py`;
    const run = { ...about, program, workflowId: about.name, runId: printed.toString().trim() };
    console.error(`recorded ${about.name}: ${await writeFrameworkRecording(temporal.address, run)} events`);
  }
} finally {
  await temporal.stop();
  rmSync(folder, { recursive: true, force: true });
}
