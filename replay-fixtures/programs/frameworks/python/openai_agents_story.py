"""A model asks for a tool that is an activity and for one inside the workflow, then answers."""

from datetime import timedelta
import json

from agents import Agent, Runner, function_tool
from openai.types.responses import ResponseFunctionToolCall
from temporalio import activity, workflow
from temporalio.openai_agents import ModelActivityParameters, OpenAIAgentsPlugin
from temporalio.openai_agents.testing import ResponseBuilders, TestModel, TestModelProvider
from temporalio.openai_agents.workflow import activity_as_tool

NAME = "openai-agents-py-tools"


@activity.defn
async def get_price(symbol: str) -> str:
    """Price of a symbol."""
    return json.dumps({"symbol": symbol, "price": 101.5})


@function_tool
async def get_limit() -> int:
    """Largest quantity of one order."""
    return 20


@workflow.defn(name="pythonTrader")
class PythonTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        agent = Agent(
            name="trader",
            instructions="You trade with care.",
            tools=[
                activity_as_tool(get_price, start_to_close_timeout=timedelta(seconds=10)),
                get_limit,
            ],
        )
        result = await Runner.run(agent, question)
        return result.final_output


def call(name: str, call_id: str, arguments: str):
    return ResponseBuilders.model_response(
        ResponseFunctionToolCall(name=name, call_id=call_id, arguments=arguments, type="function_call")
    )


MODEL = TestModel.returning_responses(
    [
        call("get_price", "call-1", '{"symbol":"NVDA"}'),
        call("get_limit", "call-2", "{}"),
        ResponseBuilders.output_message("BUY 10 NVDA at 101.5: the limit is 20."),
    ]
)

PLUGIN = OpenAIAgentsPlugin(
    model_params=ModelActivityParameters(start_to_close_timeout=timedelta(seconds=10)),
    model_provider=TestModelProvider(MODEL),
)
WORKFLOW = PythonTrader
ACTIVITIES = [get_price]
