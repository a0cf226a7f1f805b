"""A model asks for a tool inside the workflow and answers."""

from datetime import timedelta

from strands import tool
from strands.models import Model
from temporalio import workflow
from temporalio.strands_agents import StrandsPlugin, TemporalAgent

NAME = "strands-py-tool"


class ScriptedModel(Model):
    def update_config(self, **_config) -> None:
        pass

    def get_config(self) -> dict:
        return {}

    async def structured_output(self, *_args, **_kwargs):
        raise NotImplementedError
        yield

    async def stream(self, messages, *_args, **_kwargs):
        answered = len(messages) > 1
        yield {"messageStart": {"role": "assistant"}}
        if answered:
            yield {"contentBlockStart": {"start": {}}}
            yield {"contentBlockDelta": {"delta": {"text": "BUY 10 NVDA"}}}
            yield {"contentBlockDelta": {"delta": {"text": " at 101.5."}}}
        else:
            yield {"contentBlockStart": {"start": {"toolUse": {"toolUseId": "call-1", "name": "get_price"}}}}
            yield {"contentBlockDelta": {"delta": {"toolUse": {"input": '{"symbol":"NVDA"}'}}}}
        yield {"contentBlockStop": {}}
        yield {"messageStop": {"stopReason": "end_turn" if answered else "tool_use"}}
        usage = {"inputTokens": 40, "outputTokens": 9, "totalTokens": 49}
        yield {"metadata": {"usage": usage, "metrics": {"latencyMs": 1}}}


@tool
async def get_price(symbol: str) -> str:
    """Price of a symbol."""
    return f"{symbol} 101.5"


@workflow.defn(name="strandsTrader")
class StrandsTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        agent = TemporalAgent(
            model="scripted",
            start_to_close_timeout=timedelta(seconds=10),
            system_prompt="You trade with care.",
            tools=[get_price],
            callback_handler=None,
        )
        return str(await agent.invoke_async(question))


PLUGIN = StrandsPlugin(models={"scripted": ScriptedModel})
WORKFLOW = StrandsTrader
ACTIVITIES = []
