"""A streamed run: Triage hands over to Trader, which asks Checker, an agent as its tool, and answers."""

from datetime import timedelta

from agents import Agent, Model, Runner
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseFunctionToolCall,
    ResponseOutputItem,
    ResponseTextDeltaEvent,
    ResponseUsage,
)
from openai.types.responses.response_usage import InputTokensDetails, OutputTokensDetails
from temporalio import workflow
from temporalio.contrib.workflow_streams import WorkflowStream
from temporalio.openai_agents import ModelActivityParameters, OpenAIAgentsPlugin
from temporalio.openai_agents.testing import ResponseBuilders, TestModelProvider

NAME = "openai-agents-py-handoff"


@workflow.defn(name="pythonDesk")
class PythonDesk:
    @workflow.init
    def __init__(self, question: str) -> None:
        self.stream = WorkflowStream()

    @workflow.run
    async def run(self, question: str) -> str:
        checker = Agent(name="Checker", instructions="You check orders.")
        trader = Agent(
            name="Trader",
            instructions="You trade with care.",
            tools=[checker.as_tool(tool_name="check_order", tool_description="Checks an order.")],
        )
        triage = Agent(name="Triage", instructions="You hand over.", handoffs=[trader])
        result = Runner.run_streamed(triage, question)
        async for _event in result.stream_events():
            pass
        return result.final_output


def call(name: str, call_id: str, arguments: str) -> ResponseOutputItem:
    return ResponseFunctionToolCall(name=name, call_id=call_id, arguments=arguments, type="function_call")


STREAMED = iter(
    [
        call("transfer_to_trader", "call-1", "{}"),
        call("check_order", "call-2", '{"input":"May we buy 10 NVDA?"}'),
        ResponseBuilders.response_output_message("BUY 10 NVDA at 101.5."),
    ]
)


class ScriptedModel(Model):
    async def get_response(self, *_args, **_kwargs):
        return ResponseBuilders.output_message("Yes: the limit is 20.")

    async def stream_response(self, *_args, **_kwargs):
        item = next(STREAMED)
        if item.type == "message":
            yield ResponseTextDeltaEvent(
                type="response.output_text.delta",
                **{"delta": "BUY 10 NVDA", "item_id": "item-1", "logprobs": []},
                **{"content_index": 0, "output_index": 0, "sequence_number": 0},
            )
        usage = ResponseUsage(
            input_tokens=40,
            input_tokens_details=InputTokensDetails(cached_tokens=10, cache_write_tokens=0),
            output_tokens=9,
            output_tokens_details=OutputTokensDetails(reasoning_tokens=2),
            total_tokens=49,
        )
        response = Response(
            **{"id": "response-1", "created_at": 0, "model": "scripted-1", "object": "response"},
            **{"output": [item], "usage": usage, "status": "completed"},
            **{"parallel_tool_calls": False, "tool_choice": "auto", "tools": []},
        )
        yield ResponseCompletedEvent(type="response.completed", response=response, sequence_number=1)


PLUGIN = OpenAIAgentsPlugin(
    model_params=ModelActivityParameters(
        start_to_close_timeout=timedelta(seconds=10), streaming_topic="answers"
    ),
    model_provider=TestModelProvider(ScriptedModel()),
)
WORKFLOW = PythonDesk
ACTIVITIES = []
