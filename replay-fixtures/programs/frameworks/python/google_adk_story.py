"""A model asks for a tool inside the workflow and answers."""

from datetime import timedelta

from google.adk import Agent
from google.adk.models import BaseLlm, LLMRegistry, LlmRequest, LlmResponse
from google.adk.runners import InMemoryRunner
from google.genai import types
from temporalio import workflow
from temporalio.google_adk import GoogleAdkPlugin, TemporalModel

NAME = "google-adk-tool"


class ScriptedLlm(BaseLlm):
    @classmethod
    def supported_models(cls) -> list[str]:
        return ["scripted"]

    async def generate_content_async(self, llm_request: LlmRequest, stream: bool = False):
        answered = any(part.function_response for content in llm_request.contents for part in content.parts or [])
        call = types.FunctionCall(id="call-1", name="get_price", args={"symbol": "NVDA"})
        part = types.Part(text="BUY 10 NVDA at 101.5.") if answered else types.Part(function_call=call)
        yield LlmResponse(
            content=types.Content(role="model", parts=[part]),
            model_version="scripted-1",
            finish_reason=types.FinishReason.STOP,
            usage_metadata=types.GenerateContentResponseUsageMetadata(
                prompt_token_count=40, candidates_token_count=9, total_token_count=49
            ),
        )


LLMRegistry.register(ScriptedLlm)


async def get_price(symbol: str) -> dict:
    """Price of a symbol."""
    return {"symbol": symbol, "price": 101.5}


@workflow.defn(name="adkTrader")
class AdkTrader:
    @workflow.run
    async def run(self, question: str) -> str:
        agent = Agent(
            name="trader",
            model=TemporalModel("scripted"),
            instruction="You trade with care.",
            tools=[get_price],
        )
        runner = InMemoryRunner(agent=agent, app_name="fixture")
        session = await runner.session_service.create_session(app_name="fixture", user_id="fixture")
        asked = types.Content(role="user", parts=[types.Part(text=question)])
        said = ""
        async for event in runner.run_async(user_id="fixture", session_id=session.id, new_message=asked):
            for part in event.content.parts or [] if event.content else []:
                said = part.text or said
        return said


PLUGIN = GoogleAdkPlugin()
WORKFLOW = AdkTrader
ACTIVITIES = []
