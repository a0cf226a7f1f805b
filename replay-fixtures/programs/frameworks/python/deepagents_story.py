"""A deep agent asks for a tool that is an activity, then gives a task to a sub-agent, and answers."""

from datetime import timedelta

from deepagents import create_deep_agent
from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import AIMessage
from temporalio import workflow
from temporalio.deepagents import DeepAgentsPlugin, TemporalModel, tool_as_activity
from temporalio.deepagents.testing import mock_model_provider

NAME = "deepagents-subagent"


def get_price(symbol: str) -> str:
    """Price of a symbol."""
    return f"{symbol} 101.5"


PRICE = tool_as_activity(get_price, start_to_close_timeout=timedelta(seconds=10))
OFFERED = {"get_price": "Price of a symbol.", "task": "Gives a task to a sub-agent."}


class ShortOffer(AgentMiddleware):
    """Keeps a recording small: of the many tools that every deep agent has, those of the story."""

    async def awrap_model_call(self, request, handler):
        tools = [
            tool.model_copy(update={"description": OFFERED[tool.name]})
            for tool in request.tools
            if tool.name in OFFERED
        ]
        return await handler(request.override(tools=tools))


CHECKER = {
    "name": "checker",
    "description": "Checks an order.",
    "system_prompt": "You check orders.",
    "tools": [],
    "middleware": [ShortOffer()],
}


@workflow.defn(name="deepTrader")
class DeepTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        agent = create_deep_agent(
            model=TemporalModel(model="scripted"),
            tools=[PRICE],
            system_prompt="You trade with care.",
            subagents=[CHECKER],
            middleware=[ShortOffer()],
        )
        result = await agent.ainvoke({"messages": [{"role": "user", "content": question}]})
        return result["messages"][-1].content


def message(content: str, *tool_calls: dict) -> AIMessage:
    return AIMessage(
        content=content,
        tool_calls=list(tool_calls),
        usage_metadata={"input_tokens": 40, "output_tokens": 9, "total_tokens": 49},
        response_metadata={"model_name": "scripted-1", "finish_reason": "tool_calls" if tool_calls else "stop"},
    )


TASK = {"description": "May we buy 10 NVDA?", "subagent_type": "checker"}

PLUGIN = DeepAgentsPlugin(
    model_provider=mock_model_provider(
        [
            message("", {"name": "get_price", "args": {"symbol": "NVDA"}, "id": "call-1"}),
            message("", {"name": "task", "args": TASK, "id": "call-2"}),
            message("Yes: the limit is 20."),
            message("BUY 10 NVDA at 101.5."),
        ]
    )
)
WORKFLOW = DeepTrader
ACTIVITIES = []
