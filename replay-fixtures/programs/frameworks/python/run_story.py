"""Runs one story on the server at TEMPORAL_ADDRESS and prints its run id: `python run_story.py pydantic_ai_story`."""

import asyncio
import importlib
import os
import sys

from temporalio.client import Client
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

QUESTION = "Shall I buy NVDA?"


async def main(story) -> None:
    client = await Client.connect(os.environ["TEMPORAL_ADDRESS"], identity="fixture", plugins=[story.PLUGIN])
    worker = Worker(
        client,
        task_queue=story.NAME,
        workflows=[story.WORKFLOW],
        activities=story.ACTIVITIES,
        workflow_runner=UnsandboxedWorkflowRunner(),
        identity="fixture",
        build_id="fixture",
    )
    async with worker:
        handle = await client.start_workflow(
            story.WORKFLOW.run, QUESTION, id=story.NAME, task_queue=story.NAME
        )
        print(await handle.result(), file=sys.stderr)
        print(handle.first_execution_run_id)


asyncio.run(main(importlib.import_module(sys.argv[1])))
