// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... deno run --allow-net --allow-env --allow-read qwq-32b-stream.ts

interface StreamEvent {
  choices?: {
    delta?: {
      content?: string | null;
      reasoning_content?: string | null;
    };
  }[];
}

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 120000).unref();
const response = await fetch("https://api.mkeai.com/v1/chat/completions", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    model: "QwQ-32B",
    messages: [{ role: "user", content: "你好" }],
    stream: true,
  }),
  signal: controller.signal,
});
let rest = "";
let data = "";
const pieces = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
for await (const chunk of pieces) {
  timer.refresh();
  rest += chunk;
  for (const [line, value] of rest.matchAll(/^\s*data: ?(.*?)\r?\n/gms)) {
    rest = rest.replace(line, "");
    data = value;
    if (data === "[DONE]") break;
    const event: StreamEvent = JSON.parse(data);
    process.stderr.write(event.choices?.[0]?.delta?.reasoning_content ?? "");
    process.stdout.write(event.choices?.[0]?.delta?.content ?? "");
  }
}
if (data !== "[DONE]") {
  const reason = `HTTP ${response.status}: ${data}${rest}`;
  throw new Error("The stream ended unexpectedly. " + reason);
}
console.log();
