"""Gemini asks for a tool that is an activity and for one inside the workflow, and answers in pieces."""

from datetime import timedelta
import json

from google import genai
from google.genai import types
from temporalio import activity, workflow
from temporalio.google_genai import GoogleGenAIPlugin, TemporalAsyncClient, activity_as_tool

NAME = "google-genai-tools"


def body(part: dict, **about: object) -> types.HttpResponse:
    candidate = {"content": {"role": "model", "parts": [part]}, **about}
    usage = {"promptTokenCount": 40, "candidatesTokenCount": 9, "totalTokenCount": 49}
    answer = {"candidates": [candidate], "usageMetadata": usage, "modelVersion": "scripted-1"}
    return types.HttpResponse(headers={"content-type": "application/json"}, body=json.dumps(answer))


def call(call_id: str, name: str, args: dict) -> types.HttpResponse:
    return body({"functionCall": {"id": call_id, "name": name, "args": args}}, finishReason="STOP")


ANSWERS = iter([call("call-1", "get_price", {"symbol": "NVDA"}), call("call-2", "get_limit", {})])
PIECES = [
    body({"text": "The limit is 20.", "thought": True}),
    body({"text": "BUY 10 NVDA"}),
    body({"text": " at 101.5."}, finishReason="STOP"),
]


async def answer(*_args, **_kwargs) -> types.HttpResponse:
    return next(ANSWERS, None) or body({"text": "I have seen price and limit."}, finishReason="STOP")


async def answer_in_pieces(*_args, **_kwargs):
    async def pieces():
        for piece in PIECES:
            yield piece

    return pieces()


@activity.defn
async def get_price(symbol: str) -> dict:
    """Price of a symbol."""
    return {"symbol": symbol, "price": 101.5}


async def get_limit() -> int:
    """Largest quantity of one order."""
    return 20


@workflow.defn(name="geminiTrader")
class GeminiTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        timeout = timedelta(seconds=10)
        client = TemporalAsyncClient(activity_config={"start_to_close_timeout": timeout})
        instruction = "You trade with care."
        price = activity_as_tool(get_price, activity_config={"start_to_close_timeout": timeout})
        tools = types.GenerateContentConfig(
            system_instruction=instruction, temperature=0.2, tools=[price, get_limit]
        )
        seen = await client.models.generate_content(model="scripted", contents=question, config=tools)
        said = ""
        async for piece in await client.models.generate_content_stream(
            model="scripted",
            contents=f"{seen.text} {question}",
            config=types.GenerateContentConfig(system_instruction=instruction),
        ):
            said += piece.text or ""
        return said


CLIENT = genai.Client(api_key="none")
CLIENT._api_client.async_request = answer
CLIENT._api_client.async_request_streamed = answer_in_pieces

PLUGIN = GoogleGenAIPlugin(CLIENT)
WORKFLOW = GeminiTrader
ACTIVITIES = [get_price]
