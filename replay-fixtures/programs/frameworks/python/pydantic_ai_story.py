"""An agent of Pydantic AI asks for a tool, which runs as an activity, and answers."""

from pydantic_ai import Agent
from pydantic_ai.durable_exec.temporal import PydanticAIPlugin, TemporalAgent
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel
from pydantic_ai.usage import RequestUsage
from temporalio import workflow

NAME = "pydantic-ai-tool"


def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
    if len(messages) == 1:
        call = ToolCallPart("get_price", {"symbol": "NVDA"}, tool_call_id="call-1")
        return ModelResponse(parts=[call], usage=RequestUsage(input_tokens=40, output_tokens=9))
    text = TextPart("BUY 10 NVDA at 101.5.")
    return ModelResponse(parts=[text], usage=RequestUsage(input_tokens=60, output_tokens=12))


agent = Agent(FunctionModel(answer), name="trader", instructions="You trade with care.")


@agent.tool_plain
async def get_price(symbol: str) -> dict[str, object]:
    """Price of a symbol."""
    return {"symbol": symbol, "price": 101.5}


durable = TemporalAgent(agent)


@workflow.defn(name="pydanticTrader")
class PydanticTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        result = await durable.run(question)
        return result.output


PLUGIN = PydanticAIPlugin()
WORKFLOW = PydanticTrader
ACTIVITIES = list(durable.temporal_activities)
