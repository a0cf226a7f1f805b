"""A node that asks a model, as an activity of its own."""

from datetime import timedelta
from typing import Annotated

from langchain_core.messages import AIMessage, AnyMessage
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from temporalio import workflow
from temporalio.langgraph import LangGraphPlugin, graph
from typing_extensions import TypedDict

NAME = "langgraph-node"


class State(TypedDict):
    messages: Annotated[list[AnyMessage], add_messages]


async def ask_model(state: State) -> dict:
    message = AIMessage(
        content="BUY 10 NVDA at 101.5.",
        usage_metadata={"input_tokens": 40, "output_tokens": 9, "total_tokens": 49},
        response_metadata={"model_name": "scripted-1", "finish_reason": "stop"},
    )
    return {"messages": [message]}


def build() -> StateGraph:
    builder = StateGraph(State)
    options = {"execute_in": "activity", "start_to_close_timeout": timedelta(seconds=10)}
    builder.add_node("ask_model", ask_model, metadata=options)
    builder.add_edge(START, "ask_model")
    builder.add_edge("ask_model", END)
    return builder


@workflow.defn(name="graphTrader")
class GraphTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        result = await graph("trader").compile().ainvoke({"messages": [{"role": "user", "content": question}]})
        last = result["messages"][-1]
        return last["content"] if isinstance(last, dict) else last.content


PLUGIN = LangGraphPlugin(graphs={"trader": build()})
WORKFLOW = GraphTrader
ACTIVITIES = []
